"""The whole way at once, for past sessions that are told after the fact."""

from meetings.models import Meeting
from minutes.actions.archiving import seal_meeting
from minutes.actions.signing import sign_minutes
from minutes.actions.writing import approve_minutes, draft_minutes
from minutes.models import ArchivedMinutes
from minutes.states import SignatureRole


def finish_minutes(meeting: Meeting) -> ArchivedMinutes:
    """Draft, approve, sign and seal the minutes in the names of the meeting's own officers."""
    minutes = approve_minutes(meeting.secretary, draft_minutes(meeting.secretary, meeting))
    minutes = sign_minutes(meeting.secretary, minutes, role=SignatureRole.SECRETARY)
    sign_minutes(meeting.presiding, minutes, role=SignatureRole.CHAIR)
    return seal_meeting(meeting.secretary, meeting)
