"""Deeds of voting that travel over the socket."""

from collections.abc import Sequence
from typing import Any

from agendas.policies import items_visible_to
from core.errors import BadInput, NotSeen, Refusal
from people.models import Person
from realtime.commands import Call, batch_command, command
from voting.actions import Ask, cast_ballots, close_vote, open_vote, void_vote
from voting.models import Vote
from voting.policies import votes_visible_to

Data = dict[str, Any]


@command("vote.open")
def open_(person: Person, meeting_id: int, data: Data) -> Data:
    """Put a question: {item, question, seconds?}."""
    items = items_visible_to(person).filter(meeting=meeting_id, pk=_number(data, "item"))
    item = items.select_related("meeting").first()
    if item is None:
        raise NotSeen
    seconds = _number(data, "seconds") if data.get("seconds") else None
    vote = open_vote(person, item, question=_text(data, "question"), seconds=seconds)
    return {"vote": vote.pk}


@command("vote.close")
def close(person: Person, meeting_id: int, data: Data) -> Data:
    """End a vote: {vote}."""
    vote = close_vote(person, _vote(person, meeting_id, data))
    return {"vote": vote.pk, "adopted": vote.decision["adopted"]}


@command("vote.void")
def void(person: Person, meeting_id: int, data: Data) -> Data:
    """Declare a vote void: {vote, reason}."""
    vote = void_vote(person, _vote(person, meeting_id, data), reason=_text(data, "reason"))
    return {"vote": vote.pk}


@batch_command("ballot.cast")
def cast(calls: list[Call]) -> Sequence[Data | Refusal]:
    """Cast ballots: {vote, choice, reason?}. What arrives together is committed together."""
    asks = [_ask(call) for call in calls]
    good = [ask for ask in asks if isinstance(ask, Ask)]
    answers = iter(cast_ballots(good))
    return [next(answers) if isinstance(ask, Ask) else ask for ask in asks]


def _ask(call: Call) -> Ask | Refusal:
    try:
        vote, choice = _number(call.data, "vote"), _text(call.data, "choice")
        reason = _text(call.data, "reason").strip()
    except Refusal as refusal:
        return refusal
    return Ask(call.person, call.meeting_id, vote, choice, reason, call.command_id)


def _vote(person: Person, meeting_id: int, data: Data) -> Vote:
    votes = votes_visible_to(person).filter(meeting=meeting_id)
    found = votes.filter(pk=_number(data, "vote")).first()
    if found is None:
        raise NotSeen
    return found


def _number(data: Data, name: str) -> int:
    value = data.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**63:
        raise BadInput
    return value


def _text(data: Data, name: str) -> str:
    value = data.get(name, "")
    if not isinstance(value, str):
        raise BadInput
    return value
