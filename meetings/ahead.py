"""The meetings before a person that are not over: own places, and those to prepare and run."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from meetings.invitations.models import Reply
from meetings.models import Meeting, Participant
from meetings.policies import meetings_kept_by
from meetings.states import Attendance, Capacity, MeetingState
from people.models import Person
from people.reads import read_once

CALLED = [MeetingState.CONVENED, MeetingState.IN_SESSION, MeetingState.SUSPENDED]
OPEN = [MeetingState.DRAFT, *CALLED]


@dataclass(frozen=True)
class Ahead:
    """A place of a person, and whether the invitation was answered."""

    place: Participant
    is_answered: bool

    @property
    def meeting(self) -> Meeting:
        return self.place.meeting

    @property
    def is_asked(self) -> bool:
        """Tell whether an answer is waited for: of all who are expected but the staff."""
        place = self.place
        waits = self.meeting.state == MeetingState.CONVENED and not self.is_answered
        is_expected = place.attendance == Attendance.EXPECTED
        return waits and is_expected and place.capacity != Capacity.STAFF


@dataclass(frozen=True)
class Kept:
    """A meeting a person keeps: how many wait there to be confirmed, how many ask for consent."""

    meeting: Meeting
    waiting: int
    asking: int


@read_once
def places_ahead_of(person: Person) -> list[Ahead]:
    """Return the person's places at meetings that are called and not over."""
    if not person.is_active:
        return []
    places = Participant.objects.filter(person=person, meeting__state__in=CALLED)
    answered = Exists(Reply.objects.filter(participant=OuterRef("pk")))
    told = places.annotate(answered=answered).select_related("meeting")
    return [Ahead(place, place.answered) for place in told]


@read_once
def open_meetings_kept_by(person: Person) -> list[Kept]:
    """Return the meetings a person keeps that are not over."""
    expected = Q(participants__attendance=Attendance.EXPECTED)
    asking = Q(expected, participants__reply__consent="asked") & ~Q(participants__person=person)
    here = Q(participants__attendance=Attendance.CHECKED_IN)
    kept = meetings_kept_by(person).filter(state__in=OPEN)
    counted = kept.annotate(
        waiting=Count("participants", filter=here), asking=Count("participants", filter=asking)
    )
    return [Kept(meeting, meeting.waiting, meeting.asking) for meeting in counted]
