"""Finding an item formally in order. Any change to it lapses the check."""

from django.db import transaction

from agendas import events
from agendas.actions.facts import facts_of, planned
from agendas.models import Item
from agendas.policies import ItemPolicy
from core.clock import now
from core.policies import require
from people.models import Person
from realtime.journal import announce

CHECK = ["checked_at", "checked_by"]


@transaction.atomic
def check_item(actor: Person, item: Item) -> Item:
    """Find an item formally in order."""
    require(ItemPolicy(actor, item).may_edit)
    item = planned(item)
    if item.checked_at:
        return item
    item.checked_at, item.checked_by = now(), actor
    item.save(update_fields=CHECK)
    announce(events.ItemChecked(**facts_of(item)), actor=actor)
    return item


@transaction.atomic
def uncheck_item(actor: Person, item: Item) -> Item:
    """Take back that an item is formally in order."""
    require(ItemPolicy(actor, item).may_edit)
    item = planned(item)
    if item.checked_at:
        lapse_check(item)
        announce(events.ItemUnchecked(**facts_of(item)), actor=actor)
    return item


def lapse_check(item: Item) -> None:
    """Let a check lapse, because the item or a paper under it has changed."""
    if item.checked_at is None:
        return
    item.checked_at, item.checked_by = None, None
    item.save(update_fields=CHECK)
