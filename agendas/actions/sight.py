"""Restricting an item, and giving persons, offices and groups sight of it."""

from typing import Any

from django.db import transaction
from guardian.shortcuts import assign_perm, remove_perm

from agendas import events
from agendas.actions.facts import facts_of, fresh, hold
from agendas.actions.items import planned
from agendas.actions.order import close_gaps, next_position
from agendas.errors import OnlyRestricted
from agendas.models import Item, ItemCircle, ItemOffice
from agendas.naming import Whom
from agendas.policies import VIEW, ItemPolicy
from core.policies import require
from people.models import Agency, Person
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
def grant_sight(actor: Person, item: Item, *, person: Whom) -> None:
    """Let a person, the people of an agency or a group see a restricted item and its sub-items."""
    require(ItemPolicy(actor, item).may_grant)
    item = _restricted(item)
    if isinstance(person, Person):
        assign_perm(VIEW, person, item)
        announce(events.SightGranted(**facts_of(item), **_person(person)), actor=actor)
        return
    if isinstance(person, Agency):
        _row, is_new = ItemOffice.objects.get_or_create(item=item, agency=person)
    else:
        _circle, is_new = ItemCircle.objects.get_or_create(item=item, circle=person)
    if is_new:
        announce(events.SightWidened(**facts_of(item), **_whom(person)), actor=actor)


@transaction.atomic
def revoke_sight(actor: Person, item: Item, *, person: Whom) -> None:
    """Take back the sight of a restricted item."""
    require(ItemPolicy(actor, item).may_grant)
    item = _restricted(item)
    if isinstance(person, Person):
        remove_perm(VIEW, person, item)
        announce(events.SightRevoked(**facts_of(item), **_person(person)), actor=actor)
        return
    if isinstance(person, Agency):
        item.offices.filter(agency=person).delete()
    else:
        item.circles.filter(circle=person).delete()
    announce(events.SightNarrowed(**facts_of(item), **_whom(person)), actor=actor)


def _person(person: Person) -> dict[str, Any]:
    return {"person_id": person.pk, "person": str(person)}


def _whom(whom: Whom) -> dict[str, Any]:
    kind = "office" if isinstance(whom, Agency) else "group"
    return {"whom": kind, "whom_id": whom.pk, "name_of": str(whom)}


def _restricted(item: Item) -> Item:
    hold(item.meeting)
    item = fresh(item)
    if not item.restricted:
        raise OnlyRestricted(label=item.label)
    return item
