"""Putting matters on the agenda, changing them, taking them off."""

from django.db import transaction
from django.db.models import ProtectedError

from agendas import events
from agendas.actions.facts import facts_of, fresh, hold
from agendas.actions.order import close_gaps, next_position, put
from agendas.errors import ItemHasPapers, ItemPublished, ItemSettled, ReasonMissing
from agendas.guards import ask_guards
from agendas.models import Item, Matter, Submission
from agendas.policies import ItemPolicy
from agendas.states import ITEM_MOVES, ItemKind, ItemState, Secrecy
from core.clock import now
from core.policies import require
from core.states import move
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from people.models import Agency, Person
from realtime.journal import announce

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
) -> Item:
    """Put a matter on the agenda, at the end of its series unless a position is given.

    Without a ``matter`` a new one begins with the item.
    """
    require(MeetingPolicy(actor, meeting).may_edit)
    meeting = hold(meeting)
    item = Item.objects.create(
        meeting=meeting,
        matter=matter or Matter.objects.create(body=meeting.body, made_at=now()),
        position=next_position(meeting, restricted=restricted),
        title=title,
        kind=ItemKind(kind),
        summary=summary,
        sponsor=sponsor,
        rapporteur=rapporteur,
        minutes=minutes,
        restricted=restricted,
        secrecy=Secrecy(secrecy),
        is_urgent=is_urgent,
    )
    if position is not None:
        put(item, position)
    announce(events.ItemAdded(**facts_of(item)), actor=actor)
    return item


@transaction.atomic
def edit_item(actor: Person, item: Item, **facts: object) -> Item:
    """Change what an item says, as long as it is only planned."""
    require(ItemPolicy(actor, item).may_edit)
    item = planned(item)
    changed = [name for name in EDITED if name in facts and facts[name] != getattr(item, name)]
    if not changed:
        return item
    for name in changed:
        setattr(item, name, facts[name])
    item.save(update_fields=changed)
    announce(events.ItemEdited(**facts_of(item), fields=changed), actor=actor)
    return item


@transaction.atomic
def remove_item(actor: Person, item: Item) -> None:
    """Take off an item nobody has seen yet; those behind it move up."""
    require(ItemPolicy(actor, item).may_edit)
    item = planned(item)
    if item.is_published:
        raise ItemPublished(label=item.label)
    event = events.ItemRemoved(**facts_of(item))
    item.delete()
    _end_matter(item, event.label)
    close_gaps(item.meeting, restricted=item.restricted)
    announce(event, actor=actor)


@transaction.atomic
def withdraw_item(actor: Person, item: Item, *, reason: str) -> Item:
    """Withdraw an item. It stays on the agenda, struck through, with its number."""
    require(ItemPolicy(actor, item).may_edit)
    hold(item.meeting)
    item = fresh(item)
    if not reason.strip():
        raise ReasonMissing
    ask_guards(item)
    move(item, ItemState.WITHDRAWN, moves=ITEM_MOVES)
    item.withdrawn_for = reason.strip()
    item.save(update_fields=["state", "withdrawn_for"])
    announce(events.ItemWithdrawn(**facts_of(item), reason=item.withdrawn_for), actor=actor)
    return item


def _end_matter(item: Item, label: str) -> None:
    """Let a matter go that began with the item and has nothing else to it."""
    matter = item.matter
    if matter.items.exists() or Submission.objects.filter(matter=matter).exists():
        return
    try:
        matter.delete()
    except ProtectedError as problem:
        raise ItemHasPapers(label=label) from problem


def planned(item: Item) -> Item:
    """Return the item, its meeting locked, if it is still only planned."""
    hold(item.meeting)
    item = fresh(item)
    if item.state != ItemState.PLANNED:
        raise ItemSettled(label=item.label)
    return item
