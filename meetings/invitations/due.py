"""By when an invitation is to be answered."""

from datetime import datetime

from meetings.models import Meeting


def reply_due(meeting: Meeting) -> datetime | None:
    """Return the moment by which answers are wanted; None where no rule of the body sets one."""
    return None
