"""Adopting unopposed items together, without debate; any member may ask for the debate."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from agendas import events
from agendas.actions.blocks import chosen_of, require_adoptable
from agendas.actions.calls import called_items, drop_call, require_called
from agendas.actions.facts import facts_of, fresh, hold, hold_in_session
from agendas.errors import NotForAdoption
from agendas.families import is_entered, members_of
from agendas.models import Item
from agendas.policies import ItemPolicy
from agendas.rules import Tally
from agendas.states import ITEM_MOVES, ItemKind, ItemState
from core.clock import now
from core.policies import require
from core.states import move
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from meetings.rules import Quorum
from people.models import Person
from realtime.journal import announce


@transaction.atomic
def adopt_without_debate(
    actor: Person, meeting: Meeting, items: Iterable[Item] | None = None
) -> list[Item]:
    """Adopt these items as a block, each by a decision of its own: nobody opposed any of them.

    Sub-items go with their item. Without ``items``, what is still unopposed of the last call.
    """
    require(MeetingPolicy(actor, meeting).may_run)
    meeting = hold_in_session(meeting)
    chosen = called_items(meeting) if items is None else chosen_of(meeting, items)
    count = require_adoptable(meeting, chosen)
    items = members_of(chosen)
    require_called(meeting, items)
    tallies = {key: tally for family in chosen for key, tally in family.tallies.items()}
    for item in items:
        move(item, ItemState.DONE, moves=ITEM_MOVES)
        item.closed_at, item.without_debate = now(), True
        item.save()
        announce(_adopted(item, items, count, tallies[item.pk]), actor=actor)
    drop_call(meeting)
    return items


@transaction.atomic
def object_to_adoption(actor: Person, item: Item) -> Item:
    """Take an item off the block for good: it is for decision, with a debate."""
    policy = ItemPolicy(actor, item)
    require(policy.may_object)
    hold(item.meeting)
    item = fresh(item)
    _require_waiting(item)
    event = _objected(actor, item, policy)
    item.kind, item.to_be_debated = ItemKind.DECISION, True
    item.save(update_fields=["kind", "to_be_debated"])
    announce(event, actor=actor)
    return item


def _require_waiting(item: Item) -> None:
    if not is_entered(item) or item.state != ItemState.PLANNED:
        raise NotForAdoption(label=item.label)


def _adopted(item: Item, block: Sequence[Item], count: Quorum, tally: Tally) -> events.ItemAdopted:
    together = [other.label for other in block if other.restricted == item.restricted]
    return events.ItemAdopted(
        **facts_of(item),
        sponsor=item.sponsor.name if item.sponsor else "",
        block=together,
        present=count.present,
        total=count.total,
        no_objection=tally.no_objection,
        silent=tally.silent,
        voters=tally.voters,
    )


def _objected(actor: Person, item: Item, policy: ItemPolicy) -> events.DebateRequested:
    place = policy.meeting.participant
    return events.DebateRequested(
        **{**facts_of(item), "kind": ItemKind.DECISION.value},
        participant_id=place.pk if place else None,
        person=str(actor),
        office=place.office if place else "",
    )
