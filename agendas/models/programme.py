"""The programme of a body (chương trình công tác): what is to come before it in which month."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from agendas.models.matters import Submission
from agendas.states import OPEN_ENTRIES, EntryState, ItemKind
from meetings.programme_limits import Registration
from people.models import Agency, Body

Person = settings.AUTH_USER_MODEL
FIRST_YEAR, LAST_YEAR = 2000, 2100


class ProgrammeEntry(models.Model):
    """A matter registered for a month. ``continues`` is the entry it was moved from."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="programme")
    year = models.PositiveSmallIntegerField(_("year"))
    month = models.PositiveSmallIntegerField(_("month"))
    title = models.CharField(_("title"), max_length=500)
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="programme", verbose_name=_("sponsor")
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=ItemKind.choices, default=ItemKind.DECISION
    )
    note = models.CharField(_("note"), max_length=500, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=EntryState.choices, default=EntryState.REGISTERED
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    submission = models.ForeignKey(
        Submission,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="programme",
        verbose_name=_("submission"),
    )
    continues = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="continued_by"
    )
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    missed: Registration | None = None  # the limit it came after, set where it is shown

    class Meta:
        ordering: ClassVar = ["year", "month", "agency__order", "pk"]
        verbose_name = _("entry of the programme")
        verbose_name_plural = _("entries of the programme")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(month__gte=1, month__lte=12), name="agendas_programme_month_is_known"
            ),
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                name="agendas_programme_year_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=EntryState.values), name="agendas_entry_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ItemKind.values), name="agendas_entry_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(OPEN_ENTRIES)) | ~Q(reason=""),
                name="agendas_what_leaves_the_month_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(continues=F("id")), name="agendas_no_entry_continues_itself"
            ),
            models.UniqueConstraint(
                fields=["submission"],
                condition=Q(state__in=sorted(OPEN_ENTRIES)),
                name="agendas_a_submission_is_planned_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_ENTRIES

    @property
    def first_day(self) -> date:
        """Return the first day of the month it stands in."""
        return date(self.year, self.month, 1)
