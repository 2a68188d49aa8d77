"""Meetings, their sites and participants; the rules, calendar and time limits of a body."""

from meetings.models.calendars import BodyCalendar, CalendarDay, DayKind, WorkCalendar, counted
from meetings.models.deadlines import Deadline, DeadlineCode
from meetings.models.meeting import (
    Meeting,
    MeetingUserObjectPermission,
    Participant,
    RuleSet,
    Site,
)
from meetings.models.programme_limits import Period, ProgrammeLimit
from meetings.models.rooms import Room, Seat, Seating, SeatingPlan
from meetings.models.series import Occurrence, Series, SessionNumber

# The tables of the invitations belong to this app too; they know meetings by name only.
from meetings.invitations.models import (  # isort: skip
    CalendarFeed,
    Invitation,
    LetterBook,
    Reply,
    SiteAttendee,
    SiteRegistration,
)

__all__ = [
    "BodyCalendar",
    "CalendarDay",
    "CalendarFeed",
    "DayKind",
    "Deadline",
    "DeadlineCode",
    "Invitation",
    "LetterBook",
    "Meeting",
    "MeetingUserObjectPermission",
    "Occurrence",
    "Participant",
    "Period",
    "ProgrammeLimit",
    "Reply",
    "Room",
    "RuleSet",
    "Seat",
    "Seating",
    "SeatingPlan",
    "Series",
    "SessionNumber",
    "Site",
    "SiteAttendee",
    "SiteRegistration",
    "WorkCalendar",
    "counted",
]
