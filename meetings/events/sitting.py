"""What happens to a meeting while it sits and after. Names and offices are as they were then."""

from dataclasses import dataclass
from typing import ClassVar

from core.events import Event


@dataclass(frozen=True, kw_only=True)
class Sitting(Event):
    """Common to opening and resuming: who presides, and the count of members."""

    chair_id: int
    chair: str
    chair_office: str
    present: int
    total: int
    needed: int
    article: str


@dataclass(frozen=True, kw_only=True)
class MeetingOpened(Sitting):
    """The chair opened the meeting with a quorum."""

    name: ClassVar = "meeting.opened"


@dataclass(frozen=True, kw_only=True)
class MeetingResumed(Sitting):
    """The meeting went on after a break."""

    name: ClassVar = "meeting.resumed"


@dataclass(frozen=True, kw_only=True)
class MeetingSuspended(Event):
    """The meeting was interrupted."""

    name: ClassVar = "meeting.suspended"
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class MeetingAdjourned(Event):
    """The meeting was closed."""

    name: ClassVar = "meeting.adjourned"
    present: int
    total: int
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class MeetingSealed(Event):
    """The record was closed for good."""

    name: ClassVar = "meeting.sealed"


@dataclass(frozen=True, kw_only=True)
class ChairHandedOver(Event):
    """Somebody else presides from now on. The tie rule does not move with the chair."""

    name: ClassVar = "chair.handed_over"
    from_id: int
    from_name: str
    from_office: str
    to_id: int
    to_name: str
    to_office: str
    reason: str = ""
