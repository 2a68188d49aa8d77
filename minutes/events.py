"""What happens to the minutes."""

from dataclasses import dataclass
from typing import ClassVar

from core.events import Event


@dataclass(frozen=True, kw_only=True)
class OnMinutes(Event):
    """Common to everything about the minutes of a meeting."""

    minutes_id: int


@dataclass(frozen=True, kw_only=True)
class MinutesDrafted(OnMinutes):
    """The minutes were drafted from the journal up to an entry."""

    name: ClassVar = "minutes.drafted"
    up_to: int


@dataclass(frozen=True, kw_only=True)
class MinutesEdited(OnMinutes):
    """Words of a part were changed. Does not tell the words."""

    name: ClassVar = "minutes.edited"
    block_id: int
    restricted: bool


@dataclass(frozen=True, kw_only=True)
class MinutesApproved(OnMinutes):
    """The text was approved, numbered and frozen."""

    name: ClassVar = "minutes.approved"
    number: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class MinutesReopened(OnMinutes):
    """The approval was taken back before anybody signed."""

    name: ClassVar = "minutes.reopened"


@dataclass(frozen=True, kw_only=True)
class MinutesSigned(OnMinutes):
    """The minutes were signed; ``sha256`` is the file's after this signature."""

    name: ClassVar = "minutes.signed"
    role: str
    person: str
    subject: str
    serial: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class MinutesSealed(OnMinutes):
    """The signed file went into the archive."""

    name: ClassVar = "minutes.sealed"
    sha256: str
    size: int
