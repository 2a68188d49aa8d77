"""Who has opened what: noted in the journal, not at every turn of a page."""

from datetime import timedelta

from django.db import transaction

from agendas.models import Item
from core.clock import now
from core.events import Told
from meetings.models import Meeting
from papers.actions.homes import Home, Telling
from papers.models import PaperVersion
from people.models import Person
from realtime.journal import announce
from realtime.models import Entry

ONE_READING = timedelta(minutes=30)


def note_opening(actor: Person, version: PaperVersion, home: Home) -> bool:
    """Journal that the person has opened the version, once a reading. Tell whether it was new."""
    event = Telling(home).opened(version)
    if _is_reading(actor, version, event):
        return False
    if isinstance(home, Item):
        return not home.meeting.is_closed and _note(actor, event, home.meeting_id)
    with transaction.atomic():
        announce(event, actor=actor)
    return True


@transaction.atomic
def _note(actor: Person, event: Told, meeting_id: int) -> bool:
    """Note it, unless the meeting was sealed a moment ago: a sealed journal has ended."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting_id)
    if meeting.is_closed:
        return False
    announce(event, actor=actor)
    return True


def _is_reading(actor: Person, version: PaperVersion, event: Told) -> bool:
    """Tell whether an opening of this version by this person was noted a short while ago."""
    return Entry.objects.filter(
        room__key=event.room,
        name=event.name,
        actor=actor,
        at__gte=now() - ONE_READING,
        facts__version_id=version.pk,
    ).exists()
