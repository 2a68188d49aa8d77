"""What the gates of a body's sessions mean, from a day on."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models import Body, Dated


class ReleaseRule(Dated):
    """Whether papers wait for the members' gate, in force from a day on.

    The row that holds on the day of a session counts. Without one, members read the papers of a
    session as soon as they are tabled.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="release_rules")
    papers_wait = models.BooleanField(_("members read papers once they are released"), default=True)
    source = models.CharField(_("source"), max_length=300)

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = _("rule on releases")
        verbose_name_plural = _("rules on releases")
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["body", "starts"], name="exchange_one_release_rule_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.source}"
