"""Until when matters are registered for the programme of a body: settings with a date of effect."""

from datetime import date
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models import Body, Dated

LAST_DAY, MOST_MONTHS = 31, 12


class Period(models.TextChoices):
    """What a programme is made for."""

    YEAR = "year", _("Year")
    QUARTER = "quarter", _("Quarter")
    MONTH = "month", _("Month")


class ProgrammeLimit(Dated):
    """A day of the month that lies so many months before the year, quarter or month begins.

    15 November for the year is day 15, two months before January.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="programme_limits")
    period = models.CharField(_("programme of"), max_length=10, choices=Period.choices)
    day = models.PositiveSmallIntegerField(
        _("day of the month"), validators=[MinValueValidator(1), MaxValueValidator(LAST_DAY)]
    )
    months_before = models.PositiveSmallIntegerField(
        _("months before it begins"),
        validators=[MinValueValidator(1), MaxValueValidator(MOST_MONTHS)],
    )
    source = models.CharField(_("legal source"), max_length=300)

    class Meta(Dated.Meta):
        abstract = False
        ordering: ClassVar = ["period", "-starts"]
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["body", "period", "starts"], name="meetings_one_programme_limit_a_day"
            ),
            models.CheckConstraint(
                condition=Q(period__in=Period.values), name="meetings_programme_period_is_known"
            ),
            models.CheckConstraint(
                condition=Q(day__gte=1, day__lte=LAST_DAY)
                & Q(months_before__gte=1, months_before__lte=MOST_MONTHS),
                name="meetings_programme_limit_is_a_day_before",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_period_display()}: {self.day}/-{self.months_before}"

    def holds_on(self, day: date) -> bool:
        """Tell whether the row holds on a day, if no later one has taken its place."""
        return self.starts <= day and (self.ends is None or day <= self.ends)
