"""The numbers people call items by: from 1 without gaps among what is published.

They follow the order of the design, in which what nobody has seen yet has a place and no number.
"""

from collections import Counter
from collections.abc import Collection

from agendas.errors import WouldRenumber
from agendas.models import Item
from agendas.states import ItemState
from meetings.models import Meeting

SETTLED = {ItemState.OPEN, ItemState.DONE}
Neighbourhood = tuple[int | None, bool]


def number_anew(meeting: Meeting | int) -> None:
    """Number what is published, unless one that was dealt with would be called by another number."""
    items = Item.objects.filter(meeting=meeting, published_in__isnull=False).order_by("position")
    counted: Counter[Neighbourhood] = Counter()
    wrong: list[Item] = []
    for item in items:
        among = (item.parent_id, item.restricted)
        counted[among] += 1
        if item.number != counted[among]:
            wrong.append(item)
            _require_free(meeting, item)
            item.number = counted[among]
    Item.objects.filter(pk__in=[item.pk for item in wrong]).update(number=None)
    Item.objects.bulk_update(wrong, ["number"])


def dealt_with(meeting: Meeting | int) -> set[int]:
    """Return the keys of what keeps its number: what was dealt with, and the items above it."""
    settled = Item.objects.filter(meeting=meeting, state__in=SETTLED).order_by()
    return {key for pair in settled.values_list("pk", "parent") for key in pair if key}


def require_behind(
    meeting: Meeting | int, before: Collection[Item], order: Collection[int]
) -> None:
    """Refuse an order in which something new stands before what was dealt with."""
    places = {item.pk: item.position for item in before}
    ranks = {key: rank for rank, key in enumerate(order)}
    for fixed in dealt_with(meeting) & {*places}:
        stood = {key for key, place in places.items() if place < places[fixed]}
        if {key for key, rank in ranks.items() if rank < ranks[fixed]} - stood:
            raise WouldRenumber


def _require_free(meeting: Meeting | int, item: Item) -> None:
    if item.number is not None and item.pk in dealt_with(meeting):
        raise WouldRenumber
