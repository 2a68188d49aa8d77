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
from meetings.actions.copying import copy_meeting
from meetings.actions.invitations import invite, uninvite
from meetings.actions.moves import move_meeting
from meetings.actions.planning import create_meeting, edit_meeting
from meetings.actions.roll import renew_roll, roll_differences
from meetings.actions.rooms import draw_room, give_seat, redraw_room, seat_meeting
from meetings.actions.series import create_series, edit_series, plan_series

__all__ = [
    "check_in",
    "check_out",
    "confirm_all",
    "confirm_attendance",
    "copy_meeting",
    "create_meeting",
    "create_series",
    "draw_room",
    "edit_meeting",
    "edit_series",
    "excuse",
    "expect_again",
    "fill_year",
    "follow_calendar",
    "give_seat",
    "hand_over_chair",
    "invite",
    "keep_own_calendar",
    "move_meeting",
    "note_leaving",
    "plan_series",
    "redraw_room",
    "remove_day",
    "renew_roll",
    "roll_differences",
    "seat_meeting",
    "set_day",
    "set_deadline",
    "uninvite",
]
