"""Close a vote and decide it, or declare it void. Whoever closes holds the lock of the casts."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.utils import translation

from core.clock import now
from core.dates import clock_seconds
from core.errors import NotSeen
from core.policies import require
from core.states import move
from people.models import Person
from realtime.journal import announce
from voting.errors import ReasonNeeded, TooLate, VoteNotOpen, VoteWasVoided
from voting.events import VoteClosed, VoteVoided
from voting.freezing import Outcome, roll_of, rules_of
from voting.models import Vote
from voting.policies import may_conduct
from voting.results import names_of, sentence_of
from voting.rules import Tally, decide
from voting.states import VOTE_MOVES, VoteState

LONGEST_REASON = 300


@transaction.atomic
def close_vote(actor: Person, vote: Vote) -> Vote:
    """End the vote, count the ballots, decide, and keep the result with its rule."""
    require(may_conduct(actor, vote.meeting))
    found = _locked_open(vote)
    moment = now()
    if close_if_overdue(found, moment):
        return found
    return _settle(found, moment, actor=actor)


@transaction.atomic
def void_vote(actor: Person, vote: Vote, *, reason: str) -> Vote:
    """Declare an open vote void. Its casts are kept; a new round may follow."""
    require(may_conduct(actor, vote.meeting))
    found = _locked_open(vote)
    reason = " ".join(reason.split())
    if not 0 < len(reason) <= LONGEST_REASON:
        raise ReasonNeeded
    move(found, VoteState.VOID, moves=VOTE_MOVES)
    found.closed_at, found.void_reason = now(), reason
    found.save(update_fields=["state", "closed_at", "void_reason"])
    announce(VoteVoided(**_ids(found), round=found.round, reason=reason), actor=actor)
    return found


@transaction.atomic
def close_overdue(moment: datetime | None = None) -> list[Vote]:
    """Close every vote whose time is up, though nobody taps."""
    moment = moment or now()
    late = Vote.objects.filter(state=VoteState.OPEN, closes_at__lte=moment)
    votes = [locked(key) for key in late.order_by("pk").values_list("pk", flat=True)]
    return [vote for vote in votes if vote is not None and close_if_overdue(vote, moment)]


def locked(vote_id: int) -> Vote | None:
    """Lock the row that decides, and read it."""
    votes = Vote.objects.select_related("item", "meeting").select_for_update(of=("self",))
    return votes.filter(pk=vote_id).first()


def close_if_overdue(vote: Vote, moment: datetime) -> bool:
    """Close a locked vote whose time is up: what comes later is late by the server's clock."""
    if not vote.is_open or vote.closes_at is None or vote.closes_at > moment:
        return False
    _settle(vote, vote.closes_at, actor=None)
    return True


def refuse_unless_open(vote: Vote) -> None:
    """Nothing lands after the close."""
    if vote.state == VoteState.VOID:
        raise VoteWasVoided(reason=vote.void_reason)
    if not vote.is_open:
        raise TooLate(at=clock_seconds(vote.closed_at))


def tally_of(vote: Vote) -> Tally:
    """Count the ballots as they are stored."""
    counted = vote.ballots.order_by().values_list("choice").annotate(Count("pk"))
    return Tally(**dict(counted))


def _settle(vote: Vote, moment: datetime, *, actor: Person | None) -> Vote:
    tally = tally_of(vote)
    head = vote.ballots.filter(elector__breaks_tie=True).values_list("choice", flat=True).first()
    result = decide(tally, rules_of(vote), roll_of(vote), head=head)
    move(vote, VoteState.CLOSED, moves=VOTE_MOVES)
    vote.closed_at = moment
    vote.result = Outcome(tally=tally, result=result, head_choice=head).kept(vote.roll)
    vote.save(update_fields=["state", "closed_at", "result"])
    announce(_closed(vote), actor=actor)
    return vote


def _closed(vote: Vote) -> VoteClosed:
    with translation.override("vi"):
        sentence = sentence_of(vote)
    return VoteClosed(
        **_ids(vote),
        question=vote.question,
        round=vote.round,
        result=vote.decision,
        sentence=sentence,
        names=names_of(vote),
    )


def _ids(vote: Vote) -> dict[str, Any]:
    return {
        "meeting_id": vote.meeting_id,
        "vote": vote.pk,
        "item": vote.item_id,
        "restricted": vote.item.restricted,
    }


def _locked_open(vote: Vote) -> Vote:
    found = locked(vote.pk)
    if found is None:
        raise NotSeen
    if found.state == VoteState.VOID:
        raise VoteWasVoided(reason=found.void_reason)
    if not found.is_open:
        raise VoteNotOpen(at=clock_seconds(found.closed_at))
    return found
