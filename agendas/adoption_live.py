"""What a meeting's live page knows of positions and of the last call."""

from collections.abc import Iterable

from agendas.board import Board
from agendas.families import Family, families_of, families_under, goes_with, members_of
from agendas.models import IN_ORDER, Item, LastCall, Position
from agendas.policies import items_visible_to
from agendas.states import OPPOSING, ItemKind, ItemState
from agendas.tallies import tallies_of
from meetings.models import Meeting
from meetings.quorum import rules_for
from meetings.states import PositionsShown
from people.models import Person
from realtime.live import JSON, Audience, personal, section

TOUCHED = ("position.", "paper.", "adoption.", "item.", "agenda.", "meeting.")
BLOCK_KINDS = [ItemKind.ADOPTION, ItemKind.DECISION]


@section("adoption", on=TOUCHED)
def adoption(meeting_id: int, audience: Audience) -> JSON:
    """Tell the last call; to members the counts on the item that is reached; to the console all.

    Guests hear nothing: the items called are not theirs.
    """
    if audience == "guest":
        return {"call": None, "reached": None, "items": []}
    meeting = Meeting.objects.select_related("body").get(pk=meeting_id)
    return {
        "call": _call(meeting, audience),
        "reached": _reached(meeting) if audience != "wall" else None,
        "items": _lines(meeting) if audience == "console" else [],
    }


@personal("call", on=("position.", "adoption.", "item."))
def own_call(meeting_id: int, person: Person) -> JSON:
    """Tell somebody what is called that only he or she sees, and to what he or she objects."""
    call = LastCall.objects.filter(meeting=meeting_id).select_related("meeting").first()
    if call is None:
        return None
    seen = items_visible_to(person).filter(last_calls=call, restricted=True)
    opposed = Position.objects.filter(
        item__last_calls=call, participant__person=person, stance__in=OPPOSING
    )
    return {
        "items": _called(call.meeting, seen.select_related("parent")),
        "objected": sorted(opposed.values_list("item", flat=True)),
    }


def _lines(meeting: Meeting) -> list[JSON]:
    """Tell each item: the counts, who has not answered, who objects and why; sub-items with theirs."""
    items = meeting.items.filter(
        state=ItemState.PLANNED, kind__in=BLOCK_KINDS, published_in__isnull=False
    )
    items = items.select_related("parent").order_by(*IN_ORDER)
    families = families_under(meeting, [item for item in items if not goes_with(item)])
    board = Board(meeting, members_of(families))
    return [_line(board, family) for family in families]


def _line(board: Board, family: Family) -> JSON:
    item, tally = family.head, family.tallies[family.head.pk]
    return {
        **_named(item),
        "entered": item.kind == ItemKind.ADOPTION,
        "adoptable": family.is_adoptable,
        "voters": tally.voters,
        "no_objection": tally.no_objection,
        "outdated": board.outdated_on(item),
        "silent": [place.pk for place in board.silent_on(item)],
        "subs": [_named(sub) for sub in family.subs if sub.is_published],
        "against": [_against(one, item) for m in family.members for one in board.opposing(m)],
        "held": _held(family),
    }


def _against(position: Position, head: Item) -> JSON:
    """Tell who opposes; ``on`` is the number of the sub-item, nothing for the item itself."""
    return {
        "p": position.participant_id,
        "name": str(position.participant),
        "stance": position.stance,
        "reason": position.reason,
        "on": "" if position.item_id == head.pk else position.item.label,
    }


def _held(family: Family) -> list[JSON]:
    """Tell what else holds an item back: a sub-item to be debated, or one nobody has seen yet."""
    debated: list[JSON] = [
        {"label": sub.label, "why": "debate"} for sub in family.subs if sub.to_be_debated
    ]
    unseen: list[JSON] = [
        {"label": "", "why": "unpublished"} for sub in family.subs if not sub.is_published
    ]
    return [*debated, *unseen]


def _call(meeting: Meeting, audience: Audience) -> JSON:
    call = LastCall.objects.filter(meeting=meeting).first()
    if call is None:
        return None
    items = call.items.select_related("parent").order_by(*IN_ORDER)
    if audience != "console":
        items = items.filter(restricted=False)
    return {
        "called_at": call.called_at.isoformat(),
        "ends_at": call.ends_at.isoformat(),
        "items": _called(meeting, items),
    }


def _called(meeting: Meeting, items: Iterable[Item]) -> list[JSON]:
    """Tell what is called; with one sub-item, or one that was not called, the whole item is out."""
    items = list(items)
    called = {item.pk for item in items}
    stays = {
        one.pk
        for family in families_of(meeting, items)
        if family.is_adoptable and called.issuperset(member.pk for member in family.members)
        for one in family.members
    }
    return [{**_named(item), "out": item.pk not in stays} for item in items]


def _reached(meeting: Meeting) -> JSON:
    """Tell the counts on the item under discussion, where the rules let members see them."""
    item = meeting.items.filter(state=ItemState.OPEN, restricted=False).first()
    if item is None or rules_for(meeting).positions_shown != PositionsShown.MEMBERS:
        return None
    tally = tallies_of(meeting, [item])[item.pk]
    return {
        "item": item.pk,
        "voters": tally.voters,
        "no_objection": tally.no_objection,
        "objection": tally.objection,
        "speak": tally.speak,
    }


def _named(item: Item) -> dict[str, JSON]:
    return {"id": item.pk, "label": item.label, "title": item.title}
