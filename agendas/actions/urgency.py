"""An urgent item during the session: the chair puts it on, and it is published at once."""

from django.db import transaction

from agendas import events
from agendas.actions.facts import facts_of, fresh, hold_in_session
from agendas.actions.items import new_item
from agendas.actions.publishing import publish
from agendas.errors import ReasonMissing
from agendas.models import Item
from agendas.policies import presides_over
from agendas.states import ItemKind
from core.clock import now
from core.policies import require
from meetings.models import Meeting
from people.models import Agency, Person
from realtime.journal import announce


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
        is_urgent=True,
        late_for=reason.strip(),
    )
    item.late_at = item.late_consent_at = now()
    item.late_consent_by = actor
    item.save()
    _join_the_last(item)
    announce(events.UrgentItemAdded(**facts_of(item), reason=item.late_for), actor=actor)
    publish(actor, meeting)
    return fresh(item)


def _join_the_last(item: Item) -> None:
    """Let the item stand under the heading of the item before it."""
    before = item.meeting.items.filter(
        parent__isnull=True, restricted=False, position=item.position - 1
    ).first()
    if before and before.section_id:
        item.section_id = before.section_id
        item.save(update_fields=["section"])
