"""Who has opened what: noted in the journal, not at every turn of a page."""

from datetime import timedelta

from django.db import transaction

from agendas.models import Item
from core.clock import now
from meetings.models import Meeting
from papers.events import PaperOpened
from papers.models import PaperVersion
from people.models import Person
from realtime.journal import announce
from realtime.models import Entry

ONE_READING = timedelta(minutes=30)


def note_opening(actor: Person, version: PaperVersion, item: Item) -> bool:
    """Journal that the person has opened the version, once a reading. Tell whether it was new."""
    if item.meeting.is_closed or _is_reading(actor, version, item):
        return False
    event = PaperOpened(
        meeting_id=item.meeting_id,
        item_id=item.pk,
        paper_id=version.paper_id,
        version_id=version.pk,
    )
    return _note(actor, event)


@transaction.atomic
def _note(actor: Person, event: PaperOpened) -> bool:
    """Note it, unless the meeting was sealed a moment ago: a sealed journal has ended."""
    meeting = Meeting.objects.select_for_update().get(pk=event.meeting_id)
    if meeting.is_closed:
        return False
    announce(event, actor=actor)
    return True


def _is_reading(actor: Person, version: PaperVersion, item: Item) -> bool:
    """Tell whether an opening of this version by this person was noted a short while ago."""
    return Entry.objects.filter(
        room__key=f"meeting.{item.meeting_id}",
        name=PaperOpened.name,
        actor=actor,
        at__gte=now() - ONE_READING,
        facts__version_id=version.pk,
    ).exists()
