"""Handing over the chair: somebody else presides, for some items or for the rest."""

from django.db import transaction

from core.policies import require
from meetings.actions.facts import office_of
from meetings.errors import AlreadyInTheChair, ChairIsAbsent, ChairSettled, NotOnTheRoll
from meetings.events import ChairHandedOver
from meetings.models import Meeting, Participant
from meetings.policies import MeetingPolicy, require_open_record
from meetings.states import Capacity, MeetingState
from people.models import Person
from realtime.journal import announce


@transaction.atomic
def hand_over_chair(actor: Person, meeting: Meeting, *, to: Person, reason: str = "") -> Meeting:
    """Let another member preside. The tie rule stays with the head of the body.

    Not once the meeting is over: whoever presided at its end signs the minutes.
    """
    require(MeetingPolicy(actor, meeting).may_run)
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    require_open_record(meeting)
    if meeting.state == MeetingState.ADJOURNED:
        raise ChairSettled
    successor = _successor(meeting, to)
    before = meeting.presiding
    meeting.chair = to
    meeting.save(update_fields=["chair", "updated_at"])
    event = ChairHandedOver(
        meeting_id=meeting.pk,
        from_id=before.pk,
        from_name=str(before),
        from_office=office_of(meeting, before),
        to_id=to.pk,
        to_name=str(to),
        to_office=successor.office,
        reason=reason.strip(),
    )
    announce(event, actor=actor)
    return meeting


def _successor(meeting: Meeting, person: Person) -> Participant:
    """Return the place of whoever takes the chair: a member, in the room once the meeting sits."""
    if person.pk == meeting.chair_id:
        raise AlreadyInTheChair(name=person)
    place = meeting.participants.filter(person=person, capacity=Capacity.MEMBER).first()
    if place is None:
        raise NotOnTheRoll(name=person)
    if meeting.is_live and not place.is_present:
        raise ChairIsAbsent(name=person)
    return place
