"""The deeds of a meeting: planning it, inviting, running it, taking attendance; its calendar."""

from meetings.actions.attendance import (
    check_in,
    check_out,
    confirm_all,
    confirm_attendance,
    excuse,
    expect_again,
    note_leaving,
)
from meetings.actions.calendars import (
    fill_year,
    follow_calendar,
    keep_own_calendar,
    remove_day,
    set_day,
    set_deadline,
)
from meetings.actions.chair import hand_over_chair
from meetings.actions.invitations import invite, uninvite
from meetings.actions.moves import move_meeting
from meetings.actions.planning import create_meeting, edit_meeting
from meetings.actions.roll import renew_roll, roll_differences

__all__ = [
    "check_in",
    "check_out",
    "confirm_all",
    "confirm_attendance",
    "create_meeting",
    "edit_meeting",
    "excuse",
    "expect_again",
    "fill_year",
    "follow_calendar",
    "hand_over_chair",
    "invite",
    "keep_own_calendar",
    "move_meeting",
    "note_leaving",
    "remove_day",
    "renew_roll",
    "roll_differences",
    "set_day",
    "set_deadline",
    "uninvite",
]
