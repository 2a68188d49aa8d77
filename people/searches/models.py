"""A search that a person keeps under a name."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

Person = settings.AUTH_USER_MODEL


class SavedSearch(models.Model):
    """What a person narrows a list to, again and again. It keeps the question, never what was found."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="searches")
    place = models.CharField(_("list"), max_length=40)
    query = models.CharField(_("what the list is narrowed to"), max_length=4000)
    name = models.CharField(_("name"), max_length=80)
    order = models.PositiveSmallIntegerField(_("order"))
    made_at = models.DateTimeField(_("kept at"))

    class Meta:
        ordering: ClassVar = ["order", "pk"]
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "name"], name="people_a_search_by_its_name"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(query="") & ~Q(place=""),
                name="people_a_search_asks_something",
            ),
            models.CheckConstraint(condition=Q(order__gte=1), name="people_searches_from_one"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("people:search", args=[self.pk])
