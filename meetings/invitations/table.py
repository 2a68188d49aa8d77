"""The list of answers for those who keep the meeting, and one's own panel."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from meetings.invitations.due import reply_due
from meetings.invitations.models import Reply, SiteRegistration
from meetings.invitations.states import Answer
from meetings.models import Meeting, Participant
from meetings.policies import MeetingPolicy
from meetings.states import Attendance, Capacity, MeetingState

NO_ANSWER = "no_answer"


@dataclass(frozen=True, kw_only=True)
class Panel:
    """What somebody sees of the own invitation."""

    place: Participant
    reply: Reply | None
    due: datetime | None
    may_answer: bool
    is_excused: bool


def panel_of(policy: MeetingPolicy) -> Panel | None:
    """Return somebody's own panel, while the meeting lies ahead; the secretariat is not asked."""
    place = policy.participant
    if place is None or place.capacity == Capacity.STAFF:
        return None
    if policy.meeting.state != MeetingState.CONVENED:
        return None
    return Panel(
        place=place,
        reply=Reply.objects.select_related("site", "substitute").filter(participant=place).first(),
        due=reply_due(policy.meeting),
        may_answer=place.attendance == Attendance.EXPECTED,
        is_excused=place.attendance == Attendance.EXCUSED,
    )


def registrations_of(meeting: Meeting) -> list[SiteRegistration]:
    """Return the remote sites that have registered, with the number of their attendees."""
    found = meeting.site_registrations.select_related("site")
    return list(found.annotate(count=Count("attendees")).order_by("site__order", "site__code"))


def requests_of(meeting: Meeting) -> list[Reply]:
    """Return the absences that wait for consent."""
    asked = Reply.objects.filter(
        participant__meeting=meeting, participant__attendance=Attendance.EXPECTED, consent="asked"
    )
    return list(asked.select_related("participant__person", "substitute").order_by("answered_at"))


def counts_of(places: list[Participant]) -> list[tuple[str, int]]:
    """Count the answers of all but the secretariat, in the order of the table."""
    asked = [place for place in places if place.capacity != Capacity.STAFF]
    count = Counter(answer_of(place) for place in asked)
    return [(key, count[key]) for key in (*Answer.values, NO_ANSWER)]


def answer_of(place: Participant) -> str:
    """Return what somebody answered, whoever it was noted by."""
    if place.attendance == Attendance.EXCUSED:
        return Answer.ABSENT.value
    reply = getattr(place, "reply", None)
    return reply.answer if reply else NO_ANSWER
