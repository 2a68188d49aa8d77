"""Doors to read: the papers under an item, the reader, the file itself."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from agendas.models import Item
from agendas.policies import items_visible_to
from meetings.deadlines import Deadlines
from meetings.models import Meeting
from papers.actions import note_opening
from papers.http import serve_file
from papers.models import Paper, PaperVersion
from papers.policies import item_of, marks_of, may_table, papers_visible_to
from papers.rules import is_late
from people.http import Request

COLOURS = (
    ("#1d4e6f", _("blue")),
    ("#a3261d", _("red")),
    ("#1b7045", _("green")),
    ("#e0b252", _("yellow")),
)


@require_safe
def under_item(request: Request, pk: int) -> HttpResponse:
    """List the papers of an item: as a fragment where a page asks, else as a page."""
    item = get_object_or_404(items_visible_to(request.user).select_related("meeting"), pk=pk)
    papers = (
        papers_visible_to(request.user).filter(matter=item.matter_id).prefetch_related("versions")
    )
    facts = {"item": item, "papers": papers, "late": _late(item.meeting, *papers)}
    facts["may_table"] = _may_still_table(request, item)
    is_asked_by_page = "HX-Request" in request.headers
    return render(request, "papers/_list.html" if is_asked_by_page else "papers/list.html", facts)


@require_safe
def paper(request: Request, pk: int) -> HttpResponse:
    """Show one paper in a page of its own."""
    return render(request, "papers/paper.html", _opened(request, pk))


@require_safe
def reader(request: Request, pk: int) -> HttpResponse:
    """Show the reader alone, to be put into the live page."""
    return render(request, "papers/_reader.html", {**_opened(request, pk), "in_place": True})


@require_safe
def file(request: Request, pk: int) -> HttpResponseBase:
    """Serve the copy for reading, or with ``?original`` the very bytes that were uploaded."""
    paper, item = _seen(request, pk)
    version = _version(request, paper)
    is_original = "original" in request.GET
    note_opening(request.user, version, item)
    stored = version.original if is_original else version.view
    return serve_file(request, stored, name=version.file_name, is_download=is_original)


def _seen(request: Request, pk: int) -> tuple[Paper, Item]:
    papers = papers_visible_to(request.user).prefetch_related("versions")
    paper = get_object_or_404(papers, pk=pk)
    item = item_of(request.user, paper)
    if item is None:
        raise Http404
    return paper, item


def _version(request: Request, paper: Paper) -> PaperVersion:
    """Return the version asked for by number, else the newest."""
    asked = request.GET.get("version", "")
    versions = paper.versions.select_related("paper")
    if asked.isdecimal():
        return get_object_or_404(versions, number=int(asked[:4]))
    return versions.get(pk=paper.current.pk)


def _opened(request: Request, pk: int) -> dict[str, object]:
    """Note the opening and gather what the reader shows."""
    paper, item = _seen(request, pk)
    version = _version(request, paper)
    note_opening(request.user, version, item)
    query = f"?version={version.number}"
    return {
        "paper": paper,
        "item": item,
        "version": version,
        "versions": list(paper.versions.all()),
        "late": _late(item.meeting, paper),
        "file_url": reverse("papers:file", args=[pk]) + query,
        "marks_url": reverse("papers:annotations", args=[pk]) + query,
        "mark_url": reverse("papers:annotation", args=[UUID(int=0)]),
        **_left_behind(request, version),
        "may_table": _may_still_table(request, item),
        "colours": COLOURS,
    }


def _left_behind(request: Request, version: PaperVersion) -> dict[str, object]:
    """Count the person's marks on earlier versions, and name the newest version that has some."""
    older = marks_of(request.user).filter(
        version__paper=version.paper, version__number__lt=version.number, deleted=False
    )
    newest = older.order_by("-version__number").values_list("version__number", flat=True).first()
    return {"older_marks": older.count() if newest else 0, "older_number": newest}


def _late(meeting: Meeting, *papers: Paper) -> set[int]:
    """Return the papers whose newest version came after the limit."""
    deadlines = Deadlines(meeting.body_id)
    return {one.pk for one in papers if is_late(one.current.made_at, meeting, deadlines)}


def _may_still_table(request: Request, item: Item) -> bool:
    return may_table(request.user, item) and not item.meeting.is_closed
