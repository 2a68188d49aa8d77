"""Doors of who takes part: the roll, substitutes, invitees."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.policies import require
from meetings import actions
from meetings.actions.roll import EARLY, Differences
from meetings.forms import InviteForm
from meetings.invitations.table import NO_ANSWER, answer_of, counts_of, requests_of
from meetings.models import Meeting, Participant
from meetings.policies import MeetingPolicy, meetings_visible_to
from meetings.states import Attendance, Capacity, MeetingState
from meetings.turns import answers_waited_for
from meetings.views.meetings import seen_meeting
from meetings.views.reminders import reminding
from people.http import Request
from people.models import Substitution
from people.reads import shared

INVITING = {
    MeetingState.DRAFT,
    MeetingState.CONVENED,
    MeetingState.IN_SESSION,
    MeetingState.SUSPENDED,
}


@require_http_methods(["GET", "HEAD", "POST"])
def invitations(request: Request, pk: int) -> HttpResponse:
    """Show who takes part; let chair and secretary invite more."""
    meeting = seen_meeting(request, pk)
    policy = MeetingPolicy(request.user, meeting)
    require(not policy.is_guest)
    if request.method == "POST":
        require(policy.may_edit)
    form = InviteForm(request.POST or None, meeting=meeting)
    if not form.is_valid():
        return _show(request, meeting, policy, form)
    place = actions.invite(request.user, meeting, **form.cleaned_data)
    messages.success(request, _("%(name)s is invited.") % {"name": place})
    return redirect("meetings:invitations", pk)


@require_POST
def roll(request: Request, pk: int) -> HttpResponse:
    """Bring the roll up to the seats held on the meeting's day."""
    actions.renew_roll(request.user, seen_meeting(request, pk))
    messages.success(request, _("The roll is that of the meeting's day."))
    return redirect("meetings:invitations", pk)


@require_POST
def uninvite(request: Request, pk: int) -> HttpResponse:
    """Take an invitation back."""
    seen = meetings_visible_to(request.user).values("pk")
    places = Participant.objects.filter(meeting__in=seen).select_related("meeting", "person")
    place = get_object_or_404(places, pk=pk)
    actions.uninvite(request.user, place)
    messages.success(request, _("%(name)s is no longer invited.") % {"name": place})
    return redirect("meetings:invitations", place.meeting_id)


@shared()
def _show(
    request: Request, meeting: Meeting, policy: MeetingPolicy, form: InviteForm
) -> HttpResponse:
    everybody = meeting.participants.select_related(
        "person", "agency", "site", "stands_for__person", "substitute__person", "reply__substitute"
    )
    places = list(everybody)
    may_invite = policy.may_edit and meeting.state in INVITING
    facts = {
        "meeting": meeting,
        "policy": policy,
        "form": form if may_invite else None,
        "differences": _differences(meeting, places) if may_invite else None,
        "deputies": _deputies(meeting, places) if may_invite else [],
        "parts": _parts(places),
        **_answers(meeting, policy, places),
    }
    status = 422 if form.is_bound else 200
    return render(request, "meetings/invitations.html", facts, status=status)


def _parts(places: list[Participant]) -> list[dict[str, object]]:
    """Sort the places by capacity, each part with its heading."""
    headings = {
        Capacity.MEMBER: _("Members"),
        Capacity.SUBSTITUTE: _("Substitutes"),
        Capacity.INVITEE: _("Invitees"),
        Capacity.STAFF: _("Secretariat"),
    }
    return [
        {
            "key": capacity.value,
            "heading": heading,
            "places": [place for place in places if place.capacity == capacity],
        }
        for capacity, heading in headings.items()
    ]


def _answers(
    meeting: Meeting, policy: MeetingPolicy, places: list[Participant]
) -> dict[str, object]:
    """Gather what was answered, for those who keep the meeting."""
    if not policy.is_keeper or meeting.state == MeetingState.DRAFT:
        return {}
    return {
        "counts": counts_of(places),
        "requests": requests_of(meeting) if meeting.state == MeetingState.CONVENED else [],
        "answering": meeting.state == MeetingState.CONVENED,
        "turns": answers_waited_for(meeting, places),
        "deeds": [reminding(policy.person, meeting)] if _waits(meeting, places) else [],
    }


def _waits(meeting: Meeting, places: list[Participant]) -> bool:
    """Tell whether somebody has not answered yet."""
    if meeting.state != MeetingState.CONVENED:
        return False
    asked = [place for place in places if place.capacity != Capacity.STAFF]
    return any(answer_of(place) == NO_ANSWER and not place.is_here for place in asked)


def _differences(meeting: Meeting, places: list[Participant]) -> Differences | None:
    """Return how the roll differs from the seats, while it may still be renewed."""
    found = actions.roll_differences(meeting, places) if meeting.state in EARLY else None
    return found if found and any(found) else None


def _deputies(meeting: Meeting, everybody: list[Participant]) -> list[dict[str, object]]:
    """Offer the standing substitutes of members who have not come and send nobody yet."""
    away = [Attendance.EXPECTED, Attendance.EXCUSED]
    places = {
        place.person_id: place
        for place in everybody
        if place.capacity == Capacity.MEMBER
        and place.attendance in away
        and not hasattr(place, "substitute")
    }
    day = timezone.localdate(meeting.starts_at)
    standing = Substitution.objects.on(day).filter(
        membership__body=meeting.body, membership__person__in=places
    )
    free = standing.exclude(substitute__in=meeting.participants.values("person"))
    named = free.select_related("substitute", "membership__person")
    return [{"named": one, "place": places[one.membership.person_id]} for one in named]
