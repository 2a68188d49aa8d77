"""Doors for those to whom something was released: people of agencies, and members after a session."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agendas.models import Item
from core.errors import NotSeen
from exchange.actions import note_released_opening
from exchange.errors import NoLongerReleased
from exchange.finding import found_in
from exchange.policies import (
    bodies_serving,
    meetings_decided_for,
    meetings_once_decided_for,
    meetings_once_released_to,
    meetings_released_to,
    open_to,
)
from exchange.released import Laid, papers_released, released_of
from exchange.states import Audience, What
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from papers.http import serve_file
from people.http import Request

A_PAGE = 12
MOST_WORDS = 200


@require_safe
def released(request: Request) -> HttpResponse:
    """List the sessions of which something is released to the person's agency, the newest first."""
    if not bodies_serving(request.user).exists():
        raise NotSeen
    words = request.GET.get("q", "").strip()[:MOST_WORDS]
    meetings = meetings_released_to(request.user).select_related("body")
    found = found_in(meetings, words) if words else {}
    shown = meetings.filter(pk__in=found) if words else meetings
    page = Paginator(shown.order_by("-starts_at", "-pk"), A_PAGE).get_page(request.GET.get("page"))
    opened = _opened(list(page))
    rows = [(one, opened.get(one.pk, []), found.get(one.pk, [])) for one in page]
    facts = {"words": words, "page": page, "rows": rows}
    is_part = request.htmx and not request.htmx.boosted
    return render(
        request, "exchange/_released_found.html" if is_part else "exchange/released.html", facts
    )


@require_safe
def meeting(request: Request, pk: int) -> HttpResponse:
    """Show what is released to agencies of one session."""
    seen = _released_meeting(request, pk)
    return render(
        request,
        "exchange/released_meeting.html",
        {"meeting": seen, "released": released_of(seen, Audience.AGENCIES)},
    )


@require_safe
def paper(request: Request, pk: int, version: int) -> HttpResponse:
    """Show a released paper in the reader, in the version that was released."""
    item, paper, shown = _released_paper(request, pk, version)
    note_released_opening(request.user, shown, item)
    facts = {
        "meeting": item.meeting,
        "item": item,
        "paper": paper,
        "version": shown,
        "versions": [shown],
        "file_url": reverse("exchange:released_file", args=[pk, version]) + "?copy",
    }
    return render(request, "exchange/released_paper.html", facts)


@require_safe
def file(request: Request, pk: int, version: int) -> HttpResponseBase:
    """Serve the copy for reading, or with ``?original`` the very bytes that were tabled."""
    item, _paper, shown = _released_paper(request, pk, version)
    note_released_opening(request.user, shown, item)
    is_original = "original" in request.GET
    stored = shown.original if is_original else shown.view
    return serve_file(request, stored, name=shown.file_name, is_download=is_original)


@require_safe
def decisions(request: Request, pk: int) -> HttpResponse:
    """Show the decisions of a session to its members, once they are released to them."""
    once = meetings_once_decided_for(request.user).select_related("body")
    seen = get_object_or_404(once, pk=pk)
    if not meetings_decided_for(request.user).filter(pk=pk).exists():
        raise NoLongerReleased
    facts = {
        "meeting": seen,
        "policy": MeetingPolicy(request.user, seen),
        "released": released_of(seen, Audience.MEMBERS),
    }
    return render(request, "exchange/decisions.html", facts)


def _opened(meetings: list[Meeting]) -> dict[int, list[str]]:
    """Return for each meeting the names of what is open to agencies, in the order of the gates."""
    gates = open_to(Audience.AGENCIES).filter(meeting__in=[one.pk for one in meetings])
    standing = set(gates.values_list("meeting", "what"))
    return {
        one.pk: [str(what.label) for what in What if (one.pk, what.value) in standing]
        for one in meetings
    }


def _released_meeting(request: Request, pk: int) -> Meeting:
    """Return a session that is released to the person's agency; one that was tells that it was."""
    once = meetings_once_released_to(request.user).select_related("body")
    seen = get_object_or_404(once, pk=pk)
    if not meetings_released_to(request.user).filter(pk=pk).exists():
        raise NoLongerReleased
    return seen


def _released_paper(request: Request, pk: int, version: int) -> tuple[Item, *Laid]:
    """Return a paper that is released now. Of papers taken back all answers are alike."""
    seen = _released_meeting(request, pk)
    laid = papers_released(seen, Audience.AGENCIES)
    if laid is None:
        raise NoLongerReleased
    if version not in laid:
        raise Http404
    return laid[version]
