"""Noting which version of an agenda a person has looked at last."""

from agendas.models import AgendaLook
from core.clock import now
from meetings.models import Meeting
from people.models import Person


def note_look(actor: Person, meeting: Meeting, *, version: int) -> None:
    """Note that a person has read a version. Nobody else is told."""
    AgendaLook.objects.bulk_create(
        [AgendaLook(meeting=meeting, person=actor, version=version, at=now())],
        update_conflicts=True,
        unique_fields=["meeting", "person"],
        update_fields=["version", "at"],
    )
