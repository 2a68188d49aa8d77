"""Doors of the archive: find, open, download, verify."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from minutes.facets import facets_of, narrowed
from minutes.files import fetch
from minutes.forms import ArchiveFilter, CheckForm
from minutes.models import ArchivedMinutes
from minutes.policies import archive_of, blocks_visible_to
from minutes.proof import verify as prove
from minutes.record import written_out
from minutes.searching import search, snippet
from minutes.views.files import json_response, pdf_response
from people.http import Request
from people.searches.reading import keeping_of

A_PAGE = 12
HEAVY = ("text", "cased", "folded")
SHOWN = ("minutes__meeting__body", "minutes__meeting__chair")


@require_safe
def archive(request: Request) -> HttpResponse:
    """Find sealed minutes."""
    sought = ArchiveFilter(request.GET)
    asked = dict(sought.wanted)
    words = asked.pop("q", "")
    found = search(archive_of(request.user), words)
    rows = narrowed(found, asked).select_related(*SHOWN)
    page = Paginator(rows if words else rows.defer("cased", "folded"), A_PAGE)
    shown = page.get_page(request.GET.get("page"))
    facts: dict[str, object] = {
        "words": words,
        "page": shown,
        "rows": [(one, snippet(one, words) if words else "") for one in shown],
        "facets": facets_of(found, asked),
        "asked": asked,
        "keeping": keeping_of(request.user, "archive", sought),
    }
    part = request.htmx and not request.htmx.boosted
    return render(request, "minutes/_found.html" if part else "minutes/archive.html", facts)


def _seen(request: Request, pk: int) -> ArchivedMinutes:
    archived = archive_of(request.user).defer(*HEAVY).select_related(*SHOWN, "sealed_by")
    return get_object_or_404(archived.select_related("minutes__meeting__secretary"), pk=pk)


@require_safe
def archived(request: Request, pk: int) -> HttpResponse:
    """Show the cover of a session's file: what was decided, the papers, the signed document."""
    found = _seen(request, pk)
    blocks = blocks_visible_to(request.user, found.minutes)
    facts: dict[str, object] = {
        "archived": found,
        "minutes": found.minutes,
        "meeting": found.minutes.meeting,
        "parts": [one for one in blocks if one.kind in {"item", "adoption", "apart"}],
        "attendance": next((one.facts for one in blocks if one.kind == "attendance"), {}),
        "signatures": list(found.minutes.signatures.select_related("person")),
    }
    return render(request, "minutes/archived.html", facts)


def verify(request: Request, pk: int) -> HttpResponse:
    """Verify the archived file, or a copy that somebody brings."""
    found = _seen(request, pk)
    form = CheckForm(request.POST or None, request.FILES or None)
    is_copy = request.method == "POST" and form.is_valid()
    pdf = form.cleaned_data["file"].read() if is_copy else fetch(found.path)
    chain = prove(found, pdf)
    facts = {
        "archived": found,
        "meeting": found.minutes.meeting,
        "chain": chain,
        "is_whole": all(statement.holds for statement in chain),
        "is_copy": is_copy,
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "minutes/verify.html", facts, status=status)


@require_safe
def file(request: Request, pk: int) -> HttpResponse:
    """Send the sealed file as it is on the shelf."""
    found = _seen(request, pk)
    name = _("Minutes %(code)s") % {"code": f"{found.minutes.code}-{found.year}"}
    return pdf_response(fetch(found.path), name=name, download=True)


@require_safe
def record(request: Request, pk: int) -> HttpResponse:
    """Send the machine-readable record, the same bytes as in the document."""
    found = _seen(request, pk)
    name = _("Record %(code)s") % {"code": f"{found.minutes.code}-{found.year}"}
    return json_response(written_out(found.minutes.record or {}), name=name)
