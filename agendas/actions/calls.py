"""The last call: who objects now takes the item out, on every screen at once."""

from collections.abc import Iterable
from datetime import timedelta
from math import ceil

from django.db import transaction

from agendas.actions.blocks import chosen_of, require_adoptable
from agendas.actions.facts import fresh, hold_in_session
from agendas.actions.positions import write_position
from agendas.errors import (
    AnotherItemOpen,
    LastCallMissing,
    LastCallRuns,
    NoLastCall,
    NotForAdoption,
)
from agendas.families import Family, members_of
from agendas.models import Item, LastCall, Position
from agendas.opinions import LastCallEnded, LastCallMade
from agendas.policies import ItemPolicy
from agendas.states import ItemState, Stance
from core.clock import now
from core.policies import require
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from meetings.quorum import rules_for
from people.models import Person
from realtime.journal import announce


@transaction.atomic
def call_last(actor: Person, meeting: Meeting, items: Iterable[Item]) -> LastCall:
    """Ask everybody for the last time who objects to these items."""
    require(MeetingPolicy(actor, meeting).may_run)
    meeting = hold_in_session(meeting)
    chosen = chosen_of(meeting, items)
    require_adoptable(meeting, chosen)
    current = meeting.items.filter(state=ItemState.OPEN).first()
    if current:
        raise AnotherItemOpen(label=current.label)
    drop_call(meeting)
    seconds, begin = rules_for(meeting).last_call_seconds, now()
    call = LastCall.objects.create(
        meeting=meeting,
        called_by=actor,
        called_at=begin,
        ends_at=begin + timedelta(seconds=seconds),
    )
    items = members_of(chosen)
    call.items.set(items)
    announce(_made(meeting, items, seconds), actor=actor)
    return call


@transaction.atomic
def object_in_call(actor: Person, item: Item, *, reason: str = "") -> Position:
    """Object at the last call; the reason may be told when the item is debated."""
    require(ItemPolicy(actor, item).may_take_position)
    hold_in_session(item.meeting)
    item = fresh(item)
    if not LastCall.objects.filter(meeting=item.meeting_id, items=item).exists():
        raise NoLastCall(label=item.label)
    if item.state != ItemState.PLANNED:
        raise NotForAdoption(label=item.label)
    return write_position(actor, item, Stance.OBJECTION, reason.strip(), in_call=True)


@transaction.atomic
def end_call(actor: Person, meeting: Meeting) -> None:
    """Put the last call away; nothing is adopted by it."""
    require(MeetingPolicy(actor, meeting).may_run)
    meeting = hold_in_session(meeting)
    if not drop_call(meeting):
        raise LastCallMissing
    announce(LastCallEnded(meeting_id=meeting.pk), actor=actor)


def drop_call(meeting: Meeting) -> bool:
    """Remove the last call of a locked meeting; tell whether there was one."""
    deleted, _by_kind = LastCall.objects.filter(meeting=meeting).delete()
    return deleted > 0


def leave_call(item: Item) -> None:
    """Take an item with all that belongs to it out of a last call: it is another than was called."""
    whole = item.parent or item
    for call in LastCall.objects.filter(meeting=item.meeting_id):
        call.items.remove(whole, *whole.sub_items.all())
        if not call.items.exists():
            call.delete()


def called_items(meeting: Meeting) -> list[Family]:
    """Return what may still be adopted of the last call: items with all their sub-items called."""
    call = LastCall.objects.filter(meeting=meeting).first()
    if call is None:
        raise LastCallMissing
    called = set(call.items.values_list("pk", flat=True))
    return [
        family
        for family in chosen_of(meeting, call.items.all())
        if family.is_adoptable and called.issuperset(one.pk for one in family.members)
    ]


def require_called(meeting: Meeting, items: Iterable[Item]) -> None:
    """Refuse to adopt what no last call was made on, or while it runs, if the rules ask for one."""
    if not rules_for(meeting).last_call_seconds:
        return
    call = LastCall.objects.filter(meeting=meeting).first()
    if call is None:
        raise LastCallMissing
    called = set(call.items.values_list("pk", flat=True))
    for item in items:
        if item.pk not in called:
            raise NoLastCall(label=item.label)
    left = ceil((call.ends_at - now()).total_seconds())
    if left > 0:
        raise LastCallRuns(seconds=left)


def _made(meeting: Meeting, items: list[Item], seconds: int) -> LastCallMade:
    told = {r: [_named(one) for one in items if one.restricted == r] for r in (False, True)}
    return LastCallMade(
        meeting_id=meeting.pk, seconds=seconds, items=told[False], restricted_items=told[True]
    )


def _named(item: Item) -> dict[str, str | int | bool | None]:
    return {"item_id": item.pk, "label": item.label, "title": item.title}
