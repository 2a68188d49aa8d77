"""Doors of answers: one's own, and the decision on an absence."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.errors import BadInput
from core.policies import require
from meetings import actions
from meetings.invitations.due import reply_due
from meetings.invitations.forms import DecisionForm, ReplyForm, initial_reply
from meetings.models import Participant
from meetings.policies import MeetingPolicy, may_answer_for, meetings_visible_to
from people.http import Request


@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: Request, pk: int) -> HttpResponse:
    """Answer an invitation: for oneself, or what the secretariat was told."""
    place = _seen_place(request, pk)
    require(may_answer_for(request.user, place))
    initial = initial_reply(place, request.GET.get("answer", ""))
    form = ReplyForm(request.POST or None, place=place, initial=initial)
    if not form.is_valid():
        return _show(request, place, form)
    given = actions.answer_invitation(request.user, place, form.said)
    said = _("The chair is asked for consent.") if given.is_asking else _("The answer is noted.")
    messages.success(request, said)
    is_own = place.person_id == request.user.pk
    return redirect("meetings:page" if is_own else "meetings:invitations", place.meeting_id)


@require_POST
def decide(request: Request, pk: int) -> HttpResponse:
    """Consent to an absence, or not."""
    place = _seen_place(request, pk)
    require(MeetingPolicy(request.user, place.meeting).may_consent)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        raise BadInput
    reason = form.cleaned_data["reason"]
    if form.cleaned_data["decision"] == "granted":
        actions.consent(request.user, place, reason=reason)
        messages.success(request, _("%(name)s is excused.") % {"name": place})
    else:
        actions.refuse_consent(request.user, place, reason=reason)
        messages.success(
            request, _("%(name)s is told that the absence is refused.") % {"name": place}
        )
    return redirect("meetings:invitations", place.meeting_id)


def _seen_place(request: Request, pk: int) -> Participant:
    seen = meetings_visible_to(request.user).values("pk")
    places = Participant.objects.filter(meeting__in=seen)
    return get_object_or_404(places.select_related("meeting__body", "person", "reply"), pk=pk)


def _show(request: Request, place: Participant, form: ReplyForm) -> HttpResponse:
    facts = {
        "meeting": place.meeting,
        "place": place,
        "form": form,
        "due": reply_due(place.meeting),
        "is_own": place.person_id == request.user.pk,
    }
    status = 422 if form.is_bound else 200
    return render(request, "meetings/reply.html", facts, status=status)
