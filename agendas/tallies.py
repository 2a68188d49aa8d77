"""How members stand to items: who is asked, what was given, what may be adopted together."""

from collections import Counter
from collections.abc import Iterable

from agendas.models import Item, Position
from agendas.policies import seeing_each
from agendas.rules import Tally
from agendas.states import ItemKind, ItemState, Stance
from meetings.models import Meeting, Participant
from meetings.policies import keepers_of

Electorate = dict[int, list[Participant]]


def electorate_of(meeting: Meeting, items: Iterable[Item]) -> Electorate:
    """Return the voting members who see each item, in protocol order, by the item's key."""
    voters = list(meeting.participants.filter(has_vote=True).select_related("person", "agency"))
    items = list(items)
    restricted = [item for item in items if item.restricted]
    seeing = seeing_each(restricted, keepers_of(meeting)) if restricted else {}
    return {item.pk: _who_see(seeing.get(item.pk), voters) for item in items}


def tallies_of(meeting: Meeting, items: Iterable[Item]) -> dict[int, Tally]:
    """Count the positions given on each item."""
    items = list(items)
    electorate = electorate_of(meeting, items)
    given = Position.objects.filter(item__in=[item.pk for item in items]).exclude(stance="")
    return tallied(electorate, given)


def tallied(electorate: Electorate, positions: Iterable[Position]) -> dict[int, Tally]:
    """Count positions; of somebody who sees the item no more none counts."""
    asked = {(key, place.pk) for key, places in electorate.items() for place in places}
    found: dict[int, Counter[str]] = {key: Counter() for key in electorate}
    for one in positions:
        if (one.item_id, one.participant_id) in asked:
            found[one.item_id][one.stance] += 1
    return {key: _tally(len(places), found[key]) for key, places in electorate.items()}


def is_adoptable(item: Item, tally: Tally) -> bool:
    """Tell whether a published item may be adopted with others: entered for it, or all agree."""
    is_waiting = item.state == ItemState.PLANNED and item.is_published
    if not is_waiting or item.to_be_debated or tally.is_opposed:
        return False
    if item.kind == ItemKind.ADOPTION:
        return True
    return item.kind == ItemKind.DECISION and tally.is_unanimous


def _who_see(seeing: set[int] | None, voters: list[Participant]) -> list[Participant]:
    if seeing is None:
        return voters
    return [place for place in voters if place.person_id in seeing]


def _tally(voters: int, count: Counter[str]) -> Tally:
    return Tally(
        voters=voters,
        no_objection=count[Stance.NO_OBJECTION],
        objection=count[Stance.OBJECTION],
        speak=count[Stance.SPEAK],
    )
