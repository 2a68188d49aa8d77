"""Restricting an item, and giving single persons sight of it."""

from django.db import transaction
from guardian.shortcuts import assign_perm, remove_perm

from agendas import events
from agendas.actions.facts import facts_of, fresh, hold
from agendas.actions.items import planned
from agendas.actions.order import close_gaps, next_position
from agendas.errors import OnlyRestricted
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
    item.position = next_position(item.meeting, restricted=restricted)
    item.restricted = restricted
    item.published_in = item.published_in if restricted else None
    item.save(update_fields=["position", "restricted", "published_in"])
    close_gaps(item.meeting, restricted=not restricted)
    announce(events.ItemRestricted(**facts_of(item)), actor=actor)
    return item


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
