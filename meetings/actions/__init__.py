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
    restore_day,
    set_day,
    set_deadline,
    set_programme_limit,
)
from meetings.actions.chair import hand_over_chair
from meetings.actions.copying import copy_meeting
from meetings.actions.feeds import end_feed, make_feed
from meetings.actions.invitations import invite, uninvite
from meetings.actions.letters import write_letter
from meetings.actions.moves import move_meeting
from meetings.actions.planning import create_meeting, edit_meeting
from meetings.actions.reminding import remind, unanswered
from meetings.actions.replies import Said, answer_invitation, consent, refuse_consent
from meetings.actions.roll import renew_roll, roll_differences
from meetings.actions.rooms import draw_room, give_seat, redraw_room, seat_meeting
from meetings.actions.series import create_series, edit_series, plan_series
from meetings.actions.sites import register_site

__all__ = [
    "Said",
    "answer_invitation",
    "check_in",
    "check_out",
    "confirm_all",
    "confirm_attendance",
    "consent",
    "copy_meeting",
    "create_meeting",
    "create_series",
    "draw_room",
    "edit_meeting",
    "edit_series",
    "end_feed",
    "excuse",
    "expect_again",
    "fill_year",
    "follow_calendar",
    "give_seat",
    "hand_over_chair",
    "invite",
    "keep_own_calendar",
    "make_feed",
    "move_meeting",
    "note_leaving",
    "plan_series",
    "redraw_room",
    "refuse_consent",
    "register_site",
    "remind",
    "remove_day",
    "renew_roll",
    "restore_day",
    "roll_differences",
    "seat_meeting",
    "set_day",
    "set_deadline",
    "set_programme_limit",
    "unanswered",
    "uninvite",
    "write_letter",
]
