"""What happens in a vote, told in the past tense. Facts are ids and plain values."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from core.events import Event


@dataclass(frozen=True, kw_only=True)
class VoteEvent(Event):
    """Something happened to a vote. `restricted` says that its item is not for everybody."""

    vote: int
    item: int
    restricted: bool


@dataclass(frozen=True, kw_only=True)
class VoteOpened(VoteEvent):
    """A question was put to so many electors."""

    name: ClassVar[str] = "vote.opened"
    question: str
    round: int
    roll: int
    present: int
    electors: int


@dataclass(frozen=True, kw_only=True)
class BallotsCast(VoteEvent):
    """So many ballots were accepted in one batch. Does not tell whose, nor what they say."""

    name: ClassVar[str] = "ballot.cast"
    count: int


@dataclass(frozen=True, kw_only=True)
class VoteClosed(VoteEvent):
    """The vote was closed and decided. Tells the result and each name with its choice."""

    name: ClassVar[str] = "vote.closed"
    question: str
    round: int
    result: dict[str, Any]
    sentence: str
    names: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class VoteVoided(VoteEvent):
    """The vote does not count. Its casts are kept."""

    name: ClassVar[str] = "vote.voided"
    round: int
    reason: str
