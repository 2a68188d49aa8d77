"""Doors of the running session: the member's page, the console, the wall. One page, three faces."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from core.policies import require
from meetings.models import Meeting
from meetings.policies import (
    MeetingPolicy,
    meetings_followed_by,
    meetings_on_wall_for,
    meetings_visible_to,
)
from people.http import Request

MEMBER = (
    "presence",
    "agenda",
    "item",
    "floor",
    "check-in",
    "standing",
    "places",
    "call",
    "position",
)
CONSOLE = ("agenda", "deed", "adoption", "queue", "timer", "roll", "sites", "record")
TIMERS = (1, 3, 5, 10, 15)


@require_safe
def live(request: Request, pk: int) -> HttpResponse:
    """Show the session to those who take part in it; an assistant does not."""
    meeting = get_object_or_404(meetings_visible_to(request.user), pk=pk)
    require(meetings_followed_by(request.user).filter(pk=pk).exists())
    parts = [_part(f"live-{name}") for name in MEMBER]
    return render(request, "meetings/live.html", _facts(request, meeting, parts))


@require_safe
def console(request: Request, pk: int) -> HttpResponse:
    """Show chair and secretary what they run the session with."""
    meeting = get_object_or_404(meetings_visible_to(request.user), pk=pk)
    require(MeetingPolicy(request.user, meeting).may_run)
    names = [f"console-{name}" for name in CONSOLE]
    parts = [_part(name) for name in (*names, "live-presence", "live-check-in")]
    facts = _facts(request, meeting, parts) | {"timers": TIMERS}
    return render(request, "meetings/console.html", facts)


@require_safe
def wall(request: Request, pk: int) -> HttpResponse:
    """Show the session to the whole room."""
    meeting = get_object_or_404(meetings_on_wall_for(request.user), pk=pk)
    parts = [_part(name) for name in ("wall-stage", "wall-clock", "full-screen")]
    return render(request, "meetings/wall.html", {"meeting": meeting, "parts": parts})


def _facts(request: Request, meeting: Meeting, parts: list[str]) -> dict[str, object]:
    policy = MeetingPolicy(request.user, meeting)
    place = policy.participant
    return {
        "meeting": meeting,
        "parts": parts,
        "own_vote": policy.may_vote,
        "own_site": place.site_id if place else None,
        "stands_for": place.stands_for if place else None,
        "may_run": policy.may_run,
        "sites": meeting.body.sites.all(),
        "item_room": reverse("agendas:item_room", args=[0]),
    }


def _part(name: str) -> str:
    return static(f"meetings/live/{name}.js")
