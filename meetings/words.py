"""The record in sentences: each floor says how its events are told.

    tells({"vote.opened": _("The question was put: %(question)s")})

Gaps are filled from the event's facts; what a fact does not tell stays empty. An event whose facts
are codes gives a function of its facts instead of the words; one that says more to some readers
than to others a function of facts and reader, by ``tells_apart``.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from people.models import Person

Words = str | Promise | Callable[[Mapping[str, Any]], str]
Apart = Callable[[Mapping[str, Any], Person | None], str]
_words: dict[str, Words] = {}
_apart: dict[str, Apart] = {}


def tells(words: Mapping[str, Words]) -> None:
    """Register how events are told, by name."""
    _words.update(words)


def tells_apart(name: str, teller: Apart) -> None:
    """Register an event of which not every reader may know all; without a reader it says least."""
    _apart[name] = teller


def told_names() -> set[str]:
    """Return the names of the events that have words."""
    return {*_words, *_apart}


def sentence_of(name: str, facts: Mapping[str, Any], person: Person | None = None) -> str:
    """Tell an event in the reader's language; one nobody has words for by its name."""
    if name in _apart:
        return _apart[name](facts, person)
    words = _words.get(name)
    if words is None:
        return name
    if callable(words):
        return words(facts)
    known = {key: "" if value is None else value for key, value in facts.items()}
    return " ".join((str(words) % defaultdict(str, known)).split())


tells(
    {
        "meeting.created": _("The meeting was planned: %(title)s."),
        "meeting.copied": _("It was planned like “%(source)s”."),
        "meeting.changed": _("Facts of the meeting were changed."),
        "meeting.convened": _("The meeting was convened; %(invited)s people are invited."),
        "meeting.opened": _("%(chair)s opened the session: %(present)s of %(total)s present."),
        "meeting.resumed": _("The session goes on: %(present)s of %(total)s present."),
        "meeting.suspended": _("The session was suspended. %(reason)s"),
        "meeting.adjourned": _("The session was adjourned. %(reason)s"),
        "meeting.sealed": _("The record was sealed."),
        "meeting.cancelled": _("The meeting was cancelled: %(reason)s"),
        "seating.made": _("Seats were given in “%(room_name)s”: %(seated)s people."),
        "seating.changed": _("%(person)s was given another seat: %(seat)s."),
        "participant.invited": _("%(person)s was invited."),
        "participant.uninvited": _("%(person)s is no longer invited."),
        "invitation.updated": _("All were told of the change of the meeting."),
        "invitation.written": _("The letter of invitation was changed."),
        "participant.reminded": _("%(person)s was reminded to answer the invitation."),
        "participant.answered": _("%(person)s answered the invitation."),
        "participant.absence_granted": _("The absence of %(person)s was consented to."),
        "participant.absence_refused": _("The absence of %(person)s was refused: %(reason)s"),
        "site.registered": _("%(site)s registered %(attendees)s attendees."),
        "attendance.checked_in": _("%(person)s checked in."),
        "attendance.confirmed": _("%(person)s is present."),
        "attendance.excused": _("%(person)s is excused: %(reason)s"),
        "attendance.awaited": _("%(person)s is expected again."),
        "attendance.left": _("%(person)s left."),
        "chair.handed_over": _("%(from_name)s handed the chair to %(to_name)s."),
    }
)
