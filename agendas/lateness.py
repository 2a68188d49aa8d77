"""When something comes too late for a session. The one place that knows the limit."""

from collections.abc import Iterable
from datetime import datetime

from meetings.deadlines import Deadlines, SessionLimit
from meetings.models import DeadlineCode, Meeting

PAPERS = DeadlineCode.PAPERS_BEFORE_SESSION


def limit_of(meeting: Meeting) -> SessionLimit:
    """Return the limit for items and papers, by the body's calendar and time limits."""
    return Deadlines(meeting.body_id).before(PAPERS, meeting)


def is_after_limit(meeting: Meeting, moment: datetime) -> bool:
    """Tell whether a moment is after the limit for items and papers of a meeting."""
    return moment > limit_of(meeting).moment


def past_limit(meetings: Iterable[Meeting], moment: datetime) -> set[int]:
    """Return the keys of those meetings of one body whose limit has passed at a moment."""
    meetings = list(meetings)
    limits = Deadlines(meetings[0].body_id) if meetings else None
    return {one.pk for one in meetings if limits and moment > limits.before(PAPERS, one).moment}
