"""Bringing an item before the meeting, and concluding it."""

from django.db import transaction

from agendas import events
from agendas.actions.calls import drop_call
from agendas.actions.facts import facts_of, fresh, hold_in_session
from agendas.actions.speeches import clear_floor
from agendas.actions.timers import clear_timer, set_timer
from agendas.errors import AnotherItemOpen, InNoVersion, ItemNotOpen
from agendas.guards import ask_guards
from agendas.models import Item
from agendas.policies import ItemPolicy
from agendas.states import ITEM_MOVES, ItemState
from core.clock import now
from core.policies import require
from core.states import move
from meetings.models import Meeting
from people.models import Person
from realtime.journal import announce


@transaction.atomic
def open_item(actor: Person, item: Item) -> Item:
    """Bring a published item before the meeting; the clock starts with its planned minutes."""
    require(ItemPolicy(actor, item).may_run)
    meeting = hold_in_session(item.meeting)
    item = fresh(item)
    _require_free_floor(meeting, item)
    if not item.is_published:
        raise InNoVersion(title=item.title)
    drop_call(meeting)
    move(item, ItemState.OPEN, moves=ITEM_MOVES)
    item.opened_at, item.closed_at, item.without_debate = item.opened_at or now(), None, False
    item.save()
    set_timer(meeting, "" if item.restricted else f"{item.label}. {item.title}", item.minutes * 60)
    announce(_opened(item), actor=actor)
    return item


@transaction.atomic
def close_item(actor: Person, item: Item, *, conclusion: str = "") -> Item:
    """Conclude the item under discussion."""
    require(ItemPolicy(actor, item).may_run)
    meeting = hold_in_session(item.meeting)
    item = fresh(item)
    if item.state != ItemState.OPEN:
        raise ItemNotOpen(label=item.label)
    ask_guards(item)
    clear_floor(actor, item)
    clear_timer(meeting)
    move(item, ItemState.DONE, moves=ITEM_MOVES)
    item.closed_at, item.conclusion = now(), conclusion.strip() or item.conclusion
    item.save()
    announce(events.ItemClosed(**facts_of(item), conclusion=item.conclusion), actor=actor)
    return item


def leave_floor(actor: Person, item: Item) -> None:
    """Clear queue and clock when the item under discussion is withdrawn or deferred."""
    if item.state == ItemState.OPEN:
        clear_floor(actor, item)
        clear_timer(item.meeting)


def _require_free_floor(meeting: Meeting, item: Item) -> None:
    other = meeting.items.filter(state=ItemState.OPEN).exclude(pk=item.pk).first()
    if other:
        raise AnotherItemOpen(label=other.label)


def _opened(item: Item) -> events.ItemOpened:
    return events.ItemOpened(
        **facts_of(item),
        sponsor=item.sponsor.name if item.sponsor else "",
        rapporteur=str(item.rapporteur) if item.rapporteur else "",
        minutes=item.minutes,
    )
