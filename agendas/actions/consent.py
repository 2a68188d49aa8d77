"""What came after the limit: the secretary asks, the chair consents."""

from django.db import transaction

from agendas import events
from agendas.actions.facts import facts_of, planned
from agendas.errors import NotLate, ReasonMissing
from agendas.models import Item
from agendas.policies import ItemPolicy
from core.clock import now
from core.policies import require
from people.models import Person
from realtime.journal import announce


@transaction.atomic
def ask_consent(actor: Person, item: Item, *, reason: str) -> Item:
    """Ask the chair to take an item that came after the limit."""
    require(ItemPolicy(actor, item).may_edit)
    item = _waiting(item)
    if not reason.strip():
        raise ReasonMissing
    item.late_for = reason.strip()
    item.save(update_fields=["late_for"])
    announce(events.ConsentAsked(**facts_of(item), reason=item.late_for), actor=actor)
    return item


@transaction.atomic
def consent_to_late(actor: Person, item: Item) -> Item:
    """Take an item that came after the limit, as the chair."""
    require(ItemPolicy(actor, item).may_consent)
    item = _waiting(item)
    item.late_consent_at, item.late_consent_by = now(), actor
    item.save(update_fields=["late_consent_at", "late_consent_by"])
    announce(events.ConsentGiven(**facts_of(item), reason=item.late_for), actor=actor)
    return item


def _waiting(item: Item) -> Item:
    item = planned(item)
    if not item.is_waiting:
        raise NotLate(label=item.label)
    return item
