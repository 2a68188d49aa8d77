"""What every deed on minutes shares: the lock."""

from meetings.models import Meeting
from meetings.policies import require_open_record
from minutes.models import Minutes


def held(minutes: Minutes) -> Minutes:
    """Lock the meeting, then its minutes; a sealed record refuses."""
    meeting = Meeting.objects.select_for_update().get(pk=minutes.meeting_id)
    require_open_record(meeting)
    locked = Minutes.objects.select_for_update().get(pk=minutes.pk)
    locked.meeting = meeting
    return locked
