"""The running or latest vote as the live screens need it."""

from typing import Any

from agendas.states import ItemState
from people.models import Person
from voting.freezing import rules_of
from voting.models import Vote
from voting.results import names_of, sentences_of
from voting.rules import needed_of
from voting.states import Base, VoteState

Board = dict[str, Any]


def shown_vote(meeting_id: int) -> Vote | None:
    """Return the open vote of a meeting, else the latest one on the item under discussion."""
    votes = Vote.objects.filter(meeting=meeting_id).select_related("item").order_by("-pk")
    return (
        votes.filter(state=VoteState.OPEN).first()
        or votes.filter(item__state=ItemState.OPEN).first()
    )


def board(vote: Vote) -> Board:
    """Return a vote for the live state. While it is open, nothing tells how anybody votes."""
    seats = list(vote.electors.values_list("participant_id", "pk"))
    cast = set(vote.ballots.values_list("elector_id", flat=True))
    return {
        "id": vote.pk,
        "item": vote.item_id,
        "question": vote.question,
        "state": vote.state,
        "round": vote.round,
        "opened_at": vote.opened_at.isoformat(),
        "closes_at": vote.closes_at.isoformat() if vote.closes_at else None,
        "total": vote.roll,
        "needed": _needed(vote),
        "may_change": vote.rules["may_change"],
        "voted": [p for p, elector in seats if elector in cast],
        "waiting": [p for p, elector in seats if elector not in cast],
        "void_reason": vote.void_reason,
        **_ended(vote),
    }


def own_ballot(vote: Vote, person: Person) -> Board | None:
    """Return the person's own ballot; without receipt when still silent; None off the roll."""
    if not vote.electors.filter(person=person).exists():
        return None
    mine = vote.ballots.filter(elector__person=person).first()
    told: Board = {"choice": None, "changes": 0, "receipt": None, "at": None}
    if mine is not None:
        at = mine.at.isoformat()
        told = {"choice": mine.choice, "changes": mine.changes, "receipt": mine.receipt, "at": at}
    return {"vote": vote.pk, **told}


def _needed(vote: Vote) -> int | None:
    """How many must agree, where that is known before the close."""
    if vote.result is not None:
        needed: int = vote.result["needed"]
        return needed
    rules = rules_of(vote)
    if rules.base == Base.CAST:
        return None
    base = vote.roll if rules.base == Base.MEMBERS else vote.present
    return needed_of(base, rules)


def _ended(vote: Vote) -> Board:
    if vote.state != VoteState.CLOSED or vote.result is None:
        return {"counts": None, "names": None, "result": None}
    kept = vote.result
    sentences = sentences_of(vote)
    names = [{"p": row["p"], "choice": row["choice"]} for row in names_of(vote)]
    return {
        "counts": {key: kept[key] for key in ("yes", "no", "other")},
        "names": names,
        "result": {
            **{key: kept[key] for key in ("adopted", "rule", "needed", "yes", "no", "other")},
            "silent": kept["silent"],
            "sentence": sentences["vi"],
            "sentences": sentences,
        },
    }
