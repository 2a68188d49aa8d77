"""What happens to the series of sessions of a body. Told in the body's room."""

from dataclasses import dataclass, field
from typing import ClassVar

from meetings.events.settings import BodySetting


@dataclass(frozen=True, kw_only=True)
class OnSeries(BodySetting):
    """Common to everything about one series, as it was called then."""

    series_id: int
    title: str


@dataclass(frozen=True, kw_only=True)
class SeriesMade(OnSeries):
    """A series was set up; no session is planned by that alone."""

    name: ClassVar = "series.made"


@dataclass(frozen=True, kw_only=True)
class SeriesChanged(OnSeries):
    """A series was changed for the sessions still to be planned: field → [before, after]."""

    name: ClassVar = "series.changed"
    changes: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class SeriesPlanned(OnSeries):
    """Sessions of a series were planned until a day."""

    name: ClassVar = "series.planned"
    until: str
    meetings: list[int] = field(default_factory=list)
