"""Doors of who may see a paper, and of the agenda as somebody else sees it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agendas.forms import RestrictForm, SightForm
from agendas.naming import Named
from core.errors import BadInput
from core.policies import require
from meetings.models import Meeting
from meetings.policies import MeetingPolicy, meetings_visible_to
from papers.actions import hide_paper, item_under, restrict_paper, show_paper
from papers.models import Paper
from papers.policies import may_table, papers_visible_to, persons_named_for
from papers.seen import seen_by
from people.http import Request
from people.models import Agency, Circle, Person


@require_http_methods(["GET", "HEAD", "POST"])
def access(request: Request, pk: int) -> HttpResponse:
    """Show who sees a paper, and let others see a restricted one."""
    paper = _kept(request, pk)
    item = item_under(paper)
    form = SightForm(request.POST or None, meeting=item.meeting, seeing=persons_named_for(paper))
    if not form.is_valid():
        facts = {"paper": paper, "item": item, "meeting": item.meeting, "form": form}
        status = 422 if form.is_bound else 200
        return render(request, "papers/access.html", facts | _named(paper).facts, status=status)
    show_paper(request.user, paper, whom=form.whom)
    messages.success(request, _("%(name)s may see it now.") % {"name": form.whom})
    return redirect("papers:access", pk)


@require_POST
def revoke(request: Request, pk: int, kind: str, key: int) -> HttpResponse:
    """Take back the sight of a restricted paper from a person, an office or a group."""
    paper = _kept(request, pk)
    whom = _named(paper).one(kind, key)
    hide_paper(request.user, paper, whom=whom)
    messages.success(request, _("%(name)s may no longer see it.") % {"name": whom})
    return redirect("papers:access", pk)


@require_POST
def restriction(request: Request, pk: int) -> HttpResponse:
    """Restrict a paper, or open it to all who see its item."""
    paper = _kept(request, pk)
    form = RestrictForm(request.POST)
    if not form.is_valid():
        raise BadInput
    restrict_paper(request.user, paper, restricted=form.cleaned_data["restricted"])
    return redirect("papers:access", pk)


@require_safe
def as_seen(request: Request, pk: int) -> HttpResponse:
    """Show the agenda with its papers as one who takes part sees it: nothing more, nothing less."""
    meeting = get_object_or_404(meetings_visible_to(request.user).select_related("body"), pk=pk)
    require(MeetingPolicy(request.user, meeting).may_edit)
    places = meeting.participants.select_related("person")
    asked = request.GET.get("person", "")
    person = _person(meeting, int(asked)) if asked.isdecimal() else None
    rows = seen_by(person, meeting) if person else []
    facts = {"meeting": meeting, "places": places, "person": person, "rows": rows}
    return render(request, "papers/as_seen.html", facts)


def _person(meeting: Meeting, key: int) -> Person:
    persons = Person.objects.filter(pk__in=meeting.participants.values("person"))
    return get_object_or_404(persons, pk=key)


def _kept(request: Request, pk: int) -> Paper:
    paper = get_object_or_404(papers_visible_to(request.user), pk=pk)
    require(may_table(request.user, item_under(paper)))
    return paper


def _named(paper: Paper) -> Named:
    """Return those named for the paper."""
    agencies = Agency.objects.filter(pk__in=paper.offices.values("agency"))
    circles = Circle.objects.filter(pk__in=paper.circles.values("circle"))
    return Named(persons_named_for(paper), agencies, circles)
