"""What voting has to say when a meeting or an item is about to leave the floor."""

from django.db.models import QuerySet

from agendas.guards import guards_items
from agendas.models import Item
from meetings.guards import guards_moves
from meetings.models import Meeting
from people.models import Person
from voting.errors import VoteStillOpen
from voting.models import Vote
from voting.states import VoteState


@guards_moves
def no_open_vote(actor: Person, meeting: Meeting, to: str) -> None:
    """A meeting does not leave an open vote behind."""
    _refuse_open(meeting.votes.all())


@guards_items
def no_open_vote_on(item: Item) -> None:
    """An item is not concluded or withdrawn while its vote is open."""
    _refuse_open(item.votes.all())


def _refuse_open(votes: QuerySet[Vote]) -> None:
    running = votes.filter(state=VoteState.OPEN).first()
    if running is not None:
        raise VoteStillOpen(question=running.question)
