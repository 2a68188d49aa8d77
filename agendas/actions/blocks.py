"""Items that are called and adopted together: which they are, and whether they may be."""

from collections.abc import Iterable, Sequence

from agendas.errors import ItemOpposed, NotForAdoption, NothingChosen, QuorumLost, SubItemFollows
from agendas.families import Family, families_of, goes_with
from agendas.models import Item
from agendas.states import ItemState
from meetings.models import Meeting
from meetings.quorum import quorum_of
from meetings.rules import Quorum


def chosen_of(meeting: Meeting, items: Iterable[Item]) -> list[Family]:
    """Return these items of a locked meeting as they are now, in order, with their sub-items."""
    keys = {item.pk for item in items}
    chosen = meeting.items.filter(pk__in=keys).select_related("parent", "sponsor")
    return families_of(meeting, chosen)


def require_adoptable(meeting: Meeting, families: Sequence[Family]) -> Quorum:
    """Refuse unless all of these may be adopted together and the quorum is there."""
    if not families:
        raise NothingChosen
    for family in families:
        _require_unopposed(family)
    count = quorum_of(meeting)
    if not count.is_met:
        raise QuorumLost(
            present=count.present, total=count.total, needed=count.needed, article=count.article
        )
    return count


def _require_unopposed(family: Family) -> None:
    opposed = family.opposed
    if family.head.state == ItemState.PLANNED and opposed:
        raise ItemOpposed(label=opposed[0].label)
    if goes_with(family.head):
        raise SubItemFollows(label=family.head.label)
    if not family.is_adoptable:
        raise NotForAdoption(label=family.head.label)
