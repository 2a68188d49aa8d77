"""Attendance: one says that one is here, the secretary confirms it."""

from django.db import transaction

from core.clock import now
from core.policies import require
from core.states import move
from meetings import events
from meetings.actions.facts import facts_of
from meetings.errors import MeetingNotUnderWay, ReasonMissing
from meetings.models import Meeting, Participant, Site
from meetings.policies import MeetingPolicy, require_open_record
from meetings.states import ATTENDANCE_MOVES, Attendance, MeetingState
from people.models import Person
from realtime.journal import announce

UNDER_WAY = {MeetingState.CONVENED, MeetingState.IN_SESSION, MeetingState.SUSPENDED}


@transaction.atomic
def check_in(actor: Person, meeting: Meeting, *, site: Site | None = None) -> Participant:
    """Say that one is here, at a site. Saying it twice changes nothing."""
    require(MeetingPolicy(actor, meeting).is_participant)
    place = _locked(meeting, person=actor)
    if place.is_here and (site is None or site == place.site):
        return place
    if not place.is_present:
        _write(place, Attendance.CHECKED_IN)
        place.arrived_at, place.left_at, place.reason = now(), None, ""
    place.site = site or place.site
    place.save()
    announce(events.CheckedIn(**facts_of(place)), actor=actor)
    return place


@transaction.atomic
def check_out(actor: Person, meeting: Meeting) -> Participant:
    """Say that one leaves before the end."""
    require(MeetingPolicy(actor, meeting).is_participant)
    return _leave(actor, _locked(meeting, person=actor))


@transaction.atomic
def note_leaving(actor: Person, participant: Participant) -> Participant:
    """Note that a participant has left."""
    require(MeetingPolicy(actor, participant.meeting).may_confirm)
    return _leave(actor, _locked(participant.meeting, pk=participant.pk))


@transaction.atomic
def confirm_attendance(actor: Person, participant: Participant) -> Participant:
    """Confirm that a participant is present, whether or not he or she has checked in."""
    require(MeetingPolicy(actor, participant.meeting).may_confirm)
    place = _locked(participant.meeting, pk=participant.pk)
    if place.is_present:
        return place
    return _confirm(actor, place)


@transaction.atomic
def confirm_all(actor: Person, meeting: Meeting) -> list[Participant]:
    """Confirm everybody who has checked in."""
    require(MeetingPolicy(actor, meeting).may_confirm)
    _hold(meeting)
    waiting = meeting.participants.filter(attendance=Attendance.CHECKED_IN)
    places = list(waiting.select_related("person", "site", "meeting"))
    return [_confirm(actor, place) for place in places]


@transaction.atomic
def excuse(actor: Person, participant: Participant, *, reason: str) -> Participant:
    """Note that a participant does not come, and why."""
    require(MeetingPolicy(actor, participant.meeting).may_confirm)
    place = _locked(participant.meeting, pk=participant.pk, early=True)
    if not reason.strip():
        raise ReasonMissing
    _write(place, Attendance.EXCUSED)
    place.reason, place.arrived_at = reason.strip(), None
    place.save()
    announce(events.Excused(**facts_of(place), reason=place.reason), actor=actor)
    return place


@transaction.atomic
def expect_again(actor: Person, participant: Participant) -> Participant:
    """Take back an excuse or a mistaken check-in."""
    require(MeetingPolicy(actor, participant.meeting).may_confirm)
    place = _locked(participant.meeting, pk=participant.pk, early=True)
    _write(place, Attendance.EXPECTED)
    place.reason, place.arrived_at = "", None
    place.save()
    announce(events.AwaitedAgain(**facts_of(place)), actor=actor)
    return place


def _hold(meeting: Meeting, *, early: bool = False) -> None:
    """Lock the meeting's row; attendance is taken from the convening to the end."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    require_open_record(meeting)
    allowed = UNDER_WAY | {MeetingState.DRAFT} if early else UNDER_WAY
    if meeting.state not in allowed:
        raise MeetingNotUnderWay


def _locked(meeting: Meeting, *, early: bool = False, **which: object) -> Participant:
    _hold(meeting, early=early)
    places = Participant.objects.select_related("person", "site", "meeting")
    return places.get(meeting=meeting, **which)


def _write(place: Participant, there: Attendance) -> None:
    """Move the attendance along its table."""
    move(_Stand(place), there, moves=ATTENDANCE_MOVES)


class _Stand:
    """A participant's attendance, seen as a state."""

    def __init__(self, place: Participant) -> None:
        self._place = place

    @property
    def state(self) -> str:
        return self._place.attendance

    @state.setter
    def state(self, value: str) -> None:
        self._place.attendance = value


def _confirm(actor: Person, place: Participant) -> Participant:
    _write(place, Attendance.PRESENT)
    place.arrived_at, place.left_at, place.reason = place.arrived_at or now(), None, ""
    place.save()
    announce(events.AttendanceConfirmed(**facts_of(place)), actor=actor)
    return place


def _leave(actor: Person, place: Participant) -> Participant:
    _write(place, Attendance.LEFT)
    place.left_at = now()
    place.save()
    announce(events.Left(**facts_of(place)), actor=actor)
    return place
