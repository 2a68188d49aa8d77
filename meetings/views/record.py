"""The door of the running record, for those who keep the meeting."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.policies import require
from meetings.policies import MeetingPolicy
from meetings.views.meetings import seen_meeting
from meetings.words import sentence_of, told_names
from people.http import Request
from realtime.journal import read
from realtime.models import Entry

LATEST = 40
TURNS = ("meeting.", "item.", "vote.")


@require_safe
def record(request: Request, pk: int) -> HttpResponse:
    """Tell the latest entries of the journal in sentences, the newest first."""
    meeting = seen_meeting(request, pk)
    require(MeetingPolicy(request.user, meeting).may_run)
    told = read(f"meeting.{meeting.pk}").filter(name__in=told_names())
    lines = [_line(request, entry) for entry in told.order_by("-number")[:LATEST]]
    return render(request, "meetings/_record.html", {"lines": lines})


def _line(request: Request, entry: Entry) -> dict[str, object]:
    words = sentence_of(entry.name, entry.facts, request.user)
    return {"entry": entry, "words": words, "is_turn": entry.name.startswith(TURNS)}
