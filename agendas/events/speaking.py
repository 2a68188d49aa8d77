"""What happens to requests to speak and to the clock."""

from dataclasses import dataclass
from typing import ClassVar

from core.events import Event


@dataclass(frozen=True, kw_only=True)
class Speaking(Event):
    """Common to all about one speech. Speeches on restricted items are restricted too."""

    item_id: int
    restricted: bool
    speech_id: int
    participant_id: int
    person: str
    office: str


@dataclass(frozen=True, kw_only=True)
class SpeechRequested(Speaking):
    """Somebody asked to speak."""

    name: ClassVar = "speech.requested"


@dataclass(frozen=True, kw_only=True)
class SpeechWithdrawn(Speaking):
    """Somebody no longer wishes to speak."""

    name: ClassVar = "speech.withdrawn"


@dataclass(frozen=True, kw_only=True)
class SpeechStarted(Speaking):
    """The chair gave the floor."""

    name: ClassVar = "speech.started"
    limit_seconds: int | None


@dataclass(frozen=True, kw_only=True)
class SpeechEnded(Speaking):
    """A speech ended after so many seconds."""

    name: ClassVar = "speech.ended"
    seconds: int


@dataclass(frozen=True, kw_only=True)
class TimerStarted(Event):
    """The clock was set going."""

    name: ClassVar = "timer.started"
    seconds: int


@dataclass(frozen=True, kw_only=True)
class TimerPaused(Event):
    """The clock stands still."""

    name: ClassVar = "timer.paused"
    left_seconds: int


@dataclass(frozen=True, kw_only=True)
class TimerResumed(Event):
    """The clock goes on."""

    name: ClassVar = "timer.resumed"
    left_seconds: int


@dataclass(frozen=True, kw_only=True)
class TimerStopped(Event):
    """The clock was taken away."""

    name: ClassVar = "timer.stopped"
