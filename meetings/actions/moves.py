"""Moving a meeting along its life. To sit, it needs the quorum of all its members."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import TextChoices

from core.clock import now
from core.events import Event
from core.policies import require
from core.states import move
from meetings import events
from meetings.actions.calling import call_off, call_together
from meetings.actions.facts import office_of
from meetings.errors import QuorumMissing, ReasonMissing
from meetings.guards import ask_guards
from meetings.models import Meeting
from meetings.policies import MeetingPolicy, require_open_record
from meetings.quorum import quorum_of
from meetings.rules import Quorum
from meetings.states import MEETING_MOVES, MeetingState
from people.models import Person
from realtime.journal import announce


@transaction.atomic
def move_meeting(
    actor: Person, meeting: Meeting, to: TextChoices | str, reason: str = ""
) -> Meeting:
    """Convene, open, suspend, resume, adjourn, seal or cancel a meeting."""
    there = MeetingState(to)
    require(_may(actor, meeting, there))
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    require_open_record(meeting)
    move(meeting, there, moves=MEETING_MOVES)
    ask_guards(actor, meeting, there.value)
    event = _WRITERS[there](meeting, reason.strip())
    meeting.save()
    announce(event, actor=actor)
    follow = _FOLLOWERS.get(there)
    if follow:
        follow(meeting)
    return meeting


def _may(actor: Person, meeting: Meeting, there: MeetingState) -> bool:
    policy = MeetingPolicy(actor, meeting)
    return policy.may_seal if there == MeetingState.SEALED else policy.may_run


def _convene(meeting: Meeting, reason: str) -> Event:
    meeting.convened_at = now()
    return events.MeetingConvened(
        meeting_id=meeting.pk,
        title=meeting.title,
        place=meeting.place,
        starts_at=meeting.starts_at.isoformat(),
        invited=meeting.participants.count(),
    )


def _sit(meeting: Meeting, reason: str) -> Event:
    """Open the meeting, or resume it when it was opened before."""
    count = quorum_of(meeting)
    _require_quorum(count)
    kind = events.MeetingResumed if meeting.opened_at else events.MeetingOpened
    meeting.opened_at = meeting.opened_at or now()
    return kind(
        meeting_id=meeting.pk,
        chair_id=meeting.presiding.pk,
        chair=str(meeting.presiding),
        chair_office=office_of(meeting, meeting.presiding),
        present=count.present,
        total=count.total,
        needed=count.needed,
        article=count.article,
    )


def _require_quorum(count: Quorum) -> None:
    if not count.is_met:
        raise QuorumMissing(
            present=count.present, total=count.total, needed=count.needed, article=count.article
        )


def _suspend(meeting: Meeting, reason: str) -> Event:
    return events.MeetingSuspended(meeting_id=meeting.pk, reason=reason)


def _adjourn(meeting: Meeting, reason: str) -> Event:
    meeting.adjourned_at = now()
    count = quorum_of(meeting)
    return events.MeetingAdjourned(
        meeting_id=meeting.pk, present=count.present, total=count.total, reason=reason
    )


def _seal(meeting: Meeting, reason: str) -> Event:
    meeting.sealed_at = now()
    return events.MeetingSealed(meeting_id=meeting.pk)


def _cancel(meeting: Meeting, reason: str) -> Event:
    if not reason:
        raise ReasonMissing
    meeting.cancelled_for = reason
    return events.MeetingCancelled(meeting_id=meeting.pk, reason=reason)


_WRITERS: dict[MeetingState, Callable[[Meeting, str], Event]] = {
    MeetingState.CONVENED: _convene,
    MeetingState.IN_SESSION: _sit,
    MeetingState.SUSPENDED: _suspend,
    MeetingState.ADJOURNED: _adjourn,
    MeetingState.SEALED: _seal,
    MeetingState.CANCELLED: _cancel,
}
_FOLLOWERS: dict[MeetingState, Callable[[Meeting], None]] = {
    MeetingState.CONVENED: call_together,
    MeetingState.CANCELLED: call_off,
}
