"""Whose move it is with a meeting, and until when: for lists, read once for all rows.

What the secretariat and the chair still have to do is told to those who keep the meeting alone; a
participant hears of the own answer. Floors above tell of the states that are theirs::

    @tells_turns
    def minutes_to_finish(kept: Sequence[Meeting]) -> Mapping[int, Turn]: ...
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.clock import now
from meetings.ahead import Kept, open_meetings_kept_by, places_ahead_of
from meetings.deadlines import deadlines_of
from meetings.invitations.due import reply_due
from meetings.invitations.states import Consent
from meetings.models import DeadlineCode, Meeting, Participant
from meetings.policies import kept_among
from meetings.states import Attendance, Capacity, MeetingState
from people.models import Person

S = MeetingState


@dataclass(frozen=True)
class Turn:
    """Who is to do what, in words, and until when."""

    words: str | Promise
    due: datetime | None = None

    @property
    def is_late(self) -> bool:
        return self.due is not None and now() > self.due


Teller = Callable[[Sequence[Meeting]], Mapping[int, Turn]]
_tellers: list[Teller] = []


def tells_turns(teller: Teller) -> Teller:
    """Register who tells of meetings that the reader keeps."""
    _tellers.append(teller)
    return teller


def turns_of(person: Person, meetings: Sequence[Meeting]) -> dict[int, Turn]:
    """Return whose move it is with each of these meetings, as far as it is the reader's business."""
    kept = kept_among(person, meetings)
    turns: dict[int, Turn] = {}
    for teller in _tellers if kept else ():
        turns |= teller(kept)
    keys = {meeting.pk for meeting in meetings}
    for one in open_meetings_kept_by(person) if kept else ():
        turn = _to_run(one) if one.meeting.pk in keys else None
        if turn:
            turns[one.meeting.pk] = turn
    for ahead in places_ahead_of(person):
        if ahead.is_asked and ahead.meeting.pk in keys:
            words = _("You · to answer the invitation")
            turns[ahead.meeting.pk] = Turn(words, reply_due(ahead.meeting))
    return turns


def _to_run(kept: Kept) -> Turn | None:
    """Return what chair and secretariat have to do before and at the session."""
    meeting = kept.meeting
    if meeting.state == S.DRAFT:
        return Turn(
            _("Secretariat · to convene"), invitation_due(meeting.body_id, meeting.starts_at)
        )
    if meeting.state == S.CONVENED and kept.asking:
        return Turn(_("Chair · to decide on absences"), meeting.starts_at)
    if meeting.state == S.CONVENED and now() > meeting.starts_at:
        return Turn(_("Chair · to open the session"), meeting.starts_at)
    return None


def answers_waited_for(meeting: Meeting, places: Iterable[Participant]) -> dict[int, Turn]:
    """Return by place who has not answered, and whose absence waits for consent; for keepers."""
    if meeting.state != S.CONVENED:
        return {}
    silent = Turn(_("Has to answer the invitation"), reply_due(meeting))
    asking = Turn(_("Chair · to decide on the absence"), meeting.starts_at)
    turns = {}
    for place in places:
        if place.attendance == Attendance.EXPECTED and place.capacity != Capacity.STAFF:
            reply = getattr(place, "reply", None)
            if reply is None:
                turns[place.pk] = silent
            elif reply.consent == Consent.ASKED:
                turns[place.pk] = asking
    return turns


def invitation_due(body: int, starts_at: datetime) -> datetime:
    """Return the last moment in which a session of a body is convened in time."""
    code = DeadlineCode.INVITATION_BEFORE_SESSION
    return deadlines_of(body).last_moment_before(code, start=starts_at)
