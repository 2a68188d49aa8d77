"""Votes with a deadline end by the server's clock, though nobody taps.

A late ballot is refused by the time under the lock; this is only so that the result is told at
once. Whoever looks at a vote whose time is up closes it; a server with visitors has an alarm set.
"""

import logging
import threading

from django.db import connections

from core.clock import now
from realtime.house import House
from realtime.workers import turn
from voting.actions import close_overdue
from voting.board import shown_vote
from voting.models import Vote

log = logging.getLogger(__name__)

GRACE = 0.02  # seconds after the deadline
_watched: set[int] = set()
_lock = threading.Lock()


def current_vote(meeting_id: int) -> Vote | None:
    """Return the vote that is shown in a meeting, closed if its time is up."""
    vote = shown_vote(meeting_id)
    if vote is None or not vote.is_open or vote.closes_at is None:
        return vote
    if vote.closes_at <= now():
        close_overdue()
        return shown_vote(meeting_id)
    watch(vote)
    return vote


def watch(vote: Vote) -> None:
    """Set an alarm for the end of the vote, once in a process that has visitors."""
    if House.standing() is None or vote.closes_at is None:
        return
    with _lock:
        if vote.pk in _watched:
            return
        _watched.add(vote.pk)
    wait = (vote.closes_at - now()).total_seconds() + GRACE
    alarm = threading.Timer(max(wait, GRACE), _end, [vote.pk])
    alarm.daemon = True
    alarm.start()


def _end(vote_id: int) -> None:
    """Close what is overdue. Should it fail, the next look at the vote sets the alarm again."""
    try:
        with turn():
            close_overdue()
    except Exception:
        log.exception("A vote whose time is up could not be closed")
    finally:
        connections.close_all()
        with _lock:
            _watched.discard(vote_id)
