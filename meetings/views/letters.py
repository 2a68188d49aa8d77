"""Doors of the letter of invitation: reading it, and writing what stands on it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.policies import require
from meetings import actions
from meetings.invitations.forms import LetterForm
from meetings.invitations.letter import WRITTEN, drafted_invitation
from meetings.invitations.press import printed_letter
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from meetings.states import MeetingState
from meetings.views.meetings import seen_meeting
from people.http import Request

SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
WRITING = {MeetingState.DRAFT, MeetingState.CONVENED}


@require_safe
def letter(request: Request, pk: int) -> HttpResponse:
    """Show one's own letter; those who keep the meeting see the one to all, or anybody's."""
    meeting = seen_meeting(request, pk)
    policy = MeetingPolicy(request.user, meeting)
    place = policy.participant
    if policy.is_keeper:
        wanted = request.GET.get("for", "")
        place = get_object_or_404(meeting.participants, pk=wanted) if wanted.isdecimal() else None
    else:
        require(place is not None)
    return _pdf(printed_letter(meeting, place))


@require_http_methods(["GET", "HEAD", "POST"])
def letter_edit(request: Request, pk: int) -> HttpResponse:
    """Write who signs, notes and copies."""
    meeting = seen_meeting(request, pk)
    require(MeetingPolicy(request.user, meeting).may_edit)
    form = LetterForm(request.POST or None, initial=_standing(meeting))
    if not form.is_valid():
        return _show(request, meeting, form)
    actions.write_letter(request.user, meeting, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("meetings:letter_edit", pk)


def _standing(meeting: Meeting) -> dict[str, str]:
    invitation = drafted_invitation(meeting)
    return {name: getattr(invitation, name) for name in WRITTEN}


def _show(request: Request, meeting: Meeting, form: LetterForm) -> HttpResponse:
    facts = {
        "meeting": meeting,
        "policy": MeetingPolicy(request.user, meeting),
        "form": form,
        "may_write": meeting.state in WRITING,
    }
    status = 422 if form.is_bound else 200
    return render(request, "meetings/letter.html", facts, status=status)


def _pdf(content: bytes) -> HttpResponse:
    headers = {
        "Content-Disposition": content_disposition_header(False, "giay-moi.pdf") or "inline",
        "Content-Security-Policy": SANDBOX,
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type="application/pdf", headers=headers)
