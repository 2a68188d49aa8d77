"""What meetings need of a person: to check in, to join, to confirm who is here, to fill a year."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.clock import now
from core.needs import Need, needs_me
from core.workdays import day_of
from meetings.ahead import open_meetings_kept_by, places_ahead_of
from meetings.invitations.due import reply_due
from meetings.models import CalendarDay, Meeting, Participant
from meetings.states import Attendance, MeetingState
from people.models import Person, Role
from people.policies import bodies_where, offices_of

SOON = timedelta(days=14)
TO_PREPARE = timedelta(days=45)
YEAR_AHEAD = timedelta(days=60)
ABOUT_TO_BEGIN = timedelta(hours=2)
AFTER_THE_AGENDA = 1
LIVE = [MeetingState.IN_SESSION, MeetingState.SUSPENDED]


@needs_me("session")
def own_meetings(person: Person) -> Iterator[Need]:
    """Tell of meetings to check in to, to join, or to prepare for."""
    for ahead in places_ahead_of(person):
        need = _own(ahead.place, ahead.meeting)
        if need:
            yield need


@needs_me("session")
def meetings_to_run(person: Person) -> Iterator[Need]:
    """Tell chair and secretary of drafts to convene and of people to confirm."""
    for kept in open_meetings_kept_by(person):
        yield from _to_run(kept.meeting, kept.waiting)


@needs_me("calendar")
def calendars_to_fill(person: Person) -> Iterator[Need]:
    """Tell administrators of a coming year whose holidays nobody has entered."""
    if not offices_of(person).bodies(Role.ADMINISTRATOR):
        return
    year = (day_of(now()) + YEAR_AHEAD).year
    entered = CalendarDay.objects.filter(
        calendar=OuterRef("work_calendar__calendar"), day__year=year
    )
    bodies = bodies_where(person, Role.ADMINISTRATOR).filter(work_calendar__isnull=False)
    for body in bodies.exclude(Exists(entered)):
        yield Need(
            title=_("Working calendar %(year)s of %(body)s") % {"year": year, "body": body},
            url=f"{reverse('meetings:calendar', args=[body.pk])}?year={year}",
            verb=_("Enter the holidays"),
            group="week",
            detail=_("Without them, time limits count holidays as working days."),
        )


@needs_me("invitation")
def invitations_to_answer(person: Person) -> Iterator[Need]:
    """Tell of invitations that wait for an answer."""
    for ahead in places_ahead_of(person):
        if ahead.is_asked and ahead.meeting.starts_at > now() + ABOUT_TO_BEGIN:
            yield _to_answer(ahead.meeting)


@needs_me("invitation")
def absences_to_decide(person: Person) -> Iterator[Need]:
    """Tell chair and secretary of those who ask to be excused."""
    for kept in open_meetings_kept_by(person):
        if kept.asking and kept.meeting.state == MeetingState.CONVENED:
            yield _to_decide(kept.meeting, kept.asking)


def _to_answer(meeting: Meeting) -> Need:
    due = reply_due(meeting) or meeting.starts_at
    return Need(
        title=meeting.title,
        url=reverse("meetings:page", args=[meeting.pk]),
        verb=_("Answer the invitation"),
        when=due,
        detail=meeting.place,
        late=now() > due,
    )


def _to_decide(meeting: Meeting, asking: int) -> Need:
    told = ngettext(
        "%(count)s person asks to be excused.", "%(count)s people ask to be excused.", asking
    )
    return Need(
        title=meeting.title,
        url=reverse("meetings:invitations", args=[meeting.pk]),
        verb=_("Decide on absences"),
        when=meeting.starts_at,
        detail=told % {"count": asking},
    )


def _own(place: Participant, meeting: Meeting) -> Need | None:
    live = reverse("meetings:live", args=[meeting.pk])
    if meeting.state in LIVE:
        verb = _("Join") if place.is_here else _("Check in")
        detail = _("The session is in progress.")
        return Need(title=meeting.title, url=live, verb=verb, when=meeting.starts_at, detail=detail)
    if place.is_here or place.attendance == Attendance.EXCUSED:
        return None
    if meeting.starts_at - now() < ABOUT_TO_BEGIN:
        return Need(title=meeting.title, url=live, verb=_("Check in"), when=meeting.starts_at)
    return _ahead(meeting)


def _ahead(meeting: Meeting) -> Need | None:
    if meeting.starts_at - now() > SOON:
        return None
    return Need(
        title=meeting.title,
        url=reverse("meetings:page", args=[meeting.pk]),
        verb=_("Read the papers"),
        group="week",
        when=meeting.starts_at,
        detail=meeting.place,
    )


def _to_run(meeting: Meeting, waiting: int) -> Iterator[Need]:
    if meeting.state == MeetingState.DRAFT and meeting.starts_at - now() < TO_PREPARE:
        url = reverse("meetings:page", args=[meeting.pk])
        yield Need(
            title=meeting.title,
            url=url,
            verb=_("Convene"),
            group="week",
            when=meeting.starts_at,
            step=AFTER_THE_AGENDA,
        )
    elif waiting:
        yield Need(
            title=meeting.title,
            url=reverse("meetings:attendance", args=[meeting.pk]),
            verb=_("Confirm attendance"),
            when=meeting.starts_at,
            detail=ngettext(
                "%(count)s person has checked in.", "%(count)s people have checked in.", waiting
            )
            % {"count": waiting},
        )
