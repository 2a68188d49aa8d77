"""Reminding those who have not answered an invitation; nobody more than once on a day."""

from datetime import datetime, time

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from core.clock import now
from core.policies import require
from meetings import events
from meetings.actions.facts import facts_of
from meetings.errors import HasAnswered, RemindedToday, RepliesOver
from meetings.invitations import notices
from meetings.invitations.due import reply_due
from meetings.models import Meeting, Participant
from meetings.policies import MeetingPolicy
from meetings.states import Attendance, Capacity, MeetingState
from people.models import Person
from realtime.journal import announce


def unanswered(meeting: Meeting) -> QuerySet[Participant]:
    """Return the places of a convened meeting whose answer is still wanted."""
    if meeting.state != MeetingState.CONVENED:
        return meeting.participants.none()
    waiting = meeting.participants.filter(attendance=Attendance.EXPECTED, reply__isnull=True)
    return waiting.exclude(capacity=Capacity.STAFF).select_related("person", "site", "meeting")


@transaction.atomic
def remind(actor: Person, participant: Participant) -> Participant:
    """Remind somebody that an answer to the invitation is wanted."""
    require(MeetingPolicy(actor, participant.meeting).may_edit)
    meeting = Meeting.objects.select_for_update().get(pk=participant.meeting_id)
    if meeting.state != MeetingState.CONVENED:
        raise RepliesOver
    place = unanswered(meeting).filter(pk=participant.pk).first()
    if place is None:
        raise HasAnswered(name=participant)
    if place.person_id in notices.reminded_since(meeting, _this_morning()):
        raise RemindedToday(name=place)
    notices.tell_reminded(place, reply_due(meeting))
    announce(events.AnswerReminded(**facts_of(place)), actor=actor)
    return place


def _this_morning() -> datetime:
    """Return the midnight with which today began in Việt Nam."""
    return timezone.make_aware(datetime.combine(timezone.localdate(now()), time.min))
