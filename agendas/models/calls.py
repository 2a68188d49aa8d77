"""The last call before items are adopted together: it outlives a restart of the server."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from agendas.models.items import Item
from meetings.models import Meeting

Person = settings.AUTH_USER_MODEL


class LastCall(models.Model):
    """The chair asks once more who objects; until ``ends_at`` nothing is adopted."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="last_call")
    items = models.ManyToManyField(Item, related_name="last_calls")
    called_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    called_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        verbose_name = _("last call")
        verbose_name_plural = _("last calls")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at__gte=F("called_at")), name="agendas_a_call_ends_after_it_began"
            )
        ]

    def __str__(self) -> str:
        return f"{self.meeting} · {self.called_at:%H:%M:%S}"
