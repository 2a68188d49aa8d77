"""What is adopted as one: an item with its sub-items, all of them or none."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from agendas.models import Item
from agendas.rules import Tally
from agendas.states import GONE, ItemKind, ItemState
from agendas.tallies import is_adoptable, tallies_of
from meetings.models import Meeting

SETTLED = {*GONE, ItemState.DONE}


@dataclass(frozen=True)
class Family:
    """An item with its sub-items that are still to be dealt with, and how members stand to each."""

    head: Item
    subs: list[Item]
    tallies: dict[int, Tally]

    @property
    def members(self) -> list[Item]:
        return [self.head, *self.subs]

    @property
    def opposed(self) -> list[Item]:
        """Return what somebody objects to, wishes to speak on, or asked to have debated."""
        return [one for one in self.members if one.to_be_debated or self.tallies[one.pk].is_opposed]

    @property
    def is_adoptable(self) -> bool:
        """Tell whether all of it may be adopted together, with nothing left behind."""
        return is_adoptable(self.head, self.tallies[self.head.pk]) and all(
            self._goes_along(sub) for sub in self.subs
        )

    def _goes_along(self, sub: Item) -> bool:
        """Under what is entered for adoption silence will do; else a sub-item stands for itself."""
        tally = self.tallies[sub.pk]
        if self.head.kind != ItemKind.ADOPTION:
            return is_adoptable(sub, tally)
        is_waiting = sub.state == ItemState.PLANNED and sub.is_published
        return is_waiting and sub not in self.opposed


def goes_with(item: Item) -> Item | None:
    """Return the item whose part a sub-item is on the block: it is not adopted apart from it."""
    above = item.parent
    is_part = above is not None and is_entered(above) and above.state == ItemState.PLANNED
    return above if is_part else None


def is_entered(item: Item) -> bool:
    """Tell whether an item, or the one it is a part of, is entered for adoption."""
    return item.kind == ItemKind.ADOPTION or bool(item.parent and is_entered(item.parent))


def families_of(meeting: Meeting, items: Iterable[Item]) -> list[Family]:
    """Return what these items are adopted as, in order; sub-items chosen with their item once."""
    items = list(items)
    chosen = {item.pk for item in items}
    return families_under(meeting, [item for item in items if item.parent_id not in chosen])


def families_under(meeting: Meeting, heads: list[Item]) -> list[Family]:
    """Return each of these items with its sub-items that are still to be dealt with."""
    subs = Item.objects.filter(parent__in=[head.pk for head in heads]).exclude(state__in=SETTLED)
    under: dict[int | None, list[Item]] = defaultdict(list)
    for sub in subs.select_related("parent", "sponsor").order_by("position"):
        under[sub.parent_id].append(sub)
    tallies = tallies_of(meeting, {*heads, *(sub for group in under.values() for sub in group)})
    return [Family(head, under[head.pk], tallies) for head in heads]


def members_of(families: Iterable[Family]) -> list[Item]:
    """Return each item with its sub-items behind it."""
    return [one for family in families for one in family.members]
