"""What happens to papers. Marks are private and never told."""

from dataclasses import dataclass
from typing import ClassVar

from agendas.submissions.events import SubmissionEvent
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
class LatePapersRefused(Event):
    """The chair did not take the papers under an item that came after the limit."""

    name: ClassVar = "paper.refused"
    item_id: int
    version_ids: list[int]
    reason: str


@dataclass(frozen=True, kw_only=True)
class PaperOpened(Event):
    """Somebody has opened a version of a paper. Says nothing of what they marked."""

    name: ClassVar = "paper.opened"
    item_id: int
    paper_id: int
    version_id: int


@dataclass(frozen=True, kw_only=True)
class SubmissionPaper(SubmissionEvent):
    """Common to all about a paper of a submission that is on no agenda yet."""

    paper_id: int
    title: str


@dataclass(frozen=True, kw_only=True)
class SubmissionPaperAttached(SubmissionPaper):
    """A paper was laid into the submission."""

    name: ClassVar[str] = "submission.paper_attached"
    version_id: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class SubmissionPaperReplaced(SubmissionPaper):
    """A paper of the submission has a new version."""

    name: ClassVar[str] = "submission.paper_replaced"
    version_id: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class SubmissionPaperWithdrawn(SubmissionPaper):
    """A paper was taken out of the submission."""

    name: ClassVar[str] = "submission.paper_withdrawn"


@dataclass(frozen=True, kw_only=True)
class SubmissionPaperOpened(SubmissionPaper):
    """Somebody has opened a version of a paper of the submission."""

    name: ClassVar[str] = "submission.paper_opened"
    version_id: int


@dataclass(frozen=True, kw_only=True)
class PaperRestricted(Event):
    """A paper is for those named only, or for all who see its item again."""

    name: ClassVar = "paper.restricted"
    item_id: int
    paper_id: int
    title: str
    restricted: bool


@dataclass(frozen=True, kw_only=True)
class PaperShown(Event):
    """A person, an office or a group may see a restricted paper."""

    name: ClassVar = "paper.shown"
    item_id: int
    paper_id: int
    title: str
    whom: str
    whom_id: int
    name_of: str


@dataclass(frozen=True, kw_only=True)
class PaperHidden(Event):
    """A person, an office or a group may no longer see a restricted paper."""

    name: ClassVar = "paper.hidden"
    item_id: int
    paper_id: int
    title: str
    whom: str
    whom_id: int
    name_of: str
