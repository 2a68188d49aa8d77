"""What the minutes have to say when a meeting is about to be sealed."""

from meetings.guards import guards_moves
from meetings.models import Meeting
from meetings.states import MeetingState
from minutes.errors import NotSignedYet
from minutes.models import Minutes
from minutes.states import MinutesState
from people.models import Person


@guards_moves
def sealed_with_its_minutes(actor: Person, meeting: Meeting, to: str) -> None:
    """A record is closed with its signed minutes in the archive, not before."""
    if to != MeetingState.SEALED:
        return
    if not Minutes.objects.filter(meeting=meeting, state=MinutesState.SEALED).exists():
        raise NotSignedYet
