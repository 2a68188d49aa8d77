"""When a paper is late: by the working calendar and the time limit of the meeting's body."""

from datetime import datetime

from meetings.deadlines import Deadlines
from meetings.models import DeadlineCode, Meeting


def limit(meeting: Meeting, deadlines: Deadlines) -> datetime:
    """Return the last moment in which papers for a meeting are in time."""
    return deadlines.last_moment_before(DeadlineCode.PAPERS_BEFORE_SESSION, start=meeting.starts_at)


def is_late(made_at: datetime, meeting: Meeting, deadlines: Deadlines) -> bool:
    """Tell whether a paper came after the limit."""
    return made_at > limit(meeting, deadlines)
