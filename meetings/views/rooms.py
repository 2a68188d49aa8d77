"""Doors of rooms: which there are, and how they are drawn."""

from collections.abc import Mapping

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.policies import require
from meetings import actions
from meetings.policies import may_create_for, rooms_visible_to
from meetings.room_forms import RoomForm, initial_room
from meetings.seatmap import drawn
from meetings.views.meetings import body_to_prepare
from people.http import Request


@require_safe
def listing(request: Request) -> HttpResponse:
    """List the rooms of the bodies whose meetings the person prepares."""
    require(may_create_for(request.user).exists())
    rooms = rooms_visible_to(request.user).annotate(count=Count("seats"))
    return render(request, "meetings/rooms.html", {"rooms": rooms})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Draw a room."""
    body = body_to_prepare(request)
    form = RoomForm(request.POST or None, body=body)
    if not form.is_valid():
        return _form(request, form, {"body": body, "bodies": may_create_for(request.user)})
    facts = form.cleaned_data
    room = actions.draw_room(request.user, facts.pop("site"), **facts)
    messages.success(request, _("Saved."))
    return redirect("meetings:room", room.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    """Show a room as it is drawn, and draw it anew."""
    room = get_object_or_404(rooms_visible_to(request.user), pk=pk)
    form = RoomForm(request.POST or None, body=room.site.body, own=room, initial=initial_room(room))
    if not form.is_valid():
        facts = {"room": room, "body": room.site.body, "map": drawn(room, {})}
        return _form(request, form, facts)
    actions.redraw_room(request.user, room, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("meetings:room", pk)


def _form(request: Request, form: RoomForm, facts: Mapping[str, object]) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "meetings/room.html", {"form": form, **facts}, status=status)
