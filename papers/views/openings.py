"""The door of who has opened what, for those who keep the meeting."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.policies import require
from meetings.policies import MeetingPolicy, meetings_visible_to
from papers.openings import papers_opened, readings_of
from people.http import Request


@require_safe
def openings(request: Request, pk: int) -> HttpResponse:
    """Tell for each paper who has opened it, and for each participant how much."""
    meeting = get_object_or_404(meetings_visible_to(request.user).select_related("body"), pk=pk)
    policy = MeetingPolicy(request.user, meeting)
    require(policy.may_edit)
    opened = papers_opened(meeting)
    facts = {
        "meeting": meeting,
        "policy": policy,
        "opened": opened,
        "readings": readings_of(opened),
    }
    return render(request, "papers/openings.html", facts)
