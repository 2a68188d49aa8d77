"""Restricting an item, and giving persons, offices and groups sight of it."""

from typing import Any

from django.db import transaction
from guardian.shortcuts import assign_perm, remove_perm

from agendas import events
from agendas.actions.arranging import place_by_rule
from agendas.actions.checking import lapse_check
from agendas.actions.facts import facts_of, family_of, fresh, hold, planned
from agendas.actions.numbers import number_anew
from agendas.actions.order import close_gaps, next_position
from agendas.errors import OnlyRestricted, SubItemFollows
from agendas.models import Item, ItemCircle, ItemOffice
from agendas.naming import Whom
from agendas.notices import take_back_told
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
    if item.parent:
        raise SubItemFollows(label=item.label)
    family_of(item)  # with a sub-item that was dealt with it keeps its number
    _set_apart(item, restricted)
    lapse_check(item)
    announce(events.ItemRestricted(**facts_of(item)), actor=actor)
    return item


def _set_apart(item: Item, restricted: bool) -> None:
    """Let an item and its sub-items stand in the other series.

    What was told of one that is closed now is taken back. One that is open now is seen with the
    next version, where the body's rule sets it.
    """
    if not restricted:
        _leave_versions(item)
    item.sub_items.update(restricted=restricted)
    item.position = next_position(item.meeting, restricted=restricted)
    item.restricted, item.section, item.number = restricted, None, None
    item.save(update_fields=["position", "restricted", "section", "number"])
    close_gaps(item.meeting, restricted=not restricted)
    if restricted:
        take_back_told(item)
    else:
        place_by_rule(item)
    number_anew(item.meeting_id)
    item.refresh_from_db(fields=["number"])


def _leave_versions(item: Item) -> None:
    """Let an item be in no version, before anything is numbered anew: it has no number then."""
    item.sub_items.update(published_in=None, number=None)
    item.published_in, item.number = None, None
    item.save(update_fields=["published_in", "number"])


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
        take_back_told(item)
        announce(events.SightRevoked(**facts_of(item), **_person(person)), actor=actor)
        return
    if isinstance(person, Agency):
        item.offices.filter(agency=person).delete()
    else:
        item.circles.filter(circle=person).delete()
    take_back_told(item)
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
