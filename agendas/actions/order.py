"""The order of an agenda: places from 1 without gaps, restricted items in a series of their own.

Sub-items are numbered under their item. The items of a heading stand together, headings in order,
items without one first; the numbers run on through all headings.
"""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F, QuerySet

from agendas import events
from agendas.actions.checking import lapse_check
from agendas.actions.facts import fresh, hold, place_facts
from agendas.actions.numbers import SETTLED, dealt_with, number_anew, require_behind, write_each
from agendas.models import Item, Section
from agendas.policies import ItemPolicy
from agendas.rules import placed
from core.policies import require
from meetings.models import Meeting
from people.models import Person
from realtime.journal import announce

ASIDE = 10_000  # where a series waits while it is renumbered, so that no place is taken twice


@transaction.atomic
def move_item(actor: Person, item: Item, *, to: int, section: int | None = None) -> Item:
    """Give an item another place among its neighbours; its sub-items come along.

    It joins the heading of the item whose place it takes, or at the border between two the one
    asked for (0 is none). Items that were dealt with keep their numbers.
    """
    require(ItemPolicy(actor, item).may_edit)
    hold(item.meeting)
    item = fresh(item)
    before = item.place
    stood_under = item.section_id
    put(item, to, section)
    if item.place != before or item.section_id != stood_under:
        announce(events.ItemMoved(**place_facts(item), before=before), actor=actor)
    return item


def put(item: Item, to: int, section: int | None = None) -> None:
    """Renumber the item's neighbours with the item at place ``to``."""
    items = list(neighbours(item))
    order = placed([other.pk for other in items], item.pk, to)
    place = order.index(item.pk)
    if item.parent_id is None and item.state not in SETTLED:
        others = [other for other in items if other.pk != item.pk]
        is_fit, asked = _asked(item.meeting, others, place, section)
        join(item, asked if is_fit else items[place].section)
    settle(items, order)
    item.refresh_from_db(fields=["position", "number"])


def _asked(
    meeting: Meeting, others: Sequence[Item], place: int, key: int | None
) -> tuple[bool, Section | None]:
    """Return the heading asked for, and whether an item at that place may stand under it."""
    if key is None:
        return False, None
    section = meeting.sections.filter(pk=key).first()
    rank = section.order if section else 0
    before = rank_of(others[place - 1]) if place else 0
    after = rank_of(others[place]) if place < len(others) else ASIDE
    return before <= rank <= after, section


def put_in_section(item: Item, section: Section | None) -> None:
    """Renumber with the item behind the others of a heading."""
    others = [other for other in neighbours(item) if other.pk != item.pk]
    join(item, section)
    items = sorted([*others, item], key=rank_of)
    order = [other.pk for other in items]
    settle(items, order)
    item.refresh_from_db(fields=["position", "number"])


def join(item: Item, section: Section | None) -> None:
    """Let an item stand under another heading; it has to be checked again."""
    if item.section_id == (section.pk if section else None):
        return
    item.section = section
    item.save(update_fields=["section"])
    lapse_check(item)


def rank_of(item: Item) -> int:
    """Return where an item's heading stands among the headings; none is first."""
    return item.section.order if item.section else 0


def close_gaps(meeting: Meeting, *, restricted: bool) -> None:
    """Number a series from 1 again, heading after heading."""
    items = sorted(series(meeting, restricted=restricted), key=rank_of)
    settle(items, [item.pk for item in items])


def close_gaps_under(parent: Item) -> None:
    """Number the sub-items of an item from 1 again."""
    items = list(parent.sub_items.order_by("position"))
    settle(items, [item.pk for item in items])


def next_position(meeting: Meeting, *, restricted: bool) -> int:
    """Return the place behind the last item of a series."""
    return series(meeting, restricted=restricted).count() + 1


def series(meeting: Meeting, *, restricted: bool) -> QuerySet[Item]:
    """Return the items of one series in order, without their sub-items."""
    items = Item.objects.filter(meeting=meeting, restricted=restricted, parent__isnull=True)
    return items.select_related("section", "sponsor").order_by("position")


def neighbours(item: Item) -> QuerySet[Item]:
    """Return the items numbered together with an item, in order."""
    if item.parent_id is None:
        return series(item.meeting, restricted=item.restricted)
    return Item.objects.filter(parent=item.parent_id).order_by("position")


def settle(items: Sequence[Item], order: Sequence[int]) -> None:
    """Put these neighbours in this order, unless one that was dealt with would be renumbered."""
    wrong = [item for item in items if item.position != order.index(item.pk) + 1]
    if not wrong:
        return
    meeting = items[0].meeting_id
    settled = dealt_with(meeting)
    require_behind(settled, items, order)
    among = Item.objects.filter(pk__in=[item.pk for item in wrong])
    among.update(position=F("position") + ASIDE)
    for item in wrong:
        item.position = order.index(item.pk) + 1
    write_each(wrong, "position")
    number_anew(meeting, settled)
