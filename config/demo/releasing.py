"""What of the demonstration's sessions is released: past ones with their decisions, the next one's papers."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import partial

from django.db.models import F

from config.demo.ground import at_day
from core import clock
from exchange.actions import confirm_release, plan_release
from exchange.states import GATES, Audience, What
from meetings.models import Meeting
from people.models import Notice

OLD_ENOUGH = date(2019, 10, 1)
INSIDE = (Audience.MEMBERS, Audience.AGENCIES)
KINDS = ("release.agencies", "release.members")
Step = tuple[datetime, Callable[[], None]]


def release_past(meeting: Meeting) -> None:
    """Release agenda and decisions of a past session, an older one to the public too."""
    day = meeting.starts_at.date()
    audiences = GATES if day < OLD_ENOUGH else INSIDE
    with clock.at(at_day(day + timedelta(days=7), 15)):
        open_gates(meeting, (What.AGENDA, What.DECISIONS), audiences)
    told = Notice.objects.filter(room=f"meeting.{meeting.pk}", kind__in=KINDS)
    told.update(read_at=F("created_at"))


def release_steps(meeting: Meeting) -> Iterator[Step]:
    """Tell when agenda and papers of the session ahead went to the ministries."""
    moment = at_day(date(2020, 2, 28), 17, 30)
    yield moment, partial(open_gates, meeting, (What.AGENDA, What.PAPERS), INSIDE)


def open_gates(meeting: Meeting, things: Iterable[What], audiences: Iterable[Audience]) -> None:
    """Plan and confirm these gates one after the other, as the secretary does."""
    for what in things:
        for audience in audiences:
            gate = plan_release(
                meeting.secretary, meeting, what=what, audience=audience, planned_at=clock.now()
            )
            confirm_release(meeting.secretary, gate)
