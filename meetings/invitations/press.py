"""Who prints the letters: a higher floor that has a press, and knows the agenda, says so in ``ready()``.

@prints_letters
def letter_of(meeting: Meeting, place: Participant | None) -> bytes: ...
"""

from collections.abc import Callable

from core.errors import NotSeen
from meetings.models import Meeting, Participant

Press = Callable[[Meeting, Participant | None], bytes]
_presses: list[Press] = []


def prints_letters(press: Press) -> Press:
    """Register the press; the latest one prints."""
    _presses.append(press)
    return press


def printed_letter(meeting: Meeting, place: Participant | None = None) -> bytes:
    """Return the letter of invitation as PDF: to one participant, or to all of them."""
    if not _presses:
        raise NotSeen
    return _presses[-1](meeting, place)
