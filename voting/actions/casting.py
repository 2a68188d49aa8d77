"""Cast ballots: many at once under one lock, each kept, the latest of each elector counted.

Casting and closing lock the same row, the vote: nothing lands after the close, and what was
acknowledged is in the count.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from core.clock import now
from core.errors import NotSeen, Refusal
from meetings.states import Capacity
from people.models import Person
from realtime.journal import announce
from voting.actions.closing import close_if_overdue, locked, refuse_unless_open
from voting.errors import (
    AlreadyVoted,
    NoChange,
    NotAnElector,
    ReasonTooLong,
    SubstituteDoesNotVote,
    UnknownChoice,
)
from voting.events import BallotsCast
from voting.models import Elector, Vote
from voting.policies import votes_visible_to
from voting.receipts import receipt
from voting.states import Choice
from voting.storing import Accepted, store

Answer = dict[str, Any]
CHOICES = frozenset(Choice.values)
LONGEST_REASON = 2000
SEAT = (
    "person_id",
    "pk",
    "ballot__choice",
    "ballot__changes",
    "ballot__receipt",
    "ballot__cast__number",
    "ballot__cast__reason",
    "ballot__cast__command_id",
    "ballot__at",
)


@dataclass(frozen=True)
class Ask:
    """One person's wish to cast a ballot."""

    person: Person
    meeting_id: int
    vote_id: int
    choice: str
    reason: str = ""
    command_id: UUID = field(default_factory=uuid4)


@dataclass(slots=True)
class Seat:
    """An elector while a batch is worked through, with what was cast last."""

    elector_id: int
    choice: str
    changes: int
    receipt: str
    number: int
    reason: str
    command_id: UUID | None
    at: datetime | None


def cast_ballot(actor: Person, vote: Vote, *, choice: str, reason: str = "") -> Answer:
    """Cast one ballot and return what is recorded."""
    answer = cast_ballots([Ask(actor, vote.meeting_id, vote.pk, choice, reason)])[0]
    if isinstance(answer, Refusal):
        raise answer
    return answer


@transaction.atomic
def cast_ballots(asks: Sequence[Ask]) -> list[Answer | Refusal]:
    """Cast many ballots at once. Each ask gets its own answer or its own refusal, in order."""
    answers: dict[int, Answer | Refusal] = {}
    for vote_id in sorted({ask.vote_id for ask in asks}):
        group = {place: ask for place, ask in enumerate(asks) if ask.vote_id == vote_id}
        answers.update(zip(group, _cast_in(vote_id, list(group.values())), strict=True))
    return [answers[place] for place in range(len(asks))]


def _cast_in(vote_id: int, asks: list[Ask]) -> list[Answer | Refusal]:
    vote = locked(vote_id)
    if vote is None:
        return [NotSeen() for _ in asks]
    moment = now()
    close_if_overdue(vote, moment)
    batch = Batch(vote, moment, _seats(vote, asks))
    answers = [batch.answer(ask) for ask in asks]
    batch.write()
    return answers


def _seats(vote: Vote, asks: Iterable[Ask]) -> dict[int, Seat]:
    """Read the electors who ask, and their ballots, in one query."""
    people = {ask.person.pk for ask in asks}
    rows = Elector.objects.filter(vote=vote, person__in=people).values_list(*SEAT)
    return {
        person: Seat(elector, choice or "", changes or 0, code or "", number or 0, why or "", *rest)
        for person, elector, choice, changes, code, number, why, *rest in rows
    }


class Batch:
    """Ballots of one vote that are written together."""

    def __init__(self, vote: Vote, moment: datetime, seats: dict[int, Seat]) -> None:
        self.vote = vote
        self.moment = moment
        self.seats = seats
        self.casts: list[Accepted] = []

    def answer(self, ask: Ask) -> Answer | Refusal:
        """Accept one ask, or say why not."""
        try:
            return self._accept(ask)
        except Refusal as refusal:
            return refusal

    def write(self) -> None:
        """Store what was accepted, and tell how many ballots that were."""
        if not self.casts:
            return
        store(self.vote.pk, self.casts, self.moment)
        announce(self._told(), actor=None)

    def _accept(self, ask: Ask) -> Answer:
        seat = self.seats.get(ask.person.pk)
        if seat is None or not ask.person.is_active or ask.meeting_id != self.vote.meeting_id:
            raise _why_not(ask, self.vote)
        if seat.command_id == ask.command_id:  # its twin came through another door just before
            return self._recorded(seat)
        refuse_unless_open(self.vote)
        if ask.choice not in CHOICES:
            raise UnknownChoice
        if len(ask.reason) > LONGEST_REASON:
            raise ReasonTooLong
        if seat.number:
            self._refuse_second(ask, seat)
        return self._record(ask, seat)

    def _refuse_second(self, ask: Ask, seat: Seat) -> None:
        """A second ballot must say something new, and the rules must allow it."""
        if ask.choice == seat.choice and ask.reason in {"", seat.reason}:
            raise AlreadyVoted(choice=Choice(seat.choice).label, receipt=seat.receipt)
        if not self.vote.rules["may_change"]:
            raise NoChange(receipt=seat.receipt)

    def _record(self, ask: Ask, seat: Seat) -> Answer:
        seat.changes += 1 if seat.number else 0
        seat.number += 1
        seat.choice, seat.reason = ask.choice, ask.reason
        seat.command_id, seat.at = ask.command_id, self.moment
        seat.receipt = receipt(
            self.vote.pk,
            seat.elector_id,
            number=seat.number,
            choice=ask.choice,
            command_id=ask.command_id,
            at=self.moment,
            reason=ask.reason,
        )
        self.casts.append(
            Accepted(
                seat.elector_id, seat.number, seat.choice, seat.reason, ask.command_id, seat.receipt
            )
        )
        return self._recorded(seat)

    def _recorded(self, seat: Seat) -> Answer:
        return {
            "vote": self.vote.pk,
            "choice": seat.choice,
            "changes": seat.changes,
            "receipt": seat.receipt,
            "at": seat.at.isoformat() if seat.at is not None else None,
        }

    def _told(self) -> BallotsCast:
        return BallotsCast(
            meeting_id=self.vote.meeting_id,
            vote=self.vote.pk,
            item=self.vote.item_id,
            restricted=self.vote.item.restricted,
            count=len(self.casts),
        )


def _why_not(ask: Ask, vote: Vote) -> Refusal:
    """Choose the sentence for somebody who is not on the roll; a stranger sees no vote at all."""
    seen = votes_visible_to(ask.person).filter(pk=vote.pk, meeting=ask.meeting_id).exists()
    if not seen:
        return NotSeen()
    here = vote.meeting.participants.filter(person=ask.person).first()
    if here is not None and here.capacity == Capacity.SUBSTITUTE:
        return SubstituteDoesNotVote()
    return NotAnElector()
