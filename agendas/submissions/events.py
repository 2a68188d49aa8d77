"""What happens to a submission. Told in the submission's own room, to those who see it."""

from dataclasses import dataclass, field
from typing import ClassVar

from core.events import Told


@dataclass(frozen=True, kw_only=True)
class SubmissionEvent(Told):
    """Something that happened to a submission."""

    about: ClassVar[str] = "submission"
    submission_id: int


@dataclass(frozen=True, kw_only=True)
class SubmissionStarted(SubmissionEvent):
    """An agency began to prepare a submission."""

    name: ClassVar[str] = "submission.started"
    agency: str


@dataclass(frozen=True, kw_only=True)
class SubmissionEdited(SubmissionEvent):
    """What the submission says was changed; ``fields`` names what."""

    name: ClassVar[str] = "submission.edited"
    fields: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class SubmissionLodged(SubmissionEvent):
    """The agency lodged it; it stands in the register of the year from the first time on."""

    name: ClassVar[str] = "submission.lodged"
    title: str
    year: int
    number: int


@dataclass(frozen=True, kw_only=True)
class SubmissionLodgedAgain(SubmissionLodged):
    """The agency lodged it again after a return. It keeps its number."""

    name: ClassVar[str] = "submission.lodged_again"


@dataclass(frozen=True, kw_only=True)
class SubmissionAccepted(SubmissionEvent):
    """The secretariat found it in order; ``checklist`` holds the answer to each question."""

    name: ClassVar[str] = "submission.accepted"
    checklist: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class SubmissionReturned(SubmissionEvent):
    """It went back to the agency with a reason."""

    name: ClassVar[str] = "submission.returned"
    reason: str


@dataclass(frozen=True, kw_only=True)
class SubmissionRouted(SubmissionEvent):
    """The chair decided where it goes; ``day`` is the session's, where one is named."""

    name: ClassVar[str] = "submission.routed"
    route: str
    day: str


@dataclass(frozen=True, kw_only=True)
class SubmissionWithdrawn(SubmissionEvent):
    """The agency took it back."""

    name: ClassVar[str] = "submission.withdrawn"
    reason: str


@dataclass(frozen=True, kw_only=True)
class SubmissionPlaced(SubmissionEvent):
    """It came on the draft of the agenda of the session of that day."""

    name: ClassVar[str] = "submission.placed"
    meeting: int
    item: int
    day: str


@dataclass(frozen=True, kw_only=True)
class AdviceEvent(SubmissionEvent):
    """Common to all about one agency's opinion."""

    advice: int
    agency_code: str
    agency: str


@dataclass(frozen=True, kw_only=True)
class AdviceAsked(AdviceEvent):
    """An agency was asked for its opinion until a moment."""

    name: ClassVar[str] = "advice.asked"
    due: str


@dataclass(frozen=True, kw_only=True)
class AdviceAskedAgain(AdviceAsked):
    """An agency was asked once more."""

    name: ClassVar[str] = "advice.asked_again"
    round: int


@dataclass(frozen=True, kw_only=True)
class AdviceAnswered(AdviceEvent):
    """An agency gave its opinion."""

    name: ClassVar[str] = "advice.answered"
    answer: str


@dataclass(frozen=True, kw_only=True)
class AdviceOutdated(AdviceEvent):
    """A paper that the opinion spoke of was replaced or withdrawn since."""

    name: ClassVar[str] = "advice.outdated"
