"""Doors of what comes late or goes on elsewhere: consent, urgent items, deferral."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agendas import actions
from agendas.forms import AskForm, DeferForm, RefuseForm, TakeUpForm, UrgentItemForm
from agendas.models import Item
from agendas.policies import ItemPolicy, presides_over
from agendas.views.desk import seen_meeting
from agendas.views.items import READ_OR_SEND, seen_item, show_form
from core.policies import require
from meetings.policies import meetings_kept_by
from meetings.states import MeetingState
from people.http import Request


@require_http_methods(READ_OR_SEND)
def ask(request: Request, pk: int) -> HttpResponse:
    """Ask the chair to take an item that came after the limit."""
    item = seen_item(request, pk)
    require(ItemPolicy(request.user, item).may_edit)
    form = AskForm(request.POST or None, initial={"reason": item.late_for})
    if not form.is_valid():
        facts = {"meeting": item.meeting, "item": item}
        return show_form(request, form, facts, "agendas/ask.html")
    actions.ask_consent(request.user, item, **form.cleaned_data)
    messages.success(request, _("The chair is asked."))
    return redirect("agendas:item", pk)


@require_POST
def consent(request: Request, pk: int) -> HttpResponse:
    """Take an item that came after the limit."""
    item = actions.consent_to_late(request.user, seen_item(request, pk))
    told = _("“%(title)s” may be published.")
    messages.success(request, told % {"title": item.title})
    return redirect("agendas:item", pk)


@require_http_methods(READ_OR_SEND)
def refuse(request: Request, pk: int) -> HttpResponse:
    """Refuse an item that came after the limit."""
    item = seen_item(request, pk)
    require(ItemPolicy(request.user, item).may_consent)
    form = RefuseForm(request.POST or None)
    if not form.is_valid():
        facts = {"meeting": item.meeting, "item": item}
        return show_form(request, form, facts, "agendas/refuse.html")
    actions.refuse_late(request.user, item, **form.cleaned_data)
    messages.success(request, _("The item has left the agenda. The secretary is told."))
    return redirect("agendas:item", pk)


@require_http_methods(READ_OR_SEND)
def take_up(request: Request, pk: int) -> HttpResponse:
    """Take up as urgent what is in no published version yet."""
    item = seen_item(request, pk)
    require(ItemPolicy(request.user, item).may_consent)
    form = TakeUpForm(request.POST or None)
    if not form.is_valid():
        facts = {"meeting": item.meeting, "item": item}
        return show_form(request, form, facts, "agendas/urgent.html")
    item = actions.take_up(request.user, item, **form.cleaned_data)
    told = _("Item %(label)s is on the agenda. It can be opened now.")
    messages.success(request, told % {"label": item.label})
    return redirect("agendas:item", pk)


@require_http_methods(READ_OR_SEND)
def urgent(request: Request, pk: int) -> HttpResponse:
    """Take up an urgent matter during the session."""
    meeting = seen_meeting(request, pk)
    require(presides_over(request.user, meeting))
    form = UrgentItemForm(request.POST or None, meeting=meeting)
    if not form.is_valid():
        return show_form(request, form, {"meeting": meeting}, "agendas/urgent.html")
    item = actions.add_urgent_item(request.user, meeting, **form.cleaned_data)
    told = _("Item %(label)s is on the agenda. Its papers may be laid now.")
    messages.success(request, told % {"label": item.label})
    return redirect("agendas:item", item.pk)


@require_http_methods(READ_OR_SEND)
def defer(request: Request, pk: int) -> HttpResponse:
    """Defer an item to another session."""
    item = seen_item(request, pk)
    require(ItemPolicy(request.user, item).may_edit)
    ahead = meetings_kept_by(request.user).filter(
        body=item.meeting.body_id, state__in=[MeetingState.DRAFT, MeetingState.CONVENED]
    )
    meetings = ahead.exclude(pk=item.meeting_id).order_by("starts_at")
    form = DeferForm(request.POST or None, meetings=meetings)
    if not form.is_valid():
        return show_form(request, form, _facts(item, meetings.exists()), "agendas/defer.html")
    after = actions.defer_item(request.user, item, **form.cleaned_data)
    told = _("The item goes on as item %(label)s of “%(meeting)s”.")
    messages.success(request, told % {"label": after.label, "meeting": after.meeting})
    return redirect("agendas:item", pk)


def _facts(item: Item, is_possible: bool) -> dict[str, object]:
    return {"meeting": item.meeting, "item": item, "is_possible": is_possible}
