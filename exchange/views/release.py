"""Doors of the gates: seeing them, planning, confirming, taking back."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.policies import require
from exchange import actions
from exchange.forms import PlanForm, TakeBackForm
from exchange.gates import next_of, rows_of
from exchange.models import Release
from exchange.policies import may_release
from exchange.states import Audience, What
from exchange.views.agenda import seen_meeting
from meetings.models import Meeting
from meetings.policies import MeetingPolicy, meetings_visible_to
from people.http import Request


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: Request, pk: int) -> HttpResponse:
    """Show the gates of a meeting, and plan a release."""
    meeting = seen_meeting(request, pk)
    require(may_release(request.user, meeting))
    form = PlanForm(request.POST or None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(
            request, "exchange/release.html", _facts(request, meeting, form), status=status
        )
    actions.plan_release(
        request.user,
        meeting,
        what=What(form.cleaned_data["what"]),
        audience=Audience(form.cleaned_data["audience"]),
        planned_at=form.cleaned_data["planned_at"],
    )
    messages.success(request, _("The release is planned. It waits for a confirmation."))
    return redirect("exchange:release", pk)


@require_POST
def confirm(request: Request, pk: int) -> HttpResponse:
    """Confirm a planned release."""
    gate = actions.confirm_release(request.user, _seen_gate(request, pk))
    told = _("Released.") if gate.is_open else _("Confirmed. It opens at its moment.")
    messages.success(request, told)
    return redirect("exchange:release", gate.meeting_id)


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: Request, pk: int) -> HttpResponse:
    """Take a release back, with the reason."""
    gate = _seen_gate(request, pk)
    require(may_release(request.user, gate.meeting))
    form = TakeBackForm(request.POST or None)
    if not form.is_valid():
        facts = {"form": form, "gate": gate, "meeting": gate.meeting}
        status = 422 if form.is_bound else 200
        return render(request, "exchange/take_back.html", facts, status=status)
    actions.take_back(request.user, gate, reason=form.cleaned_data["reason"])
    messages.success(request, _("The release was taken back."))
    return redirect("exchange:release", gate.meeting_id)


def _seen_gate(request: Request, pk: int) -> Release:
    """Return a gate of a meeting the person may see; any other is not found."""
    gates = Release.objects.filter(meeting__in=meetings_visible_to(request.user))
    return get_object_or_404(gates.select_related("meeting__body"), pk=pk)


def _facts(request: Request, meeting: Meeting, form: PlanForm) -> dict[str, object]:
    rows = rows_of(meeting)
    taken_back = meeting.releases.filter(taken_back_at__isnull=False)
    return {
        "meeting": meeting,
        "policy": MeetingPolicy(request.user, meeting),
        "rows": rows,
        "next": next_of(rows),
        "form": form,
        "taken_back": taken_back.select_related("taken_back_by"),
        "is_public_body": meeting.body.code in settings.OPARL_BODIES,
    }
