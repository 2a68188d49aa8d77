"""The vote on the live screens. A restricted one is told to the console and to those entitled."""

from typing import Any

from people.models import Person
from realtime.live import Audience, personal, section
from voting.board import board, own_ballot
from voting.deadline import current_vote
from voting.models import Vote
from voting.policies import sees

FLOOR = ("item.opened", "item.closed", "item.restricted")
JSON = dict[str, Any] | None


@section("vote", on=("vote.", "ballot.", *FLOOR))
def vote_section(meeting_id: int, audience: Audience) -> JSON:
    """Tell the running or latest vote; nothing of a restricted one outside the console."""
    vote = None if audience == "guest" else current_vote(meeting_id)
    if vote is None or (vote.item.restricted and audience != "console"):
        return None
    return board(vote)


@personal("ballot", on=("vote.", *FLOOR))
def ballot_part(meeting_id: int, person: Person) -> JSON:
    """Tell a person the own ballot in the vote that is shown."""
    vote = _for(meeting_id, person)
    return own_ballot(vote, person) if vote else None


@personal("vote", on=("vote.", *FLOOR))
def vote_part(meeting_id: int, person: Person) -> JSON:
    """Tell a restricted vote to those who see its item."""
    vote = _for(meeting_id, person)
    return board(vote) if vote and vote.item.restricted else None


def _for(meeting_id: int, person: Person) -> Vote | None:
    vote = current_vote(meeting_id)
    if vote is None or (vote.item.restricted and not sees(person, vote.item)):
        return None
    return vote
