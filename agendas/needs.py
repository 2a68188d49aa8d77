"""What an agenda needs of a person: to be published, or published again."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from agendas.actions.publishing import lines_of
from agendas.models import Agenda
from core.needs import Need, needs_me
from meetings.models import Meeting
from meetings.policies import meetings_kept_by
from meetings.states import MeetingState
from people.models import Person

OPEN = [MeetingState.DRAFT, MeetingState.CONVENED, MeetingState.IN_SESSION, MeetingState.SUSPENDED]


@needs_me
def agendas_to_publish(person: Person) -> Iterator[Need]:
    """Tell chair and secretary of agendas that differ from what was published."""
    kept = meetings_kept_by(person).filter(state__in=OPEN, items__isnull=False)
    for meeting in kept.distinct():
        agenda = Agenda.objects.filter(meeting=meeting).first()
        if _differs(agenda, meeting):
            yield _need(meeting, agenda)


def _differs(agenda: Agenda | None, meeting: Meeting) -> bool:
    lines = lines_of(meeting.items.select_related("parent", "sponsor"))
    return bool(lines) and (agenda is None or agenda.snapshot != lines)


def _need(meeting: Meeting, agenda: Agenda | None) -> Need:
    published = agenda is not None and agenda.version > 0
    detail = _("The agenda has changed since it was published.") if published else ""
    return Need(
        title=meeting.title,
        url=reverse("agendas:agenda", args=[meeting.pk]),
        verb=_("Publish the agenda"),
        group="week",
        when=meeting.starts_at,
        detail=detail,
    )
