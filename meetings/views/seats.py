"""Doors of who sits where at a meeting."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.errors import BadInput
from core.policies import require
from meetings import actions
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from meetings.room_forms import ChangeForm, OrderForm, usual_room
from meetings.seatmap import map_of
from meetings.views.meetings import seen_meeting
from people.http import Request


@require_safe
def page(request: Request, pk: int) -> HttpResponse:
    """Show the room and who sits where; guests of single items learn nothing of the others."""
    meeting = seen_meeting(request, pk)
    require(not MeetingPolicy(request.user, meeting).is_guest)
    return _show(request, meeting, "meetings/seats.html")


@require_POST
def order(request: Request, pk: int) -> HttpResponse:
    """Seat everybody in a room in protocol order."""
    meeting = seen_meeting(request, pk)
    require(MeetingPolicy(request.user, meeting).may_edit)
    form = OrderForm(request.POST, meeting=meeting)
    if not form.is_valid():
        raise BadInput
    actions.seat_meeting(request.user, meeting, form.cleaned_data["room"])
    messages.success(request, _("Everybody is seated in protocol order."))
    return redirect("meetings:seats", pk)


@require_POST
def change(request: Request, pk: int) -> HttpResponse:
    """Give somebody a seat; who sat there changes places with him or her."""
    meeting = seen_meeting(request, pk)
    require(MeetingPolicy(request.user, meeting).may_edit)
    form = ChangeForm(request.POST, meeting=meeting)
    if not form.is_valid():
        raise BadInput
    actions.give_seat(request.user, form.cleaned_data["place"], form.cleaned_data["seat"])
    if request.htmx:
        return _show(request, meeting, "meetings/_seats.html")
    return redirect("meetings:seats", pk)


def _show(request: Request, meeting: Meeting, template: str) -> HttpResponse:
    policy = MeetingPolicy(request.user, meeting)
    may_seat = policy.may_edit and not meeting.is_closed
    seat_map = map_of(meeting)
    facts = {
        "meeting": meeting,
        "policy": policy,
        "map": seat_map,
        "own": policy.participant.pk if policy.participant else None,
        "may_seat": may_seat,
        "order_form": OrderForm(meeting=meeting, initial=usual_room(meeting)) if may_seat else None,
        "change_form": ChangeForm(meeting=meeting) if may_seat and seat_map else None,
    }
    return render(request, template, facts)
