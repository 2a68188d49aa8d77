"""Doors of secretariat and chair: the check, the route, the agenda; and of asking agencies."""

from django.contrib import messages
from django.db.models import Case, QuerySet, Value, When
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from agendas import actions
from agendas.models import Advice, Submission
from agendas.policies import SubmissionPolicy, submissions_checked_by, submissions_visible_to
from agendas.states import SubmissionState
from agendas.submissions.asking import AskForm, DueForm
from agendas.submissions.errors import NotWaitingForCheck
from agendas.submissions.forms import ACCEPT, RETURN, CheckForm, RouteForm, SessionForm
from agendas.submissions.standing import OVER, placeable
from agendas.timing import due_at
from agendas.views.desk import seen_meeting
from agendas.views.submissions import READ_OR_SEND, filled, seen_submission
from core.clock import now
from core.policies import require
from meetings.models import Meeting
from meetings.policies import MeetingPolicy, meetings_kept_by
from people.http import Request


@require_http_methods(READ_OR_SEND)
def check(request: Request, pk: int) -> HttpResponse:
    """Check a submission against the list; accept it or return it with a reason."""
    found = seen_submission(request, pk)
    require(SubmissionPolicy(request.user, found).may_check)
    if found.state != SubmissionState.LODGED:
        raise NotWaitingForCheck
    do = request.POST.get("do", "")
    initial = CheckForm.initial_of(found.checklist)
    points = actions.checkpoints_of(found)
    form = CheckForm(request.POST or None, points=points, do=do, initial=initial)
    if not form.is_valid():
        return filled(request, form, {"submission": found}, "agendas/submissions/check.html")
    _checked(request, found, form)
    return redirect("agendas:submission", pk)


@require_http_methods(READ_OR_SEND)
def route(request: Request, pk: int) -> HttpResponse:
    """Send an accepted submission on, or back."""
    found = seen_submission(request, pk)
    require(SubmissionPolicy(request.user, found).may_route)
    initial = {"preferred_meeting": found.preferred_meeting_id}
    form = RouteForm(request.POST or None, submission=found, initial=initial)
    if not form.is_valid():
        return filled(request, form, {"submission": found}, "agendas/submissions/route.html")
    facts = dict(form.cleaned_data)
    reason = facts.pop("reason")
    if facts["route"] == RETURN:
        actions.return_submission(request.user, found, reason=reason)
    else:
        actions.route_submission(request.user, found, **facts)
    return redirect("agendas:submission", pk)


@require_http_methods(READ_OR_SEND)
def place(request: Request, pk: int) -> HttpResponse:
    """Put a submission on the draft of a session's agenda."""
    found = seen_submission(request, pk)
    require(SubmissionPolicy(request.user, found).may_place)
    meetings = _open_meetings(request, found)
    initial = {"meeting": found.preferred_meeting_id}
    form = SessionForm(request.POST or None, meetings=meetings, initial=initial)
    if not form.is_valid():
        return filled(request, form, {"submission": found}, "agendas/submissions/place.html")
    item = actions.place_submission(request.user, found, **form.cleaned_data)
    told = _("Item %(label)s is on the draft of the agenda.")
    messages.success(request, told % {"label": item.label})
    return redirect("agendas:agenda", item.meeting_id)


@require_safe
def to_place(request: Request, pk: int) -> HttpResponse:
    """List what was routed to a session and is on no agenda, for the desk of a meeting."""
    meeting = seen_meeting(request, pk)
    require(MeetingPolicy(request.user, meeting).may_edit)
    wished = Case(When(preferred_meeting=meeting, then=Value(0)), default=Value(1))
    waiting = placeable(submissions_checked_by(request.user)).filter(body=meeting.body_id)
    waiting = waiting.select_related("agency", "preferred_meeting").order_by(wished, "routed_at")
    is_open = meeting.state not in OVER
    facts = {"meeting": meeting, "waiting": waiting if is_open else []}
    return render(request, "agendas/submissions/_to_place.html", facts)


@require_http_methods(READ_OR_SEND)
def ask(request: Request, pk: int) -> HttpResponse:
    """Ask agencies for their opinion."""
    found = seen_submission(request, pk)
    require(SubmissionPolicy(request.user, found).may_ask_advice)
    initial = {"due": due_at(found.body, "advice_answer", now()).date()}
    form = AskForm(request.POST or None, submission=found, initial=initial)
    if not form.is_valid():
        return filled(request, form, {"submission": found}, "agendas/submissions/ask.html")
    facts = dict(form.cleaned_data)
    asked = actions.ask_advice(request.user, found, due_at=facts.pop("due"), **facts)
    told = ngettext("%(count)s agency is asked.", "%(count)s agencies are asked.", len(asked))
    messages.success(request, told % {"count": len(asked)})
    return redirect("agendas:submission", pk)


@require_http_methods(READ_OR_SEND)
def again(request: Request, pk: int) -> HttpResponse:
    """Ask one agency once more."""
    seen = submissions_visible_to(request.user).values("pk")
    advices = Advice.objects.filter(submission__in=seen)
    advice = get_object_or_404(advices.select_related("submission__body", "agency"), pk=pk)
    found = advice.submission
    require(SubmissionPolicy(request.user, found).may_ask_advice)
    initial = {"due": due_at(found.body, "advice_answer", now()).date()}
    form = DueForm(request.POST or None, initial=initial)
    if not form.is_valid():
        facts = {"submission": found, "advice": advice}
        return filled(request, form, facts, "agendas/submissions/again.html")
    actions.ask_again(request.user, advice, due_at=form.cleaned_data["due"])
    return redirect("agendas:submission", found.pk)


def _checked(request: Request, found: Submission, form: CheckForm) -> None:
    if form.do == ACCEPT:
        actions.accept_submission(request.user, found, answers=form.answers)
        messages.success(request, _("Accepted. It waits for the chair now."))
    elif form.do == RETURN:
        actions.return_submission(request.user, found, reason=form.cleaned_data["reason"])
        messages.success(request, _("Returned to the agency."))
    else:
        actions.check_submission(request.user, found, answers=form.answers)
        messages.success(request, _("Saved."))


def _open_meetings(request: Request, found: Submission) -> QuerySet[Meeting]:
    meetings = meetings_kept_by(request.user).filter(body=found.body_id)
    return meetings.exclude(state__in=OVER).order_by("starts_at")
