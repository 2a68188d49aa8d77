"""When something comes too late for a session. The one place that knows the limit."""

from collections.abc import Iterable
from datetime import datetime

from meetings.deadlines import Deadlines, last_moment_before
from meetings.models import DeadlineCode, Meeting
from realtime.journal import read


def limit(meeting: Meeting) -> datetime:
    """Return the last moment in which papers are in time, by the body's calendar and time limit."""
    code = DeadlineCode.PAPERS_BEFORE_SESSION
    return last_moment_before(meeting.body_id, code, start=meeting.starts_at)


def is_after_limit(meeting: Meeting, moment: datetime) -> bool:
    """Tell whether a moment is after the limit for items and papers of a meeting.

    A meeting that was itself planned after its limit, at short notice, has none.
    """
    last = limit(meeting)
    return moment > last and not _is_at_short_notice(meeting, last)


def past_limit(meetings: Iterable[Meeting], moment: datetime) -> set[int]:
    """Return the keys of those meetings of one body whose limit has passed at a moment."""
    meetings = list(meetings)
    code = DeadlineCode.PAPERS_BEFORE_SESSION
    limits = Deadlines(meetings[0].body_id) if meetings else None
    return {
        one.pk
        for one in meetings
        if limits
        and moment > (last := limits.last_moment_before(code, start=one.starts_at))
        and not _is_at_short_notice(one, last)
    }


def _is_at_short_notice(meeting: Meeting, last: datetime) -> bool:
    planned = read(f"meeting.{meeting.pk}").filter(name="meeting.created").first()
    return planned is not None and planned.at > last
