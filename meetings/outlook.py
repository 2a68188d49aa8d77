"""What a series will plan: the days, titles and numbers of sessions that are not there yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max
from django.utils import timezone

from core.clock import now
from core.workdays import day_of
from meetings.deadlines import deadlines_of
from meetings.models import Series, SessionNumber
from meetings.patterns import filled
from meetings.recurrence import Occurring, occurrences

FARTHEST = timedelta(days=2 * 366)


@dataclass(frozen=True)
class Ahead:
    """A session to be planned."""

    turn: Occurring
    title: str
    number: int | None
    starts_at: datetime
    ends_at: datetime


class Outlook:
    """The sessions of a series from today until a day that are still to be planned."""

    def __init__(self, series: Series, until: date) -> None:
        self.series, self.until = series, until
        self.calendar = deadlines_of(series.body_id).calendar

    def __iter__(self) -> Iterator[Ahead]:
        numbers: dict[int, int] = {}
        for turn in self._unplanned():
            yield self._ahead(turn, self._number(turn.held.year, numbers))

    @property
    def next_start(self) -> datetime | None:
        """Return when the next session begins that is still to be planned."""
        return next((self._begins(turn) for turn in self._unplanned()), None)

    def _unplanned(self) -> Iterator[Occurring]:
        planned = {(one.year, one.month) for one in self.series.occurrences.all()}
        for turn in self._turns():
            if (turn.month.year, turn.month.month) not in planned:
                yield turn

    @property
    def years_without_holidays(self) -> list[int]:
        """Return the years in which the calendar knows of no day off: days may still move."""
        known = {day.year for day in self.calendar.off}
        return sorted({turn.held.year for turn in self._turns()} - known)

    def _turns(self) -> Iterator[Occurring]:
        series, today = self.series, day_of(now())
        until = min(self.until, series.ends or self.until)
        return occurrences(
            series.rule, self.calendar, first=series.starts, since=today, until=until
        )

    def _number(self, year: int, numbers: dict[int, int]) -> int | None:
        if not self.series.is_numbered:
            return None
        if year not in numbers:
            numbers[year] = last_number(self.series.body_id, year)
        numbers[year] += 1
        return numbers[year]

    def _begins(self, turn: Occurring) -> datetime:
        return timezone.make_aware(datetime.combine(turn.held, self.series.begins))

    def _ahead(self, turn: Occurring, number: int | None) -> Ahead:
        series = self.series
        begins = self._begins(turn)
        ends = begins + timedelta(minutes=series.minutes)
        return Ahead(turn, filled(series.title, turn.held, number), number, begins, ends)


def last_number(body_id: int, year: int) -> int:
    """Return the highest number a session of a body has in a year, 0 before the first."""
    kept = SessionNumber.objects.filter(body=body_id, year=year)
    return kept.aggregate(last=Max("number"))["last"] or 0


def usual_horizon(series: Series) -> date:
    """Return until when a series is usually planned: the end of its first year from today on."""
    begin = max(day_of(now()), series.starts)
    return min(date(begin.year, 12, 31), series.ends or date.max)


def last_day() -> date:
    """Return the last day until which sessions may be planned today."""
    return day_of(now()) + FARTHEST
