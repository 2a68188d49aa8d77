"""Doors of deeds on many rows: submissions, opinions asked for, items of an agenda."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from agendas.batches import ITEM_DEEDS
from agendas.policies import advices_chased_by
from agendas.submissions import batches
from agendas.submissions.chasing import filter_of, narrowed
from agendas.views.desk import seen_meeting
from core.clock import now
from core.policies import require
from meetings.policies import MeetingPolicy
from people.batches import answered, sent_form
from people.http import Request
from people.searches.reading import keeping_of

PER_PAGE = 100


@require_POST
def route(request: Request) -> HttpResponse:
    """Route several submissions."""
    require(batches.may_route(request.user))
    return answered(request, batches.route(request.user, sent_form(request)))


@require_POST
def place(request: Request) -> HttpResponse:
    """Put several routed submissions on the agenda of one session."""
    require(batches.may_place(request.user))
    return answered(request, batches.place(request.user, sent_form(request)))


@require_safe
def advices(request: Request) -> HttpResponse:
    """List the opinions that agencies still owe, the longest due first."""
    asked = filter_of(request.user, request.GET)
    waiting = narrowed(advices_chased_by(request.user), asked)
    rows = waiting.select_related("agency", "submission__agency").order_by("due_at", "pk")
    facts = {
        "filter": asked,
        "keeping": keeping_of(request.user, "advices", asked),
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "moment": now(),
        "deeds": [batches.again(request.user, None)],
    }
    return render(request, "agendas/submissions/advices.html", facts)


@require_POST
def again(request: Request) -> HttpResponse:
    """Ask several agencies once more."""
    return answered(request, batches.again(request.user, sent_form(request)))


@require_POST
def items(request: Request, pk: int, deed: str) -> HttpResponse:
    """Do one deed on several items of an agenda."""
    meeting = seen_meeting(request, pk)
    require(MeetingPolicy(request.user, meeting).may_edit)
    if deed not in ITEM_DEEDS:
        raise Http404
    return answered(request, ITEM_DEEDS[deed](request.user, meeting, sent_form(request)))
