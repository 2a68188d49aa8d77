"""Doors of the agenda as a whole: reading it, ordering it, publishing it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agendas import actions
from agendas.desk import desk_of
from agendas.forms import PlaceForm
from agendas.policies import items_visible_to
from agendas.template_forms import template_facts
from core.errors import BadInput
from meetings.models import Meeting
from meetings.policies import meetings_visible_to
from people.http import Request


@require_safe
def agenda(request: Request, pk: int) -> HttpResponse:
    """Show the agenda; those who keep the meeting arrange it here."""
    meeting = seen_meeting(request, pk)
    desk = desk_of(request.user, meeting)
    facts = {"desk": desk, "meeting": meeting, "policy": desk.policy}
    if desk.may_arrange:
        facts |= template_facts(request.user, meeting, is_new=not desk.version)
    return render(request, "agendas/agenda.html", facts)


@require_safe
def lines(request: Request, pk: int) -> HttpResponse:
    """Show the agenda in short, for the page of the meeting."""
    return _show(request, seen_meeting(request, pk), "agendas/_lines.html")


@require_POST
def publish(request: Request, pk: int) -> HttpResponse:
    """Publish the agenda as it stands."""
    published = actions.publish_agenda(request.user, seen_meeting(request, pk))
    told = _("Version %(version)s of the agenda is published.")
    messages.success(request, told % {"version": published.version})
    return redirect("agendas:agenda", pk)


@require_POST
def place(request: Request, pk: int) -> HttpResponse:
    """Give an item another place."""
    items = items_visible_to(request.user).select_related("meeting__body")
    item = get_object_or_404(items, pk=pk)
    form = PlaceForm(request.POST)
    if not form.is_valid():
        raise BadInput
    actions.move_item(request.user, item, to=form.cleaned_data["to"])
    if request.htmx:
        return _show(request, item.meeting, "agendas/_desk.html")
    return redirect("agendas:agenda", item.meeting_id)


def seen_meeting(request: Request, pk: int) -> Meeting:
    """Return a meeting the person may see; any other is not found."""
    return get_object_or_404(meetings_visible_to(request.user).select_related("body"), pk=pk)


def _show(request: Request, meeting: Meeting, template: str) -> HttpResponse:
    desk = desk_of(request.user, meeting)
    facts = {"desk": desk, "meeting": meeting, "policy": desk.policy}
    return render(request, template, facts)
