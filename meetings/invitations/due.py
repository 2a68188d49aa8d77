"""By when an invitation is to be answered."""

from datetime import datetime

from meetings.deadlines import deadlines_of
from meetings.models import DeadlineCode, Meeting


def reply_due(meeting: Meeting) -> datetime | None:
    """Return the moment by which answers are wanted: so many working days after the invitation.

    It is never later than the beginning; before the meeting is convened nobody has been asked.
    """
    if meeting.convened_at is None:
        return None
    limits = deadlines_of(meeting.body_id)
    limit = limits.due(DeadlineCode.REPLY_TO_INVITATION, since=meeting.convened_at)
    return min(limit, meeting.starts_at)
