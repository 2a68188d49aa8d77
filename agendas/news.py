"""What has changed since positions were given, as far as a reader may know of it."""

from collections.abc import Callable, Collection

from agendas.models import Position, PositionNews
from agendas.named_papers import closed_papers
from agendas.tabled import papers_of
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from people.models import Person


def news_for(
    reader: Person, meeting: Meeting, positions: Collection[Position]
) -> dict[int, tuple[PositionNews, ...]]:
    """Return the changes by item: of papers only of those that the reader reads."""
    of_papers = any(one.paper for position in positions for one in position.news.all())
    knows = _knows(reader, meeting) if of_papers else _everything
    return {
        position.item_id: tuple(one for one in position.news.all() if knows(one))
        for position in positions
    }


def _knows(reader: Person, meeting: Meeting) -> Callable[[PositionNews], bool]:
    """Tell of what a reader knows: nothing of papers that are restricted, or wait, for others."""
    if MeetingPolicy(reader, meeting).is_keeper:
        return _everything
    closed, waiting = closed_papers(reader, meeting), papers_of(meeting).waiting

    def knows(one: PositionNews) -> bool:
        return closed.get(one.paper or 0, (one.paper, one.number) not in waiting)

    return knows


def _everything(_one: PositionNews) -> bool:
    return True
