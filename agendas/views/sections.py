"""Doors of the headings of an agenda."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from agendas import actions
from agendas.forms import PlaceForm, SectionForm
from agendas.models import Section
from agendas.views.desk import answer, seen_meeting
from core.errors import BadInput
from core.policies import require
from meetings.models import Meeting
from meetings.policies import MeetingPolicy, meetings_visible_to
from people.http import Request

READ_OR_SEND = ["GET", "HEAD", "POST"]


@require_http_methods(READ_OR_SEND)
def new(request: Request, pk: int) -> HttpResponse:
    """Give the agenda a heading."""
    meeting = seen_meeting(request, pk)
    require(MeetingPolicy(request.user, meeting).may_edit)
    form = SectionForm(request.POST or None)
    if not form.is_valid():
        return _form(request, form, meeting)
    actions.add_section(request.user, meeting, **form.cleaned_data)
    return redirect("agendas:agenda", pk)


@require_http_methods(READ_OR_SEND)
def edit(request: Request, pk: int) -> HttpResponse:
    """Word a heading anew."""
    section = _seen(request, pk)
    meeting = section.meeting
    require(MeetingPolicy(request.user, meeting).may_edit)
    initial = {"name": section.name, "name_en": section.name_en}
    form = SectionForm(request.POST or None, initial=initial)
    if not form.is_valid():
        return _form(request, form, meeting, section)
    actions.rename_section(request.user, section, **form.cleaned_data)
    return redirect("agendas:agenda", meeting.pk)


@require_POST
def place(request: Request, pk: int) -> HttpResponse:
    """Give a heading another place."""
    section = _seen(request, pk)
    form = PlaceForm(request.POST)
    if not form.is_valid():
        raise BadInput
    actions.move_section(request.user, section, to=form.cleaned_data["to"])
    return answer(request, section.meeting)


@require_POST
def remove(request: Request, pk: int) -> HttpResponse:
    """Take a heading away."""
    section = _seen(request, pk)
    actions.remove_section(request.user, section)
    return answer(request, section.meeting)


def _seen(request: Request, pk: int) -> Section:
    meetings = meetings_visible_to(request.user).values("pk")
    sections = Section.objects.filter(meeting__in=meetings).select_related("meeting__body")
    return get_object_or_404(sections, pk=pk)


def _form(
    request: Request, form: SectionForm, meeting: Meeting, section: Section | None = None
) -> HttpResponse:
    facts = {"form": form, "meeting": meeting, "section": section}
    status = 422 if form.is_bound else 200
    return render(request, "agendas/section_form.html", facts, status=status)
