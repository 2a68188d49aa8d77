"""The numbers people call items by: from 1 without gaps among what is published.

They follow the order of the design, in which what nobody has seen yet has a place and no number.
"""

from collections import Counter
from collections.abc import Collection

from django.db.models import Case, Value, When

from agendas.errors import WouldRenumber
from agendas.models import Item
from agendas.states import ItemState
from meetings.models import Meeting

SETTLED = {ItemState.OPEN, ItemState.DONE}
Neighbourhood = tuple[int | None, bool]


def number_anew(meeting: Meeting | int, settled: set[int] | None = None) -> None:
    """Number what is published, unless one that was dealt with would be called by another number.

    ``settled`` are the keys of what keeps its number, where they are known.
    """
    published = Item.objects.filter(meeting=meeting, published_in__isnull=False)
    counted: Counter[Neighbourhood] = Counter()
    wrong: list[Item] = []
    had: set[int] = set()
    for item in published.order_by("position").only("parent", "restricted", "number"):
        among = (item.parent_id, item.restricted)
        counted[among] += 1
        if item.number != counted[among]:
            had |= {item.pk} if item.number else set()
            item.number = counted[among]
            wrong.append(item)
    if had & (dealt_with(meeting) if settled is None and had else settled or set()):
        raise WouldRenumber
    Item.objects.filter(pk__in=had).update(number=None)  # no number is given twice on the way
    write_each(wrong, "number")


def write_each(items: Collection[Item], field: str) -> None:
    """Write one field of each of these items, in one statement."""
    told = [When(pk=item.pk, then=Value(getattr(item, field))) for item in items]
    if told:
        Item.objects.filter(pk__in=[item.pk for item in items]).update(**{field: Case(*told)})


def dealt_with(meeting: Meeting | int) -> set[int]:
    """Return the keys of what keeps its number: what was dealt with, and the items above it."""
    settled = Item.objects.filter(meeting=meeting, state__in=SETTLED).order_by()
    return {key for pair in settled.values_list("pk", "parent") for key in pair if key}


def require_behind(settled: set[int], before: Collection[Item], order: Collection[int]) -> None:
    """Refuse an order in which something new stands before what was dealt with."""
    places = {item.pk: item.position for item in before}
    ranks = {key: rank for rank, key in enumerate(order)}
    for fixed in settled & {*places}:
        stood = {key for key, place in places.items() if place < places[fixed]}
        if {key for key, rank in ranks.items() if rank < ranks[fixed]} - stood:
            raise WouldRenumber
