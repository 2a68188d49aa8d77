"""What happens at the gates of a meeting."""

from dataclasses import dataclass
from typing import ClassVar

from core.events import Event


@dataclass(frozen=True, kw_only=True)
class AtGate(Event):
    """Common to everything about one gate."""

    what: str
    audience: str


@dataclass(frozen=True, kw_only=True)
class ReleasePlanned(AtGate):
    """A release was planned for a moment."""

    name: ClassVar = "release.planned"
    planned_at: str


@dataclass(frozen=True, kw_only=True)
class ReleaseConfirmed(AtGate):
    """A release was confirmed; the gate opens at a moment."""

    name: ClassVar = "release.confirmed"
    released_at: str


@dataclass(frozen=True, kw_only=True)
class ReleaseOpened(AtGate):
    """A gate that was confirmed for a moment has opened."""

    name: ClassVar = "release.opened"


@dataclass(frozen=True, kw_only=True)
class ReleaseTakenBack(AtGate):
    """A release was taken back."""

    name: ClassVar = "release.taken_back"
    reason: str


@dataclass(frozen=True, kw_only=True)
class ReleasedPaperOpened(Event):
    """Somebody of an agency has opened a paper that was released to agencies."""

    name: ClassVar = "release.paper_opened"
    item_id: int
    paper_id: int
    version_id: int


@dataclass(frozen=True, kw_only=True)
class MeetingImported(Event):
    """A past or planned meeting was taken in, or taken in anew, from another system."""

    name: ClassVar = "meeting.imported"
    source: str
    url: str
    title: str
    starts_at: str
    is_update: bool


@dataclass(frozen=True, kw_only=True)
class DeletionFollowed(Event):
    """Something of an imported meeting was deleted where it came from: the meeting, an item, a paper."""

    name: ClassVar = "import.deleted"
    source: str
    url: str
    kind: str
    title: str
