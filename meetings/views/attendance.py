"""Doors of the roll call."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from core.errors import BadInput
from core.policies import require
from meetings import actions
from meetings.forms import AttendanceForm, PresenceForm
from meetings.models import Meeting, Participant
from meetings.policies import MeetingPolicy, meetings_visible_to
from meetings.quorum import quorum_of
from meetings.states import Attendance, Capacity, MeetingState
from meetings.views.meetings import seen_meeting
from people.http import Request
from people.models import Person

TAKING = {MeetingState.CONVENED, MeetingState.IN_SESSION, MeetingState.SUSPENDED}


@require_safe
def attendance(request: Request, pk: int) -> HttpResponse:
    """Show the secretary who is here, who says so, who is expected."""
    meeting = seen_meeting(request, pk)
    require(MeetingPolicy(request.user, meeting).may_confirm)
    return _roll(request, meeting, "meetings/attendance.html")


@require_POST
def confirm_all(request: Request, pk: int) -> HttpResponse:
    """Confirm all who have checked in."""
    places = actions.confirm_all(request.user, seen_meeting(request, pk))
    count = len(places)
    told = ngettext("%(count)s person confirmed.", "%(count)s people confirmed.", count)
    messages.success(request, told % {"count": count})
    return redirect("meetings:attendance", pk)


@require_POST
def take(request: Request, pk: int) -> HttpResponse:
    """Note one participant's attendance."""
    seen = meetings_visible_to(request.user).values("pk")
    places = Participant.objects.filter(meeting__in=seen).select_related("meeting", "person")
    place = get_object_or_404(places, pk=pk)
    form = AttendanceForm(request.POST)
    if not form.is_valid():
        raise BadInput
    _note(request.user, place, form.cleaned_data["to"], form.cleaned_data["reason"])
    if request.htmx:
        return _roll(request, seen_meeting(request, place.meeting_id), "meetings/_roll.html")
    return redirect("meetings:attendance", place.meeting_id)


@require_POST
def presence(request: Request, pk: int) -> HttpResponse:
    """Say that one is here, or leaves."""
    meeting = seen_meeting(request, pk)
    form = PresenceForm(request.POST, meeting=meeting)
    if not form.is_valid():
        raise BadInput
    if form.cleaned_data["to"] == Attendance.LEFT:
        actions.check_out(request.user, meeting)
    else:
        actions.check_in(request.user, meeting, site=form.cleaned_data["site"])
    return redirect("meetings:page", pk)


def _note(actor: Person, place: Participant, to: str, reason: str) -> None:
    deeds: dict[str, Callable[[Person, Participant], object]] = {
        Attendance.PRESENT.value: actions.confirm_attendance,
        Attendance.LEFT.value: actions.note_leaving,
        Attendance.EXPECTED.value: actions.expect_again,
    }
    if to == Attendance.EXCUSED:
        actions.excuse(actor, place, reason=reason)
    else:
        deeds[to](actor, place)


def _roll(request: Request, meeting: Meeting, template: str) -> HttpResponse:
    places = list(meeting.participants.select_related("person", "agency", "site"))
    facts = {
        "meeting": meeting,
        "policy": MeetingPolicy(request.user, meeting),
        "quorum": quorum_of(meeting),
        "taking": meeting.state in TAKING,
        "may_open": meeting.state == MeetingState.CONVENED,
        "waiting": sum(place.attendance == Attendance.CHECKED_IN for place in places),
        "members": [place for place in places if place.capacity == Capacity.MEMBER],
        "others": [place for place in places if place.capacity != Capacity.MEMBER],
    }
    return render(request, template, facts)
