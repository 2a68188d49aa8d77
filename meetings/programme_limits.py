"""When the registration for a programme ends, by the limits of a body and its working calendar."""

import calendar as gregorian
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django.utils.translation import gettext as _

from core.clock import now
from core.workdays import day_of, end_of
from meetings.deadlines import deadlines_of
from meetings.legal import usual_programme
from meetings.models import Period, ProgrammeLimit
from meetings.recurrence import later_month
from people.models import Body

MONTHS = {Period.YEAR: 12, Period.QUARTER: 3, Period.MONTH: 1}


@dataclass(frozen=True)
class Registration:
    """Until when matters are registered for the programme of a year, a quarter or a month."""

    period: Period
    first: date
    moment: datetime
    rule: ProgrammeLimit

    def __str__(self) -> str:
        gaps = {"quarter": self.quarter, "month": self.first.month, "year": self.first.year}
        if self.period == Period.YEAR:
            return _("the programme of %(year)s") % gaps
        if self.period == Period.QUARTER:
            return _("the programme of quarter %(quarter)s, %(year)s") % gaps
        return _("the programme of month %(month)s, %(year)s") % gaps

    @property
    def is_past(self) -> bool:
        return now() > self.moment

    @property
    def quarter(self) -> int:
        return (self.first.month + 2) // 3


class ProgrammeLimits:
    """The limits of one body, read at the first question and kept."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.deadlines = deadlines_of(body.pk)

    @cached_property
    def rows(self) -> dict[str, list[ProgrammeLimit]]:
        """Return what was set for each period, the latest first; the usual one behind it."""
        rows: dict[str, list[ProgrammeLimit]] = defaultdict(list)
        for row in ProgrammeLimit.objects.filter(body=self.body).order_by("-starts"):
            rows[row.period].append(row)
        rows[Period.YEAR].append(usual_programme(self.body.pk))
        return rows

    def of(self, period: Period, day: date) -> Registration | None:
        """Return when the registration ends for the period that a day lies in, if it ever does.

        A limit governs only what it is there for in time: none ends before it takes effect.
        """
        first = first_of(period, day)
        for row in self.rows[period]:
            last = _day_before(row, first)
            if row.holds_on(last):
                calendar = self.deadlines.calendar
                worked = last if calendar.is_working(last) else calendar.shift(last, 1)
                return Registration(period, first, end_of(worked), row)
        return None

    def missed(self, first: date, moment: datetime) -> Registration | None:
        """Return the limit that something for a month has missed, the nearest to the month first."""
        for period in (Period.MONTH, Period.QUARTER, Period.YEAR):
            limit = self.of(period, first)
            if limit and moment > limit.moment:
                return limit
        return None

    def ahead(self, within: timedelta) -> Iterator[Registration]:
        """Yield the registrations that end soon."""
        for period, months in MONTHS.items():
            begins = first_of(period, day_of(now()))
            for count in range(1, 12 // months + 2):
                limit = self.of(period, later_month(begins, count * months))
                if limit and timedelta() <= limit.moment - now() <= within:
                    yield limit


def first_of(period: Period, day: date) -> date:
    """Return the first day of the year, quarter or month that a day lies in."""
    month = (day.month - 1) // MONTHS[period] * MONTHS[period] + 1
    return date(day.year, month, 1)


def _day_before(row: ProgrammeLimit, first: date) -> date:
    """Return the day a row names; the last one of a month that is too short for it."""
    month = later_month(first, -row.months_before)
    length = gregorian.monthrange(month.year, month.month)[1]
    return month.replace(day=min(row.day, length))
