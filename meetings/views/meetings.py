"""Doors of meetings: the list, one page a meeting, planning and moving it."""

from collections.abc import Mapping

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.errors import BadInput
from core.policies import require
from meetings import actions
from meetings.deeds import deed_for
from meetings.forms import ChairForm, MeetingForm, MoveForm, initial_for, initial_of
from meetings.invitations.table import panel_of, registrations_of
from meetings.models import Meeting
from meetings.policies import MeetingPolicy, may_create_for, may_read_programme, meetings_visible_to
from meetings.quorum import quorum_of
from meetings.searching import filter_of, narrowed
from meetings.seatmap import seat_of
from meetings.states import Capacity, MeetingState
from meetings.turns import turns_of
from people.http import Request
from people.models import Body
from people.reads import shared
from people.searches.reading import keeping_of

OVER = [
    MeetingState.ADJOURNED,
    MeetingState.SEALED,
    MeetingState.CANCELLED,
    MeetingState.IMPORTED,
]
PER_PAGE = 30


@require_safe
@shared()
def listing(request: Request) -> HttpResponse:
    """List what lies ahead and what is over."""
    asked = filter_of(request.user, request.GET)
    seen = narrowed(meetings_visible_to(request.user), asked).select_related("body", "chair")
    ahead = list(seen.exclude(state__in=OVER).order_by("starts_at"))
    pages = Paginator(seen.filter(state__in=OVER).order_by("-starts_at", "-pk"), PER_PAGE)
    past = pages.get_page(request.GET.get("page"))
    facts = {
        "ahead": ahead,
        "past": past,
        "turns": turns_of(request.user, [*ahead, *past]),
        "filter": asked,
        "keeping": keeping_of(request.user, "meetings", asked),
        "may_create": may_create_for(request.user).exists(),
        "may_read_programme": may_read_programme(request.user),
    }
    return render(request, "meetings/list.html", facts)


@require_safe
def page(request: Request, pk: int) -> HttpResponse:
    """Show one meeting: what, when, where, who, and what is to be done next."""
    meeting = seen_meeting(request, pk)
    policy = MeetingPolicy(request.user, meeting)
    places = list(meeting.participants.select_related("person", "agency", "stands_for__person"))
    facts = {
        "meeting": meeting,
        "policy": policy,
        "quorum": None if meeting.state == MeetingState.IMPORTED else quorum_of(meeting),
        "deed": deed_for(policy),
        "panel": panel_of(policy),
        "registered": registrations_of(meeting),
        "own_seat": seat_of(policy.participant),
        "members": [place for place in places if place.capacity == Capacity.MEMBER],
        "others": [place for place in places if place.capacity != Capacity.MEMBER],
        "chair_form": ChairForm(meeting=meeting) if policy.may_run else None,
    }
    return render(request, "meetings/page.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Plan a meeting of a body."""
    body = body_to_prepare(request)
    initial = initial_for(body, request.user)
    form = MeetingForm(request.POST or None, body=body, initial=initial)
    if not form.is_valid():
        return _form(request, form, {"body": body, "bodies": may_create_for(request.user)})
    meeting = actions.create_meeting(request.user, body, **form.facts)
    messages.success(request, _("The meeting is planned. Now its agenda."))
    return redirect("agendas:agenda", meeting.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    """Change a meeting that has not begun."""
    meeting = seen_meeting(request, pk)
    require(MeetingPolicy(request.user, meeting).may_edit)
    form = MeetingForm(request.POST or None, body=meeting.body, initial=initial_of(meeting))
    if not form.is_valid():
        return _form(request, form, {"body": meeting.body, "meeting": meeting})
    actions.edit_meeting(request.user, meeting, **form.facts)
    messages.success(request, _("Saved."))
    return redirect("meetings:page", meeting.pk)


@require_POST
def move(request: Request, pk: int) -> HttpResponse:
    """Take one step in the meeting's life."""
    form = MoveForm(request.POST)
    if not form.is_valid():
        raise BadInput
    meeting = seen_meeting(request, pk)
    actions.move_meeting(
        request.user, meeting, form.cleaned_data["to"], form.cleaned_data["reason"]
    )
    return redirect("meetings:page", pk)


@require_POST
def chair(request: Request, pk: int) -> HttpResponse:
    """Hand over the chair."""
    meeting = seen_meeting(request, pk)
    form = ChairForm(request.POST, meeting=meeting)
    if not form.is_valid():
        raise BadInput
    place, reason = form.cleaned_data["to"], form.cleaned_data["reason"]
    actions.hand_over_chair(request.user, meeting, to=place.person, reason=reason)
    messages.success(request, _("%(name)s is in the chair.") % {"name": place.person})
    return redirect("meetings:page", pk)


def seen_meeting(request: Request, pk: int) -> Meeting:
    """Return a meeting the person may see; any other is not found."""
    meetings = meetings_visible_to(request.user).select_related("body", "chair", "secretary")
    return get_object_or_404(meetings, pk=pk)


def body_to_prepare(request: Request) -> Body:
    """Return the body chosen in the address, or the first one the person prepares meetings of."""
    bodies = may_create_for(request.user).order_by("pk")
    require(bodies.exists())
    wanted = request.GET.get("body", "")
    if wanted.isdecimal():
        bodies = bodies.filter(pk=int(wanted))
    return get_object_or_404(bodies[:1])


def _form(request: HttpRequest, form: MeetingForm, facts: Mapping[str, object]) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "meetings/form.html", {"form": form, **facts}, status=status)
