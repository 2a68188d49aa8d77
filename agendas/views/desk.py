"""Doors of the agenda as a whole: reading it, ordering it, publishing it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agendas import actions
from agendas.batches import deeds_for
from agendas.board import board_of
from agendas.desk import Desk, desk_of
from agendas.errors import UncheckedItems
from agendas.forms import CheckForm, HeadingForm, NestForm, PlaceForm, PublishForm
from agendas.models import Item
from agendas.policies import items_visible_to
from agendas.sheets import sheets_of
from agendas.template_forms import template_facts
from agendas.turns import turns_of_rows
from core.errors import BadInput
from meetings.models import Meeting
from meetings.policies import meetings_visible_to
from people.http import Request


@require_safe
def agenda(request: Request, pk: int) -> HttpResponse:
    """Show the agenda; those who keep the meeting arrange it here."""
    meeting = seen_meeting(request, pk)
    desk = desk_of(request.user, meeting)
    response = _shown(request, desk, "agendas/agenda.html", with_templates=True)
    if request.method == "GET" and desk.agenda and desk.agenda.version != desk.last_look:
        actions.note_look(request.user, meeting, version=desk.agenda.version)
    return response


@require_safe
def lines(request: Request, pk: int) -> HttpResponse:
    """Show the agenda in short, for the page of the meeting."""
    return _show(request, seen_meeting(request, pk), "agendas/_lines.html")


@require_POST
def publish(request: Request, pk: int) -> HttpResponse:
    """Publish the agenda as it stands; with unchecked items, for a reason."""
    meeting = seen_meeting(request, pk)
    form = PublishForm(request.POST if "unchecked_for" in request.POST else None)
    reason = form.cleaned_data["unchecked_for"] if form.is_valid() else ""
    try:
        published = actions.publish_agenda(request.user, meeting, unchecked_for=reason)
    except UncheckedItems as refusal:
        facts = {"meeting": meeting, "form": form, "refusal": refusal.sentence}
        return render(request, "agendas/publish.html", facts, status=refusal.status)
    told = _("Version %(version)s of the agenda is published.")
    messages.success(request, told % {"version": published.letter})
    return redirect("agendas:agenda", pk)


@require_POST
def arrange(request: Request, pk: int) -> HttpResponse:
    """Put what is still planned in its usual order."""
    meeting = seen_meeting(request, pk)
    actions.arrange_agenda(request.user, meeting)
    return answer(request, meeting)


@require_POST
def place(request: Request, pk: int) -> HttpResponse:
    """Give an item another place."""
    item = kept_item(request, pk)
    form = PlaceForm(request.POST)
    if not form.is_valid():
        raise BadInput
    actions.move_item(request.user, item, **form.cleaned_data)
    return answer(request, item.meeting)


@require_POST
def nest(request: Request, pk: int) -> HttpResponse:
    """Put an item under another as its sub-item, or lift it out."""
    item = kept_item(request, pk)
    form = NestForm(request.POST)
    if not form.is_valid():
        raise BadInput
    key = form.cleaned_data["under"]
    others = items_visible_to(request.user).filter(meeting=item.meeting_id)
    under = get_object_or_404(others, pk=key) if key else None
    actions.nest_item(request.user, item, under=under)
    return answer(request, item.meeting)


@require_POST
def head(request: Request, pk: int) -> HttpResponse:
    """Put an item under a heading."""
    item = kept_item(request, pk)
    form = HeadingForm(request.POST)
    if not form.is_valid():
        raise BadInput
    key = form.cleaned_data["section"]
    section = get_object_or_404(item.meeting.sections, pk=key) if key else None
    actions.move_to_section(request.user, item, section)
    return answer(request, item.meeting)


@require_POST
def check(request: Request, pk: int) -> HttpResponse:
    """Find an item formally in order, or take that back."""
    item = kept_item(request, pk)
    form = CheckForm(request.POST)
    if not form.is_valid():
        raise BadInput
    deed = actions.check_item if form.cleaned_data["checked"] else actions.uncheck_item
    deed(request.user, item)
    return answer(request, item.meeting)


def kept_item(request: Request, pk: int) -> Item:
    """Return an item the person may see, with what its deeds need."""
    items = items_visible_to(request.user).select_related("meeting__body", "parent")
    return get_object_or_404(items, pk=pk)


def answer(request: Request, meeting: Meeting) -> HttpResponse:
    """Show the table anew to a script, and the page to everybody else."""
    if request.htmx:
        return _show(request, meeting, "agendas/_desk.html")
    return redirect("agendas:agenda", meeting.pk)


def seen_meeting(request: Request, pk: int) -> Meeting:
    """Return a meeting the person may see; any other is not found."""
    return get_object_or_404(meetings_visible_to(request.user).select_related("body"), pk=pk)


def _show(request: Request, meeting: Meeting, template: str) -> HttpResponse:
    return _shown(request, desk_of(request.user, meeting), template)


def _shown(
    request: Request, desk: Desk, template: str, *, with_templates: bool = False
) -> HttpResponse:
    facts = {"desk": desk, "meeting": desk.meeting, "policy": desk.policy}
    if with_templates and desk.may_arrange:
        facts |= template_facts(request.user, desk.meeting, is_new=not desk.version)
    rows = [*desk.rows, *desk.closed_rows]
    items = [row.item for row in rows]
    if desk.may_arrange:
        facts |= {"turns": turns_of_rows(rows, desk.meeting.starts_at)}
    if with_templates and desk.may_arrange:
        headed = bool(desk.sections)
        facts["deeds"] = deeds_for(request.user, desk.meeting, items, has_headings=headed)
    facts |= {"sheets": sheets_of(request.user, desk.meeting, policy=desk.policy, seen=items)}
    facts |= {"board": board_of(desk.meeting, items) if desk.policy.may_run else None}
    return render(request, template, facts)
