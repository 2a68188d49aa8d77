"""Whose move it is with the minutes of a meeting that is over; told to those who keep it."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from meetings.models import Meeting
from meetings.states import MeetingState
from meetings.turns import Turn, tells_turns
from minutes.models import Minutes
from minutes.states import MinutesState

S = MinutesState
WORDS = {
    "": _("Secretary · to draft the minutes"),
    S.DRAFT.value: _("Secretary · to finish and approve the minutes"),
    S.APPROVED.value: _("Secretary · to sign the minutes"),
    S.SIGNED_BY_SECRETARY.value: _("Chair · to sign the minutes"),
    S.SIGNED.value: _("Secretary · to seal the record"),
}


@tells_turns
def minutes_to_finish(kept: Sequence[Meeting]) -> Mapping[int, Turn]:
    """Tell of all that are adjourned and not sealed, in one question."""
    over = [meeting.pk for meeting in kept if meeting.state == MeetingState.ADJOURNED]
    found = Minutes.objects.filter(meeting__in=over).values_list("meeting", "state") if over else ()
    states = dict.fromkeys(over, "") | dict(found)
    return {key: Turn(WORDS[state]) for key, state in states.items() if state in WORDS}
