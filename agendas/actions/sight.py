"""Restricting an item, and giving single persons sight of it."""

from django.db import transaction
from guardian.shortcuts import assign_perm, remove_perm

from agendas import events
from agendas.actions.arranging import place_by_rule
from agendas.actions.checking import lapse_check
from agendas.actions.facts import facts_of, fresh, hold, planned
from agendas.actions.order import close_gaps, next_position
from agendas.errors import OnlyRestricted, SubItemFollows
from agendas.models import Item
from agendas.policies import VIEW, ItemPolicy
from core.policies import require
from people.models import Person
from realtime.journal import announce


@transaction.atomic
def restrict_item(actor: Person, item: Item, *, restricted: bool = True) -> Item:
    """Restrict an item to those given sight of it, or open it with the next version to all."""
    require(ItemPolicy(actor, item).may_edit)
    item = planned(item)
    if item.restricted == restricted:
        return item
    if item.parent:
        raise SubItemFollows(label=item.label)
    item.sub_items.update(restricted=restricted)
    item.position = next_position(item.meeting, restricted=restricted)
    item.restricted, item.section = restricted, None
    item.save(update_fields=["position", "restricted", "section"])
    close_gaps(item.meeting, restricted=not restricted)
    if not restricted:
        _open_to_all(item)
    lapse_check(item)
    announce(events.ItemRestricted(**facts_of(item)), actor=actor)
    return item


def _open_to_all(item: Item) -> None:
    """Let an item be seen with the next version, where the body's rule sets it."""
    item.sub_items.update(published_in=None)
    item.published_in = None
    item.save(update_fields=["published_in"])
    place_by_rule(item)


@transaction.atomic
def grant_sight(actor: Person, item: Item, *, person: Person) -> None:
    """Let somebody see a restricted item."""
    require(ItemPolicy(actor, item).may_grant)
    item = _restricted(item)
    assign_perm(VIEW, person, item)
    facts = {**facts_of(item), "person_id": person.pk, "person": str(person)}
    announce(events.SightGranted(**facts), actor=actor)


@transaction.atomic
def revoke_sight(actor: Person, item: Item, *, person: Person) -> None:
    """Take back somebody's sight of a restricted item."""
    require(ItemPolicy(actor, item).may_grant)
    item = _restricted(item)
    remove_perm(VIEW, person, item)
    facts = {**facts_of(item), "person_id": person.pk, "person": str(person)}
    announce(events.SightRevoked(**facts), actor=actor)


def _restricted(item: Item) -> Item:
    hold(item.meeting)
    item = fresh(item)
    if not item.restricted:
        raise OnlyRestricted(label=item.label)
    return item
