"""Doors of who takes part: the roll, substitutes, invitees."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.policies import require
from meetings import actions
from meetings.forms import InviteForm
from meetings.models import Meeting, Participant
from meetings.policies import MeetingPolicy, meetings_visible_to
from meetings.states import Capacity, MeetingState
from meetings.views.meetings import seen_meeting
from people.http import Request

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
    if request.method == "POST":
        require(policy.may_edit)
    form = InviteForm(request.POST or None, meeting=meeting)
    if not form.is_valid():
        return _show(request, meeting, policy, form)
    place = actions.invite(request.user, meeting, **form.cleaned_data)
    messages.success(request, _("%(name)s is invited.") % {"name": place})
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


def _show(
    request: Request, meeting: Meeting, policy: MeetingPolicy, form: InviteForm
) -> HttpResponse:
    places = meeting.participants.select_related(
        "person", "agency", "site", "stands_for__person", "substitute__person"
    )
    facts = {
        "meeting": meeting,
        "policy": policy,
        "form": form if policy.may_edit and meeting.state in INVITING else None,
        "members": places.filter(capacity=Capacity.MEMBER),
        "substitutes": places.filter(capacity=Capacity.SUBSTITUTE),
        "invitees": places.filter(capacity=Capacity.INVITEE),
        "staff": places.filter(capacity=Capacity.STAFF),
    }
    status = 422 if form.is_bound else 200
    return render(request, "meetings/invitations.html", facts, status=status)
