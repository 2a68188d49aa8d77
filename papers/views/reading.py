"""Doors to read: the papers under an item, the reader, the file itself."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from agendas.actions.submissions import WRITABLE
from agendas.guards import missing_in
from agendas.models import Item
from agendas.policies import ItemPolicy, items_visible_to, submissions_visible_to
from agendas.submissions.standing import standing_item
from papers.actions import note_opening
from papers.actions.homes import Home
from papers.completeness import grouped
from papers.http import serve_file
from papers.models import Paper, PaperVersion
from papers.policies import (
    item_of,
    marks_of,
    may_attach,
    may_table,
    papers_read_by,
    submission_of,
    versions_visible_to,
)
from papers.views.homes import place_of
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
    until = item.closed_at if item.is_gone else None
    found = papers_read_by(request.user, until=until).filter(matter=item.matter_id)
    papers = [paper for paper in found if paper.versions.all()]
    waiting = any(paper.current.is_waiting for paper in papers if not paper.is_withdrawn)
    facts = {
        "item": item,
        "papers": papers,
        "until": until,
        "may_table": _may_still_table(request, item),
        "may_consent": waiting and not item.is_gone and ItemPolicy(request.user, item).may_consent,
    }
    is_asked_by_page = "HX-Request" in request.headers
    return render(request, "papers/_list.html" if is_asked_by_page else "papers/list.html", facts)


@require_safe
def in_submission(request: Request, pk: int) -> HttpResponse:
    """List the papers of a submission by their role, and what is missing, as a fragment."""
    submission = get_object_or_404(submissions_visible_to(request.user), pk=pk)
    papers = papers_read_by(request.user).filter(matter=submission.matter_id)
    papers = papers.select_related("advice__agency")
    writes = may_attach(request.user, submission) and submission.state in WRITABLE
    facts = {
        "submission": submission,
        "groups": grouped(papers),
        "missing": missing_in(submission) if submission.state in WRITABLE else [],
        "writes": writes and standing_item(submission) is None,
    }
    return render(request, "papers/_submission.html", facts)


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
    paper, home = _seen(request, pk)
    version = _version(request, paper)
    is_original = "original" in request.GET
    note_opening(request.user, version, home)
    stored = version.original if is_original else version.view
    return serve_file(request, stored, name=version.file_name, is_download=is_original)


def _seen(request: Request, pk: int) -> tuple[Paper, Home]:
    """Return a paper and where the person finds it: under an item, else in its submission."""
    paper = get_object_or_404(papers_read_by(request.user), pk=pk)
    home = item_of(request.user, paper) or submission_of(request.user, paper)
    if home is None:
        raise Http404
    return paper, home


def _version(request: Request, paper: Paper) -> PaperVersion:
    """Return the version asked for by number, else the newest."""
    asked = request.GET.get("version", "")
    versions = versions_visible_to(request.user).filter(paper=paper)
    if asked.isdecimal():
        return get_object_or_404(versions, number=int(asked[:4]))
    return versions.get(pk=paper.current.pk)


def _opened(request: Request, pk: int) -> dict[str, object]:
    """Note the opening and gather what the reader shows."""
    paper, home = _seen(request, pk)
    version = _version(request, paper)
    note_opening(request.user, version, home)
    query = f"?version={version.number}"
    return {
        "paper": paper,
        **place_of(home),
        "version": version,
        "versions": list(paper.versions.all()),
        "file_url": reverse("papers:file", args=[pk]) + query,
        "marks_url": reverse("papers:annotations", args=[pk]) + query,
        "mark_url": reverse("papers:annotation", args=[UUID(int=0)]),
        **_left_behind(request, version),
        "colours": COLOURS,
    }


def _left_behind(request: Request, version: PaperVersion) -> dict[str, object]:
    """Count the person's marks on earlier versions, and name the newest version that has some."""
    older = marks_of(request.user).filter(
        version__paper=version.paper, version__number__lt=version.number, deleted=False
    )
    newest = older.order_by("-version__number").values_list("version__number", flat=True).first()
    return {"older_marks": older.count() if newest else 0, "older_number": newest}


def _may_still_table(request: Request, item: Item) -> bool:
    is_open = not item.meeting.is_closed and not item.is_paper_only
    is_open = is_open and not item.is_gone
    return is_open and may_table(request.user, item)
