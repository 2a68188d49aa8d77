"""What an agenda needs of a person: to be published, or that positions be given or prepared."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agendas.actions.publishing import lines_of
from agendas.models import Agenda, Position
from agendas.sheets import Sheet, sheets_of
from agendas.states import OPPOSING, ItemState
from core.clock import now
from core.needs import Group, Need, needs_me
from meetings.models import Meeting
from meetings.policies import meetings_kept_by, meetings_visible_to
from meetings.states import MeetingState
from people.models import Person

AHEAD, SOON = timedelta(days=14), timedelta(days=2)
OPEN = [MeetingState.DRAFT, MeetingState.CONVENED, MeetingState.IN_SESSION, MeetingState.SUSPENDED]


@needs_me
def agendas_to_publish(person: Person) -> Iterator[Need]:
    """Tell chair and secretary of agendas that differ from what was published."""
    for meeting in meetings_kept_by(person).filter(state__in=OPEN):
        agenda = Agenda.objects.filter(meeting=meeting).first()
        if _differs(agenda, meeting):
            yield _need(meeting, agenda)


@needs_me
def positions_to_give(person: Person) -> Iterator[Need]:
    """Tell members of items without a position of theirs, assistants of what is to be prepared."""
    meetings = meetings_visible_to(person).filter(
        state=MeetingState.CONVENED, starts_at__lt=now() + AHEAD
    )
    for meeting in meetings.select_related("body").order_by("starts_at"):
        for sheet in sheets_of(person, meeting):
            if sheet.waiting:
                yield _to_mark(meeting, sheet)


@needs_me
def objections_received(person: Person) -> Iterator[Need]:
    """Tell chair and secretary that something on the agenda is opposed."""
    meetings = meetings_kept_by(person).filter(state=MeetingState.CONVENED)
    opposing = Position.objects.filter(stance__in=OPPOSING, item__state=ItemState.PLANNED)
    for meeting in meetings:
        count = opposing.filter(item__meeting=meeting).count()
        if count:
            yield _to_look_at(meeting, count)


def _to_mark(meeting: Meeting, sheet: Sheet) -> Need:
    count = sheet.waiting
    if sheet.prepares:
        verb = _("Prepare positions")
        words = ngettext(
            "%(count)s item waits; for %(name)s", "%(count)s items wait; for %(name)s", count
        )
        detail = words % {"count": count, "name": sheet.place.person}
    else:
        words = ngettext(
            "Give your position on %(count)s item",
            "Give your position on %(count)s items",
            count,
        )
        verb, detail = words % {"count": count}, ""
    return Need(
        title=meeting.title,
        url=reverse("agendas:agenda", args=[meeting.pk]),
        verb=verb,
        group=_group(sheet.deadline),
        when=sheet.deadline,
        detail=detail,
    )


def _to_look_at(meeting: Meeting, count: int) -> Need:
    words = ngettext(
        "%(count)s objection or wish to speak", "%(count)s objections and wishes to speak", count
    )
    return Need(
        title=meeting.title,
        url=reverse("agendas:positions", args=[meeting.pk]),
        verb=_("See the objections"),
        group=_group(meeting.starts_at),
        when=meeting.starts_at,
        detail=words % {"count": count},
    )


def _group(deadline: datetime) -> Group:
    return "now" if deadline - now() < SOON else "week"


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
