"""The places of a meeting, as seen by those who prepare for members."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from meetings.models import Meeting, Participant
from meetings.states import MeetingState
from people.models import Person
from people.policies import seats_assisted_by

BEFORE_THE_END = [MeetingState.CONVENED, MeetingState.IN_SESSION, MeetingState.SUSPENDED]


def places_assisted_by(person: Person, meeting: Meeting) -> QuerySet[Participant]:
    """Return the voting members of a meeting whom a person assists, while it is not over."""
    places = Participant.objects.filter(assisted_places(person, meeting), meeting=meeting)
    return places.select_related("person")


def assisted_places(person: Person, meeting: Meeting) -> Q:
    """Match the places of the voting members whom a person assists, while the meeting is not over."""
    if meeting.state not in BEFORE_THE_END:
        return Q(pk__in=())
    seats = seats_assisted_by(person).filter(body=meeting.body_id)
    return Q(has_vote=True, person__in=seats.values("person"))


def places_prepared_by(person: Person) -> QuerySet[Participant]:
    """Return the voting members whom a person assists, at every meeting that is convened."""
    seats = seats_assisted_by(person).filter(
        body=OuterRef("meeting__body"), person=OuterRef("person")
    )
    places = Participant.objects.filter(has_vote=True, meeting__state=MeetingState.CONVENED)
    return places.filter(Exists(seats)).select_related("person", "meeting")
