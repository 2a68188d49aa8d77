"""Positions as chair and secretary see them: every member, every item."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, OuterRef

from agendas.families import goes_with, is_entered
from agendas.models import IN_ORDER, Item, Position, PositionNews
from agendas.rules import Tally
from agendas.sheets import POSITION
from agendas.states import OPPOSING, ItemState
from agendas.tallies import Electorate, electorate_of, tallied
from meetings.deadlines import SessionLimit, deadlines_of
from meetings.models import Meeting, Participant
from meetings.policies import MeetingPolicy
from meetings.quorum import rules_for
from meetings.states import PositionsShown
from people.models import Person


@dataclass(frozen=True)
class Cell:
    """How one member stands to one item; ``asked`` is false where the item is hidden from him."""

    place: Participant
    item: Item
    position: Position | None
    asked: bool = True

    @property
    def stance(self) -> str:
        return self.position.stance if self.position else ""


@dataclass
class Board:
    """The positions given on some items of a meeting, read once."""

    meeting: Meeting
    items: list[Item]

    @cached_property
    def limit(self) -> SessionLimit:
        """Return until when positions are asked for."""
        return deadlines_of(self.meeting.body_id).before(POSITION, self.meeting)

    @cached_property
    def electorate(self) -> Electorate:
        return electorate_of(self.meeting, self.items)

    @cached_property
    def given(self) -> list[Position]:
        given = Position.objects.filter(item__in=[item.pk for item in self.items])
        given = given.exclude(stance="").select_related("participant__person", "item__parent")
        given = given.annotate(
            is_outdated=Exists(PositionNews.objects.filter(position=OuterRef("pk")))
        )
        return list(given.order_by("item__restricted", "item__position", "participant__order"))

    @cached_property
    def tallies(self) -> dict[int, Tally]:
        return tallied(self.electorate, self.given)

    @cached_property
    def places(self) -> list[Participant]:
        """Return the voting members in protocol order."""
        members = self.meeting.participants.filter(has_vote=True)
        return list(members.select_related("person", "agency"))

    @cached_property
    def _by_key(self) -> dict[tuple[int, int], Position]:
        return {(one.item_id, one.participant_id): one for one in self.given}

    def cells_of(self, item: Item) -> list[Cell]:
        """Return how each member who sees the item stands to it."""
        return [self._cell(place, item) for place in self.electorate[item.pk]]

    def silent_on(self, item: Item) -> list[Participant]:
        """Return who has not answered."""
        return [cell.place for cell in self.cells_of(item) if cell.position is None]

    def outdated_on(self, item: Item) -> int:
        """Count the positions given before something under the item changed."""
        given = (cell.position for cell in self.cells_of(item))
        return sum(getattr(one, "is_outdated", False) for one in given)

    @property
    def outdated(self) -> int:
        return sum(self.outdated_on(item) for item in self.items)

    def late_on(self, item: Item) -> int:
        """Count the positions given after the limit."""
        return sum(self.is_late(cell.position) for cell in self.cells_of(item))

    def is_late(self, position: Position | None) -> bool:
        """Tell whether a position was given after the limit."""
        return position is not None and position.is_after(self.limit.moment)

    def opposing(self, item: Item) -> list[Position]:
        """Return who objects or wishes to speak."""
        positions = (cell.position for cell in self.cells_of(item))
        return [one for one in positions if one and one.stance in OPPOSING]

    def debated_for(self, item: Item) -> Item | None:
        """Return what takes an item off the block: it, one of its parts, or the whole it belongs to."""
        head = goes_with(item) or item
        if not is_entered(head):
            return None
        opposed = [one for one in self.items if self._holds_back(one, head)]
        if not opposed or item in opposed:
            return item if opposed else None
        return opposed[0] if item == head else head

    def _holds_back(self, one: Item, head: Item) -> bool:
        is_part = one == head or (one.parent_id == head.pk and one.state == ItemState.PLANNED)
        return is_part and (one.to_be_debated or self.tallies[one.pk].is_opposed)

    def matrix(self) -> Iterator[tuple[Participant, list[Cell]]]:
        """Yield each member with a cell an item."""
        asked = {(key, place.pk) for key, places in self.electorate.items() for place in places}
        for place in self.places:
            yield (
                place,
                [
                    self._cell(place, item, asked=(item.pk, place.pk) in asked)
                    for item in self.items
                ],
            )

    def _cell(self, place: Participant, item: Item, *, asked: bool = True) -> Cell:
        return Cell(place, item, self._by_key.get((item.pk, place.pk)) if asked else None, asked)


def board_of(meeting: Meeting, known: Iterable[Item] | None = None) -> Board:
    """Return the positions on everything that is published; items that are ``known`` are not read."""
    if known is not None:
        return Board(meeting, [item for item in known if item.is_published])
    items = meeting.items.filter(published_in__isnull=False).select_related("parent", "sponsor")
    return Board(meeting, list(items.order_by(*IN_ORDER)))


def board_on(person: Person, item: Item) -> Board | None:
    """Return the positions on one item for its keepers; to members once the item is reached."""
    policy = MeetingPolicy(person, item.meeting)
    if policy.may_run:
        return Board(item.meeting, [item])
    is_reached = item.state in {ItemState.OPEN, ItemState.DONE} and item.meeting.opened_at
    if not (is_reached and policy.may_take_part):
        return None
    shown = rules_for(item.meeting).positions_shown == PositionsShown.MEMBERS
    return Board(item.meeting, [item]) if shown else None
