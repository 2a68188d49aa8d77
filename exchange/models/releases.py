"""The gates of a meeting: what is released, to whom, since when."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.clock import now
from exchange.states import Audience, What
from meetings.models import Meeting

Person = settings.AUTH_USER_MODEL


class Release(models.Model):
    """A gate of a meeting: planned, then confirmed; open from ``released_at`` until taken back."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="releases")
    what = models.CharField(_("what"), max_length=20, choices=What.choices)
    audience = models.CharField(_("to whom"), max_length=20, choices=Audience.choices)
    planned_at = models.DateTimeField(_("planned for"))
    planned_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    released_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(_("its readers were told at"), null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_back_for = models.CharField(_("reason for taking it back"), max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "what", "audience"],
                condition=Q(taken_back_at__isnull=True),
                name="exchange_a_gate_once",
            ),
            models.CheckConstraint(
                condition=Q(what__in=What.values, audience__in=Audience.values),
                name="exchange_gate_is_known",
            ),
            models.CheckConstraint(
                condition=Q(
                    confirmed_at__isnull=True, confirmed_by__isnull=True, released_at__isnull=True
                )
                | Q(
                    confirmed_at__isnull=False,
                    confirmed_by__isnull=False,
                    released_at__isnull=False,
                    released_at__gte=F("planned_at"),
                ),
                name="exchange_released_once_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(
                    taken_back_at__isnull=True, taken_back_by__isnull=True, taken_back_for=""
                )
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False)
                & ~Q(taken_back_for=""),
                name="exchange_taken_back_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(told_at__isnull=True)
                | Q(released_at__isnull=False, told_at__gte=F("released_at")),
                name="exchange_told_once_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()}: {self.get_audience_display()}"

    @property
    def is_open(self) -> bool:
        """Tell whether the gate is open now."""
        is_here = self.released_at is not None and self.released_at <= now()
        return is_here and self.taken_back_at is None
