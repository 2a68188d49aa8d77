"""What came after the limit: the secretary asks, the chair consents or refuses."""

from django.db import transaction

from agendas import events, notices
from agendas.actions.facts import family_of, fresh, place_facts, planned
from agendas.errors import NotLate, ReasonMissing
from agendas.guards import ask_guards
from agendas.models import Item
from agendas.policies import ItemPolicy
from agendas.states import ITEM_MOVES, ItemState
from agendas.submissions.notices import tell_taken_off
from core.clock import now
from core.policies import require
from core.states import move
from people.models import Person
from realtime.journal import announce

REFUSED = ["state", "withdrawn_for", "closed_at", "late_refused_at", "late_refused_by"]


@transaction.atomic
def ask_consent(actor: Person, item: Item, *, reason: str) -> Item:
    """Ask the chair to take an item that came after the limit."""
    require(ItemPolicy(actor, item).may_edit)
    item = _waiting(item)
    if not reason.strip():
        raise ReasonMissing
    item.late_for = reason.strip()
    item.save(update_fields=["late_for"])
    announce(events.ConsentAsked(**place_facts(item), reason=item.late_for), actor=actor)
    return item


@transaction.atomic
def consent_to_late(actor: Person, item: Item) -> Item:
    """Take an item that came after the limit, as the chair."""
    require(ItemPolicy(actor, item).may_consent)
    item = _waiting(item)
    item.late_consent_at, item.late_consent_by = now(), actor
    item.save(update_fields=["late_consent_at", "late_consent_by"])
    announce(events.ConsentGiven(**place_facts(item), reason=item.late_for), actor=actor)
    return item


@transaction.atomic
def refuse_late(actor: Person, item: Item, *, reason: str) -> Item:
    """Refuse an item that came after the limit, as the chair: it goes untold, with its sub-items."""
    require(ItemPolicy(actor, item).may_consent)
    item = _waiting(item)
    if not reason.strip():
        raise ReasonMissing
    for one in family_of(item):
        ask_guards(one)
        _refuse(actor, one, reason.strip())
        tell_taken_off(actor, one, reason=one.withdrawn_for)
    notices.tell_refused(actor, item)
    return fresh(item)


def _refuse(actor: Person, item: Item, reason: str) -> None:
    if item.is_waiting:
        item.late_refused_at, item.late_refused_by = now(), actor
    move(item, ItemState.WITHDRAWN, moves=ITEM_MOVES)
    item.withdrawn_for, item.closed_at = reason, now()
    item.save(update_fields=REFUSED)
    announce(events.ConsentRefused(**place_facts(item), reason=reason), actor=actor)


def _waiting(item: Item) -> Item:
    item = planned(item)
    if not item.is_waiting:
        raise NotLate(title=item.title)
    return item
