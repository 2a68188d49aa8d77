"""Items that are called and adopted together: which they are, and whether they may be."""

from collections.abc import Iterable, Sequence

from agendas.errors import ItemOpposed, NotForAdoption, NothingChosen, QuorumLost
from agendas.models import Item
from agendas.rules import Tally
from agendas.states import ItemState
from agendas.tallies import is_adoptable, tallies_of
from meetings.models import Meeting
from meetings.quorum import quorum_of
from meetings.rules import Quorum

Tallies = dict[int, Tally]


def chosen_of(meeting: Meeting, items: Iterable[Item]) -> list[Item]:
    """Return these items of a locked meeting as they are now, in order."""
    keys = {item.pk for item in items}
    return list(meeting.items.filter(pk__in=keys).select_related("parent", "sponsor"))


def require_adoptable(meeting: Meeting, items: Sequence[Item]) -> tuple[Quorum, Tallies]:
    """Refuse unless all of these may be adopted together and the quorum is there."""
    if not items:
        raise NothingChosen
    tallies = tallies_of(meeting, items)
    for item in items:
        _require_unopposed(item, tallies[item.pk])
    count = quorum_of(meeting)
    if not count.is_met:
        raise QuorumLost(
            present=count.present, total=count.total, needed=count.needed, article=count.article
        )
    return count, tallies


def _require_unopposed(item: Item, tally: Tally) -> None:
    if is_adoptable(item, tally):
        return
    if item.state == ItemState.PLANNED and (tally.is_opposed or item.to_be_debated):
        raise ItemOpposed(label=item.label)
    raise NotForAdoption(label=item.label)
