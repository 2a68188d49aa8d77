"""The minutes of a past session: drafted, approved, signed twice and sealed, each at its hour."""

from datetime import date

from config.demo.ground import at_day
from core import clock
from meetings.deadlines import Deadlines
from meetings.models import Meeting
from minutes.actions import approve_minutes, draft_minutes, seal_meeting, sign_minutes
from minutes.models import ArchivedMinutes, Minutes
from minutes.states import SignatureRole


def keep_minutes(meeting: Meeting, day: date) -> ArchivedMinutes:
    """Do what ``finish_minutes`` does, over the two days it takes an office."""
    minutes = write_minutes(meeting, day)
    following, then = working_days_after(meeting, day)
    with clock.at(at_day(following, 16, 20)):
        sign_minutes(meeting.presiding, minutes, role=SignatureRole.CHAIR)
    with clock.at(at_day(then, 10)):
        return seal_meeting(meeting.secretary, meeting)


def write_minutes(meeting: Meeting, day: date) -> Minutes:
    """Draft and approve the minutes, and sign them as secretary: the chair's turn comes next."""
    secretary = meeting.secretary
    following, _then = working_days_after(meeting, day)
    with clock.at(at_day(day, 14, 10)):
        minutes = draft_minutes(secretary, meeting)
    with clock.at(at_day(following, 9, 30)):
        minutes = approve_minutes(secretary, minutes)
    with clock.at(at_day(following, 9, 45)):
        return sign_minutes(secretary, minutes, role=SignatureRole.SECRETARY)


def working_days_after(meeting: Meeting, day: date) -> tuple[date, date]:
    """Return the next two working days of the meeting's body."""
    calendar = Deadlines(meeting.body_id).calendar
    return calendar.shift(day, 1), calendar.shift(day, 2)
