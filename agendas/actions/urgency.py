"""An urgent item during the session: the chair takes it up, and it alone is published at once."""

from collections.abc import Sequence

from django.db import transaction

from agendas import events
from agendas.actions.facts import facts_of, family_of, fresh, hold_in_session, planned
from agendas.actions.items import new_item
from agendas.actions.order import neighbours, put
from agendas.actions.publishing import publish_taken
from agendas.errors import InAVersion, ReasonMissing, SubItemFollows
from agendas.models import Item
from agendas.policies import ItemPolicy, presides_over
from agendas.states import ItemKind
from core.clock import now
from core.policies import require
from meetings.models import Meeting
from people.models import Agency, Person
from realtime.journal import announce

TAKEN = ["is_urgent", "late_for", "late_at", "late_consent_at", "late_consent_by"]


@transaction.atomic
def add_urgent_item(
    actor: Person,
    meeting: Meeting,
    *,
    title: str,
    reason: str,
    kind: ItemKind | str = ItemKind.DECISION,
    sponsor: Agency | None = None,
    rapporteur: Person | None = None,
    minutes: int = 10,
) -> Item:
    """Take up an urgent matter, behind the others, as the chair of the running session."""
    require(presides_over(actor, meeting))
    meeting = hold_in_session(meeting)
    if not reason.strip():
        raise ReasonMissing
    item = new_item(
        meeting,
        matter=None,
        parent=None,
        title=title,
        kind=ItemKind(kind),
        sponsor=sponsor,
        rapporteur=rapporteur,
        minutes=minutes,
    )
    return _taken_up(actor, [item], reason.strip())


@transaction.atomic
def take_up(actor: Person, item: Item, *, reason: str) -> Item:
    """Take up an item that is in no published version, with its sub-items, as the chair.

    It goes behind what is published. Nothing else of the design is published with it.
    """
    require(ItemPolicy(actor, item).may_consent)
    hold_in_session(item.meeting)
    item = planned(item)
    if item.is_published:
        raise InAVersion(label=item.label)
    if item.parent and not item.parent.is_published:
        raise SubItemFollows(label=item.label)
    if not reason.strip():
        raise ReasonMissing
    return _taken_up(actor, family_of(item), reason.strip())


def _taken_up(actor: Person, family: Sequence[Item], reason: str) -> Item:
    """Mark what is taken up, put it behind what is published and publish it."""
    first = family[0]
    _put_behind(first)
    for one in family:
        one.is_urgent, one.late_for = True, reason
        one.late_at, one.late_consent_at, one.late_consent_by = one.late_at or now(), now(), actor
        one.save(update_fields=TAKEN)
    publish_taken(actor, first.meeting, family)
    first = fresh(first)
    announce(events.UrgentItemAdded(**facts_of(first), reason=reason), actor=actor)
    return first


def _put_behind(item: Item) -> None:
    """Let an item stand behind the last published one, under its heading."""
    others = [other for other in neighbours(item) if other.pk != item.pk]
    ahead = [place for place, other in enumerate(others, start=1) if other.is_published]
    last = ahead[-1] if ahead else 0
    put(item, last + 1, (others[last - 1].section_id or 0) if last else None)
