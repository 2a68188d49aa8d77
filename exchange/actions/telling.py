"""Telling that gates have opened: with the deed, or on the postman's round at a planned moment."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from core.clock import now
from exchange.events import ReleaseOpened
from exchange.models import Release
from exchange.notices import opens_something, tell_released
from exchange.states import Audience, What
from meetings.models import Meeting
from meetings.states import MeetingState
from papers.actions import follow_release
from people.notices.rounds import looks_after
from realtime.journal import announce
from realtime.workers import turn


@looks_after
def tell_opened() -> int:
    """Tell of every gate whose moment has come and of which nobody has told yet."""
    meetings = list(_untold().order_by("meeting").values_list("meeting", flat=True).distinct())
    for meeting in meetings:
        with turn():
            _tell(meeting)
    return len(meetings)


@transaction.atomic
def _tell(key: int) -> None:
    """Tell of one meeting; the lock lets two postmen tell it once."""
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=key)
    gates = list(_untold().filter(meeting=meeting).select_related("meeting__body"))
    for gate in gates:
        event = ReleaseOpened(meeting_id=key, what=gate.what, audience=gate.audience)
        announce(event, actor=None)
    tell_released(meeting, gates)
    outdate_by(gates)
    Release.objects.filter(pk__in=[gate.pk for gate in gates]).update(told_at=now())


def outdate_by(gates: Iterable[Release], *, since: datetime | None = None) -> None:
    """Outdate the positions that members gave before a gate let them read the papers."""
    for gate in gates:
        is_members = gate.audience == Audience.MEMBERS and gate.what == What.PAPERS
        if is_members and opens_something(gate):
            follow_release(gate.meeting, since=since)


def _untold() -> QuerySet[Release]:
    """Return the gates that have opened; of a meeting that was cancelled meanwhile none is told."""
    opened = Release.objects.filter(
        released_at__lte=now(), told_at__isnull=True, taken_back_at__isnull=True
    )
    return opened.exclude(meeting__state=MeetingState.CANCELLED)
