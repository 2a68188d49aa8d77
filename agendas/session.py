"""What a meeting's moves mean for its agenda."""

from agendas.actions.calls import drop_call
from agendas.actions.timers import clear_timer, stand_still
from agendas.errors import ItemStillOpen
from agendas.models import Timer
from agendas.states import ItemState
from meetings.guards import guards_moves
from meetings.models import Meeting
from meetings.states import MeetingState
from people.models import Person


@guards_moves
def settle_agenda(actor: Person, meeting: Meeting, to: str) -> None:
    """Pause the clock with the meeting and put the last call away.

    A meeting does not end in the middle of an item.
    """
    drop_call(meeting)
    if to == MeetingState.SUSPENDED:
        for timer in Timer.objects.filter(meeting=meeting):
            stand_still(timer)
    if to == MeetingState.ADJOURNED:
        current = meeting.items.filter(state=ItemState.OPEN).first()
        if current:
            raise ItemStillOpen(label=current.label)
        clear_timer(meeting)
