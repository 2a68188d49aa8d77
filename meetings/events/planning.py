"""What happens to a meeting before it sits."""

from dataclasses import dataclass, field
from typing import ClassVar

from core.events import Event


@dataclass(frozen=True, kw_only=True)
class MeetingCreated(Event):
    """A meeting was planned; ``roll`` is the number of members with a vote."""

    name: ClassVar = "meeting.created"
    title: str
    place: str
    starts_at: str
    ends_at: str | None
    chair_id: int
    chair: str
    secretary_id: int
    secretary: str
    roll: int


@dataclass(frozen=True, kw_only=True)
class MeetingChanged(Event):
    """Title, place, time or officers were changed: field → [before, after]."""

    name: ClassVar = "meeting.changed"
    changes: dict[str, list[str | None]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class MeetingConvened(Event):
    """The meeting was called; those invited can see it from now on."""

    name: ClassVar = "meeting.convened"
    title: str
    place: str
    starts_at: str
    invited: int


@dataclass(frozen=True, kw_only=True)
class MeetingCancelled(Event):
    """The meeting does not take place."""

    name: ClassVar = "meeting.cancelled"
    reason: str


@dataclass(frozen=True, kw_only=True)
class MeetingCopied(Event):
    """A meeting was planned like another one, whose invitees were invited again."""

    name: ClassVar = "meeting.copied"
    source_id: int
    source: str
    invited: int
