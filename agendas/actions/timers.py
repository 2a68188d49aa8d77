"""The clock on the wall. It counts down and decides nothing."""

from datetime import timedelta
from math import ceil

from django.db import transaction

from agendas import events
from agendas.actions.facts import hold_in_session
from agendas.errors import NoTimer, TimerTooLong
from agendas.models import Timer
from core.clock import now
from core.policies import require
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from people.models import Person
from realtime.journal import announce

DAY = 24 * 3600


@transaction.atomic
def start_timer(actor: Person, meeting: Meeting, *, label: str = "", seconds: int) -> Timer:
    """Set the clock going with so many seconds."""
    require(MeetingPolicy(actor, meeting).may_run)
    meeting = hold_in_session(meeting)
    if not 1 <= seconds <= DAY:
        raise TimerTooLong
    timer = set_timer(meeting, label, seconds)
    announce(events.TimerStarted(meeting_id=meeting.pk, seconds=seconds), actor=actor)
    return timer


@transaction.atomic
def pause_timer(actor: Person, meeting: Meeting) -> Timer:
    """Let the clock stand still."""
    require(MeetingPolicy(actor, meeting).may_run)
    timer = _held(hold_in_session(meeting))
    left = stand_still(timer)
    if left is None:
        raise NoTimer
    announce(events.TimerPaused(meeting_id=meeting.pk, left_seconds=left), actor=actor)
    return timer


@transaction.atomic
def resume_timer(actor: Person, meeting: Meeting) -> Timer:
    """Let the clock go on from where it stood."""
    require(MeetingPolicy(actor, meeting).may_run)
    timer = _held(hold_in_session(meeting))
    left = timer.left_seconds
    if left is None:
        raise NoTimer
    timer.ends_at, timer.left_seconds = now() + timedelta(seconds=left), None
    timer.save()
    announce(events.TimerResumed(meeting_id=meeting.pk, left_seconds=left), actor=actor)
    return timer


@transaction.atomic
def stop_timer(actor: Person, meeting: Meeting) -> None:
    """Take the clock away."""
    require(MeetingPolicy(actor, meeting).may_run)
    timer = _held(hold_in_session(meeting))
    timer.delete()
    announce(events.TimerStopped(meeting_id=meeting.pk), actor=actor)


def set_timer(meeting: Meeting, label: str, seconds: int) -> Timer:
    """Write a running clock."""
    start = now()
    facts = {
        "label": label[:120],
        "started_at": start,
        "ends_at": start + timedelta(seconds=seconds),
        "left_seconds": None,
    }
    timer, _is_new = Timer.objects.update_or_create(meeting=meeting, defaults=facts)
    return timer


def clear_timer(meeting: Meeting) -> None:
    """Remove the clock, if there is one."""
    Timer.objects.filter(meeting=meeting).delete()


def stand_still(timer: Timer) -> int | None:
    """Stop a running clock where it is; None when it did not run."""
    if timer.ends_at is None:
        return None
    left = max(ceil((timer.ends_at - now()).total_seconds()), 0)
    timer.ends_at, timer.left_seconds = None, left
    timer.save()
    return left


def _held(meeting: Meeting) -> Timer:
    timer = Timer.objects.select_for_update().filter(meeting=meeting).first()
    if timer is None:
        raise NoTimer
    return timer
