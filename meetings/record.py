"""A sentence for each kind of entry in a meeting's record. Floors above add their own in ``ready()``.

tells("item.opened", _("Item %(label)s was opened."), main=True)   # gaps are the event's facts
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from realtime.models import Entry

_sentences: dict[str, tuple[str | Promise, bool]] = {}


@dataclass(frozen=True)
class Line:
    """One entry as a person reads it; ``main`` marks the turns of the session."""

    number: int
    at: datetime
    sentence: str
    main: bool


def tells(name: str, sentence: str | Promise, *, main: bool = False) -> None:
    """Register the sentence for the entries of a name."""
    _sentences[name] = (sentence, main)


def latest(meeting_id: int, count: int) -> list[Line]:
    """Return the newest entries that have a sentence, newest first."""
    entries = Entry.objects.filter(room__key=f"meeting.{meeting_id}", name__in=_sentences)
    return lines(list(entries.order_by("-number")[:count]))


def lines(entries: Sequence[Entry]) -> list[Line]:
    """Put entries into words."""
    return [
        Line(entry.number, entry.at, _worded(entry), _sentences[entry.name][1]) for entry in entries
    ]


def _worded(entry: Entry) -> str:
    return str(_sentences[entry.name][0]) % entry.facts


tells("meeting.convened", _("The meeting was convened."), main=True)
tells(
    "meeting.opened",
    _("%(chair)s opened the session; %(present)s of %(total)s present."),
    main=True,
)
tells("meeting.suspended", _("The session was suspended."), main=True)
tells("meeting.resumed", _("The session was resumed; %(present)s of %(total)s present."), main=True)
tells("meeting.adjourned", _("The session was adjourned."), main=True)
tells("meeting.sealed", _("The record was sealed."), main=True)
tells("meeting.cancelled", _("The meeting was cancelled: %(reason)s"), main=True)
tells("chair.handed_over", _("%(to_name)s took the chair from %(from_name)s."), main=True)
tells("attendance.checked_in", _("%(person)s checked in."))
tells("attendance.confirmed", _("%(person)s is present."))
tells("attendance.excused", _("%(person)s is absent with notice: %(reason)s"))
tells("attendance.left", _("%(person)s left the meeting."))
