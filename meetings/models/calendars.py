"""The working calendar: weekends, days off and make-up days of a country, as data."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.workdays import Calendar, calendar_of
from people.models import Body, Named

Person = settings.AUTH_USER_MODEL
SATURDAY_AND_SUNDAY = 0b1100000
A_WHOLE_WEEK = 0b1111111


class DayKind(models.TextChoices):
    """What makes a day differ from its weekday."""

    OFF = "off", _("Day off")
    WORKING = "working", _("Make-up working day")


def days_of_week(weekend: int) -> frozenset[int]:
    """Return the free weekdays of these bits; Monday is 0."""
    return frozenset(day for day in range(7) if weekend >> day & 1)


def counted(weekend: int, days: Iterable[tuple[date, str]]) -> Calendar:
    """Return what counts by a weekend and days with their kinds."""
    known = list(days)
    return calendar_of(
        days_of_week(weekend),
        (day for day, kind in known if kind == DayKind.OFF),
        (day for day, kind in known if kind == DayKind.WORKING),
    )


class WorkCalendar(Named):
    """The days on which a country, or one body, works.

    ``country`` is its ISO 3166 code; the country's own calendar has it for a code too, that of a
    body the body's. ``weekend`` holds the free weekdays as bits: Monday is 1,
    Tuesday 2, … Sunday 64.
    """

    code = models.SlugField(_("code"), unique=True)
    country = models.CharField(_("country"), max_length=2, default="VN")
    weekend = models.PositiveSmallIntegerField(
        _("weekend"),
        default=SATURDAY_AND_SUNDAY,
        validators=[MaxValueValidator(A_WHOLE_WEEK - 1)],
    )

    class Meta:
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(weekend__gte=0, weekend__lt=A_WHOLE_WEEK),
                name="meetings_a_week_has_a_working_day",
            )
        ]

    @property
    def weekend_days(self) -> frozenset[int]:
        """Return the free weekdays; Monday is 0."""
        return days_of_week(self.weekend)

    @property
    def arithmetic(self) -> Calendar:
        """Return what counts by these days; free of queries once the days are prefetched."""
        days = [one for one in self.days.all() if not one.is_removed]
        return counted(self.weekend, ((one.day, one.kind) for one in days))


class CalendarDay(Named):
    """A day off, or a make-up day that is worked. ``source`` is the decision it comes from.

    What was calculated is calculated anew when the year is filled again; what a person entered
    (``by_hand``) or removed stays so. A removed day counts for nothing until it is put back.
    """

    calendar = models.ForeignKey(WorkCalendar, models.CASCADE, related_name="days")
    day = models.DateField(_("day"))
    kind = models.CharField(_("kind"), max_length=10, choices=DayKind.choices, default=DayKind.OFF)
    source = models.CharField(_("legal source"), max_length=300, blank=True)
    by_hand = models.BooleanField(default=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["day"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["calendar", "day"], name="meetings_a_day_once"),
            models.CheckConstraint(
                condition=Q(kind__in=DayKind.values), name="meetings_day_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_by__isnull=True)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="meetings_a_removed_day_has_who_removed_it",
            ),
        ]

    @property
    def is_removed(self) -> bool:
        """Tell whether somebody let the day be what its weekday is."""
        return self.removed_at is not None


class BodyCalendar(models.Model):
    """The calendar that a body follows."""

    body = models.OneToOneField(Body, models.PROTECT, related_name="work_calendar")
    calendar = models.ForeignKey(WorkCalendar, models.PROTECT, related_name="followers")

    def __str__(self) -> str:
        return f"{self.body}: {self.calendar}"
