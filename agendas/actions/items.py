"""Putting matters on the agenda, changing them, taking them off."""

from typing import Any

from django.db import transaction
from django.db.models import ProtectedError

from agendas import events
from agendas.actions.arranging import place_by_rule
from agendas.actions.calls import leave_call
from agendas.actions.checking import lapse_check
from agendas.actions.facts import facts_of, family_of, fresh, hold, planned
from agendas.actions.floor import leave_floor
from agendas.actions.order import close_gaps, close_gaps_under, next_position, put, put_in_section
from agendas.actions.outdating import outdate_positions
from agendas.actions.sections import home_for
from agendas.errors import (
    HasSubItems,
    ItemHasPapers,
    ItemPublished,
    NeutralOnly,
    ReasonMissing,
)
from agendas.guards import ask_guards
from agendas.lateness import is_after_limit
from agendas.models import Item, Matter, Section, Submission
from agendas.policies import ItemPolicy
from agendas.states import ITEM_MOVES, ItemKind, ItemState, NewsKind, Secrecy
from agendas.submissions import notices
from core.clock import now
from core.policies import require
from core.states import move
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from people.models import Agency, Person
from realtime.journal import announce

WORDS = {"title", "summary"}
TOLD = WORDS | {"kind", "sponsor"}
EDITED = ("title", "summary", "kind", "sponsor", "rapporteur", "minutes")


@transaction.atomic
def add_item(
    actor: Person,
    meeting: Meeting,
    *,
    title: str,
    kind: ItemKind | str = ItemKind.DECISION,
    summary: str = "",
    sponsor: Agency | None = None,
    rapporteur: Person | None = None,
    minutes: int = 10,
    restricted: bool = False,
    position: int | None = None,
    matter: Matter | None = None,
    secrecy: Secrecy | str = Secrecy.OPEN,
    is_urgent: bool = False,
    parent: Item | None = None,
    section: Section | None = None,
    late_for: str = "",
) -> Item:
    """Put a matter on the agenda, where it is told to go or else where the body's rule sets it.

    Without a ``matter`` a new one begins with the item. A sub-item is as restricted as the item
    it is under. What comes after the limit is late and says why.
    """
    require(MeetingPolicy(actor, meeting).may_edit)
    meeting = hold(meeting)
    item = new_item(
        meeting,
        title=title,
        kind=ItemKind(kind),
        summary=summary,
        sponsor=sponsor,
        rapporteur=rapporteur,
        minutes=minutes,
        restricted=parent.restricted if parent else restricted,
        matter=matter,
        parent=parent,
        late_for=late_for,
        secrecy=Secrecy(secrecy),
        is_urgent=is_urgent,
    )
    _place(item, position, section)
    announce(events.ItemAdded(**facts_of(item)), actor=actor)
    return item


def new_item(meeting: Meeting, *, matter: Matter | None, parent: Item | None, **facts: Any) -> Item:
    """Make an item behind the others of its series, or behind the sub-items of its parent."""
    item = Item(meeting=meeting, **facts)
    if parent is not None:
        item.parent = home_for(item, parent)
        item.position = item.parent.sub_items.count() + 1
    else:
        item.position = next_position(meeting, restricted=item.restricted)
    item.matter = matter or Matter.objects.create(body=meeting.body, made_at=now())
    item.late_at = now() if is_after_limit(meeting, now()) else None
    item.save()
    return item


def _place(item: Item, position: int | None, section: Section | None) -> None:
    if item.parent_id is None and section is not None and not item.restricted:
        put_in_section(item, section)
    elif item.parent_id is None:
        place_by_rule(item)
    if position is not None:
        put(item, position)


@transaction.atomic
def edit_item(actor: Person, item: Item, **facts: object) -> Item:
    """Change what an item says, as long as it is only planned."""
    require(ItemPolicy(actor, item).may_edit)
    item = planned(item)
    changed = [name for name in EDITED if name in facts and facts[name] != getattr(item, name)]
    if not changed:
        return item
    if item.is_paper_only and WORDS & {*changed}:
        raise NeutralOnly(label=item.label)
    for name in changed:
        setattr(item, name, facts[name])
    item.save(update_fields=changed)
    lapse_check(item)
    if TOLD & {*changed}:
        outdate_positions(actor, item, NewsKind.WORDS)
        leave_call(item)
    announce(events.ItemEdited(**facts_of(item), fields=changed), actor=actor)
    return item


@transaction.atomic
def remove_item(actor: Person, item: Item) -> None:
    """Take off an item nobody has seen yet; those behind it move up."""
    require(ItemPolicy(actor, item).may_edit)
    item = planned(item)
    if item.is_published:
        raise ItemPublished(label=item.label)
    if item.sub_items.exists():
        raise HasSubItems(label=item.label)
    event = events.ItemRemoved(**facts_of(item))
    notices.tell_taken_off(actor, item)
    item.delete()
    _end_matter(item, event.label)
    _close_up(item)
    announce(event, actor=actor)


@transaction.atomic
def withdraw_item(actor: Person, item: Item, *, reason: str) -> Item:
    """Withdraw an item with its sub-items. They stay on the agenda, struck through, numbered."""
    require(ItemPolicy(actor, item).may_edit)
    hold(item.meeting)
    item = fresh(item)
    if not reason.strip():
        raise ReasonMissing
    for one in family_of(item):
        ask_guards(one)
        leave_floor(actor, one)
        move(one, ItemState.WITHDRAWN, moves=ITEM_MOVES)
        one.withdrawn_for, one.closed_at = reason.strip(), now()
        one.save(update_fields=["state", "withdrawn_for", "closed_at"])
        announce(events.ItemWithdrawn(**facts_of(one), reason=one.withdrawn_for), actor=actor)
        notices.tell_taken_off(actor, one, reason=one.withdrawn_for)
    item.refresh_from_db()
    return item


def _close_up(item: Item) -> None:
    """Let those behind an item that is no more move up."""
    if item.parent:
        close_gaps_under(item.parent)
    else:
        close_gaps(item.meeting, restricted=item.restricted)


def _end_matter(item: Item, label: str) -> None:
    """Let a matter go that began with the item and has nothing else to it."""
    matter = item.matter
    if matter.items.exists() or Submission.objects.filter(matter=matter).exists():
        return
    try:
        matter.delete()
    except ProtectedError as problem:
        raise ItemHasPapers(label=label) from problem
