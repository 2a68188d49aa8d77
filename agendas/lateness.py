"""When something comes too late for a session. The one place that knows the limit."""

from datetime import datetime, timedelta

from django.utils.timezone import localtime

from meetings.models import Meeting
from realtime.journal import read

WORKING_DAYS = 5  # Nghị định 138/2016/NĐ-CP, Điều 27: invitation and papers before a session
SATURDAY = 5


def limit(starts_at: datetime, *, working_days: int = WORKING_DAYS) -> datetime:
    """Return the last moment in which papers are in time: so many working days before the start."""
    moment = localtime(starts_at)
    while working_days:
        moment -= timedelta(days=1)
        working_days -= moment.weekday() < SATURDAY
    return moment


def is_after_limit(meeting: Meeting, moment: datetime) -> bool:
    """Tell whether a moment is after the limit for items and papers of a meeting.

    A meeting that was itself planned after its limit, at short notice, has none.
    """
    last = limit(meeting.starts_at)
    return moment > last and not _is_at_short_notice(meeting, last)


def _is_at_short_notice(meeting: Meeting, last: datetime) -> bool:
    planned = read(f"meeting.{meeting.pk}").filter(name="meeting.created").first()
    return planned is not None and planned.at > last
