"""A year of the working calendar as it is shown: twelve months, week by week."""

import calendar as gregorian
from dataclasses import dataclass
from datetime import date

from django.utils.translation import pgettext_lazy

from core.workdays import Calendar
from meetings.models import CalendarDay

WEEKDAYS = (
    pgettext_lazy("weekday in a calendar", "Mon"),
    pgettext_lazy("weekday in a calendar", "Tue"),
    pgettext_lazy("weekday in a calendar", "Wed"),
    pgettext_lazy("weekday in a calendar", "Thu"),
    pgettext_lazy("weekday in a calendar", "Fri"),
    pgettext_lazy("weekday in a calendar", "Sat"),
    pgettext_lazy("weekday in a calendar", "Sun"),
)


@dataclass(frozen=True)
class Cell:
    """A day of a month: worked or not, and what was entered for it."""

    day: date
    is_working: bool
    entered: CalendarDay | None = None


@dataclass(frozen=True)
class Month:
    """A month in weeks from Monday to Sunday; days of its neighbours are left out."""

    first: date
    weeks: list[list[Cell | None]]


def months_of(year: int, days: list[CalendarDay], arithmetic: Calendar) -> list[Month]:
    """Return the twelve months of a year."""
    entered = {one.day: one for one in days}

    def cell(day: date, month: int) -> Cell | None:
        if day.month != month:
            return None
        return Cell(day, arithmetic.is_working(day), entered.get(day))

    plan = gregorian.Calendar()
    return [
        Month(
            date(year, month, 1),
            [[cell(day, month) for day in week] for week in plan.monthdatescalendar(year, month)],
        )
        for month in range(1, 13)
    ]


def weekend_of(arithmetic: Calendar) -> list[date]:
    """Return one day for each free weekday, Monday first, to be named in the reader's language."""
    return [date(2024, 1, 1 + weekday) for weekday in sorted(arithmetic.weekend)]
