"""Meetings, their sites and participants; the rules, calendar and time limits of a body."""

from meetings.models.calendars import BodyCalendar, CalendarDay, DayKind, WorkCalendar
from meetings.models.deadlines import Deadline, DeadlineCode
from meetings.models.meeting import (
    Meeting,
    MeetingUserObjectPermission,
    Participant,
    RuleSet,
    Site,
)
from meetings.models.rooms import Room, Seat, Seating, SeatingPlan
from meetings.models.series import Occurrence, Series, SessionNumber

__all__ = [
    "BodyCalendar",
    "CalendarDay",
    "DayKind",
    "Deadline",
    "DeadlineCode",
    "Meeting",
    "MeetingUserObjectPermission",
    "Occurrence",
    "Participant",
    "Room",
    "RuleSet",
    "Seat",
    "Seating",
    "SeatingPlan",
    "Series",
    "SessionNumber",
    "Site",
    "WorkCalendar",
]
