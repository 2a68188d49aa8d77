"""What happens to papers. Marks are private and never told."""

from dataclasses import dataclass
from typing import ClassVar

from core.events import Event


@dataclass(frozen=True, kw_only=True)
class PaperTabled(Event):
    """A new paper lies under an item."""

    name: ClassVar = "paper.tabled"
    item_id: int
    paper_id: int
    version_id: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class PaperReplaced(Event):
    """A paper has a new version. The earlier ones stay as they were."""

    name: ClassVar = "paper.replaced"
    item_id: int
    paper_id: int
    version_id: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class PaperWithdrawn(Event):
    """A paper is no longer before the meeting."""

    name: ClassVar = "paper.withdrawn"
    item_id: int
    paper_id: int


@dataclass(frozen=True, kw_only=True)
class LatePapersTaken(Event):
    """The chair took the papers under an item that came after the limit."""

    name: ClassVar = "paper.taken"
    item_id: int
    version_ids: list[int]


@dataclass(frozen=True, kw_only=True)
class PaperOpened(Event):
    """Somebody has opened a version of a paper. Says nothing of what they marked."""

    name: ClassVar = "paper.opened"
    item_id: int
    paper_id: int
    version_id: int
