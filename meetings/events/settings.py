"""What happens to the settings of a body: its calendar, its time limits. Told in the body's room."""

from dataclasses import dataclass
from typing import ClassVar

from core.events import Told


@dataclass(frozen=True, kw_only=True)
class BodySetting(Told):
    """Common to the settings of a body: its calendar, its time limits."""

    about: ClassVar[str] = "body"
    body_id: int


@dataclass(frozen=True, kw_only=True)
class CalendarChosen(BodySetting):
    """The body counts its working days by this calendar from now on."""

    name: ClassVar = "calendar.chosen"
    calendar: str


@dataclass(frozen=True, kw_only=True)
class CalendarDaySet(BodySetting):
    """A day off or a make-up day was entered."""

    name: ClassVar = "calendar.day_set"
    calendar: str
    day: str
    kind: str
    title: str
    source: str


@dataclass(frozen=True, kw_only=True)
class CalendarDayRemoved(BodySetting):
    """A day is again what its weekday is."""

    name: ClassVar = "calendar.day_removed"
    calendar: str
    day: str
    kind: str
    title: str


@dataclass(frozen=True, kw_only=True)
class CalendarDayRestored(BodySetting):
    """A day that was removed holds again."""

    name: ClassVar = "calendar.day_restored"
    calendar: str
    day: str
    kind: str
    title: str


@dataclass(frozen=True, kw_only=True)
class CalendarYearFilled(BodySetting):
    """The holidays of a year were calculated."""

    name: ClassVar = "calendar.year_filled"
    calendar: str
    year: int
    days: int


@dataclass(frozen=True, kw_only=True)
class DeadlineSet(BodySetting):
    """A time limit has so many working days, or percent of the time there is, from a day on."""

    name: ClassVar = "deadline.set"
    code: str
    days: int
    source: str
    starts: str
    percent: int = 0


@dataclass(frozen=True, kw_only=True)
class ProgrammeLimitSet(BodySetting):
    """Matters are registered until this day of the month so many months before, from a day on."""

    name: ClassVar = "programme_limit.set"
    period: str
    day: int
    months_before: int
    source: str
    starts: str
