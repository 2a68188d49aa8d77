"""The order of an agenda: places from 1 without gaps, restricted items in a series of their own."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F, QuerySet

from agendas import events
from agendas.actions.facts import facts_of, fresh, hold
from agendas.errors import WouldRenumber
from agendas.models import Item
from agendas.policies import ItemPolicy
from agendas.rules import placed
from agendas.states import ItemState
from core.policies import require
from meetings.models import Meeting
from people.models import Person
from realtime.journal import announce

ASIDE = 10_000  # where a series waits while it is renumbered, so that no place is taken twice


@transaction.atomic
def move_item(actor: Person, item: Item, *, to: int) -> Item:
    """Give an item another place. Items that were dealt with keep their numbers."""
    require(ItemPolicy(actor, item).may_edit)
    hold(item.meeting)
    item = fresh(item)
    before = item.label
    put(item, to)
    if item.label != before:
        announce(events.ItemMoved(**facts_of(item), before=before), actor=actor)
    return item


def put(item: Item, to: int) -> None:
    """Renumber the item's series with the item at place ``to``."""
    items = list(series(item.meeting, restricted=item.restricted))
    order = placed([other.pk for other in items], item.pk, to)
    _require_same_numbers(items, order)
    _renumber(item.meeting, item.restricted, order)
    item.position = order.index(item.pk) + 1


def close_gaps(meeting: Meeting, *, restricted: bool) -> None:
    """Number a series from 1 again."""
    _renumber(meeting, restricted, [item.pk for item in series(meeting, restricted=restricted)])


def next_position(meeting: Meeting, *, restricted: bool) -> int:
    """Return the place behind the last item of a series."""
    return series(meeting, restricted=restricted).count() + 1


def series(meeting: Meeting, *, restricted: bool) -> QuerySet[Item]:
    """Return the items of one series in order."""
    return Item.objects.filter(meeting=meeting, restricted=restricted).order_by("position")


def _require_same_numbers(items: Sequence[Item], order: Sequence[int]) -> None:
    """Refuse an order that would give another number to an item that was dealt with."""
    for item in items:
        settled = item.state in {ItemState.OPEN, ItemState.DONE}
        if settled and order.index(item.pk) + 1 != item.position:
            raise WouldRenumber


def _renumber(meeting: Meeting, restricted: bool, order: Sequence[int]) -> None:
    items = series(meeting, restricted=restricted)
    wrong = [i for i in items if i.position != order.index(i.pk) + 1]
    if not wrong:
        return
    keys = [item.pk for item in wrong]
    items.filter(pk__in=keys).update(position=F("position") + ASIDE)
    for item in wrong:
        item.position = order.index(item.pk) + 1
    Item.objects.bulk_update(wrong, ["position"])
