"""On which days a series falls: pure arithmetic over months and a working calendar."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.workdays import Calendar
from meetings.states import Rhythm

LAST = -1
A_WEEK = 7
A_YEAR = 12


@dataclass(frozen=True)
class Rule:
    """The ``nth`` day, weekday or working day of a month, every so many months; -1 is the last."""

    rhythm: str
    nth: int
    weekday: int | None = None
    every: int = 1


@dataclass(frozen=True)
class Occurring:
    """One turn of a series: its month, the day the rule names, the working day it is held on."""

    month: date
    day: date
    held: date

    @property
    def is_moved(self) -> bool:
        return self.day != self.held


def occurrences(
    rule: Rule, calendar: Calendar, *, first: date, since: date, until: date
) -> Iterator[Occurring]:
    """Yield the turns whose days lie between two days; months are counted from ``first`` on.

    There is one turn a month at most, so its month names it, whatever becomes of its day.
    """
    month = first.replace(day=1)
    while month <= until:
        day = day_in(month, rule, calendar)
        if max(first, since) <= day <= until:
            yield Occurring(month, day, next_working(day, calendar))
        month = later_month(month, rule.every)


def day_in(month: date, rule: Rule, calendar: Calendar) -> date:
    """Return the day that a rule names in a month, working or not."""
    if rule.rhythm == Rhythm.WORKDAY:
        start = later_month(month, 1) if rule.nth == LAST else month - timedelta(days=1)
        return calendar.shift(start, rule.nth)
    days = monthrange(month.year, month.month)[1]
    if rule.rhythm == Rhythm.DAY:
        return month.replace(day=days if rule.nth == LAST else min(rule.nth, days))
    ahead = ((rule.weekday or 0) - month.weekday()) % A_WEEK
    turns = range(1 + ahead, days + 1, A_WEEK)
    return month.replace(day=turns[LAST if rule.nth == LAST else rule.nth - 1])


def next_working(day: date, calendar: Calendar) -> date:
    """Return the day itself if it is worked, else the next working day."""
    return day if calendar.is_working(day) else calendar.shift(day, 1)


def later_month(month: date, count: int) -> date:
    """Return the first day of the month so many months later."""
    years, index = divmod(month.month - 1 + count, A_YEAR)
    return date(month.year + years, index + 1, 1)
