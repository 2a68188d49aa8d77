"""Working days: exact arithmetic over the days of a calendar, without a database.

A time limit in days is counted as the Civil Code counts it (Bộ luật Dân sự 2015, Điều 147, 148):
the day it is counted from is not counted, and the last day lasts until its midnight. Days are
those of Việt Nam, wherever the moment was noted.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

SATURDAY_AND_SUNDAY = frozenset({5, 6})
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """The weekdays that are free (Monday is 0), the days off, and the make-up days worked."""

    weekend: frozenset[int] = SATURDAY_AND_SUNDAY
    off: frozenset[date] = field(default_factory=frozenset)
    working: frozenset[date] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        if not self.weekend < frozenset(range(7)):
            raise ValueError("A week has weekdays 0 to 6, and one of them is a working day.")
        if self.off & self.working:
            raise ValueError("A day is off or worked, not both.")

    def is_working(self, day: date) -> bool:
        """Tell whether a day is worked. A make-up day is, though it falls on a weekend."""
        if day in self.working:
            return True
        return day not in self.off and day.weekday() not in self.weekend

    def shift(self, day: date, count: int) -> date:
        """Return the working day so many working days after a day; before it, if negative."""
        step = ONE_DAY if count > 0 else -ONE_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def add_working_days(self, moment: datetime, count: int) -> datetime:
        """Return the last moment of the working day so many working days after a moment."""
        return self._until(moment, _not_negative(count))

    def back(self, start: datetime, count: int) -> datetime:
        """Return the last moment in time for what is due so many working days before a start."""
        return self._until(start, -_not_negative(count))

    def working_days_between(self, first: datetime | date, last: datetime | date) -> int:
        """Count the working days after the first day until the last one, which is counted."""
        early, late = day_of(first), day_of(last)
        if late < early:
            return -self.working_days_between(late, early)
        days = (early + timedelta(days=n) for n in range(1, (late - early).days + 1))
        return sum(self.is_working(day) for day in days)

    def _until(self, moment: datetime, count: int) -> datetime:
        return end_of(self.shift(day_of(moment), count)) if count else moment


def calendar_of(weekend: Iterable[int], off: Iterable[date], working: Iterable[date]) -> Calendar:
    """Return a calendar made of any collections."""
    return Calendar(frozenset(weekend), frozenset(off), frozenset(working))


def day_of(moment: datetime | date) -> date:
    """Return the day of a moment in Việt Nam; a day is itself."""
    if not isinstance(moment, datetime):
        return moment
    return moment.astimezone(timezone.get_default_timezone()).date()


def end_of(day: date) -> datetime:
    """Return the last moment of a day in Việt Nam."""
    return datetime.combine(day, time.max, tzinfo=timezone.get_default_timezone())


def _not_negative(count: int) -> int:
    if count < 0:
        raise ValueError(f"{count} working days are no time limit.")
    return count
