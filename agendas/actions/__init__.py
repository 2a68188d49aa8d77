"""The deeds of an agenda: submissions, items, order, sight, versions, the floor, the clock."""

from agendas.actions.adoption import adopt_without_debate, object_to_adoption
from agendas.actions.advice import answer_advice, ask_advice, ask_again, outdate_advice
from agendas.actions.arranging import arrange_agenda
from agendas.actions.calls import call_last, end_call, leave_call, object_in_call
from agendas.actions.checking import check_item, lapse_check, uncheck_item
from agendas.actions.consent import ask_consent, consent_to_late, refuse_late
from agendas.actions.copying import copy_session
from agendas.actions.deferral import defer_item
from agendas.actions.floor import close_item, open_item
from agendas.actions.guests import invite_for_item, uninvite_from_item
from agendas.actions.items import add_item, edit_item, remove_item, withdraw_item
from agendas.actions.looking import note_look
from agendas.actions.order import move_item
from agendas.actions.outdating import confirm_positions, outdate_positions, places_with_positions
from agendas.actions.positions import (
    draft_position,
    give_all,
    give_drafts,
    give_position,
    withdraw_position,
)
from agendas.actions.programme import (
    confirm_entry,
    drop_entry,
    edit_entry,
    move_entry,
    register_entry,
)
from agendas.actions.publishing import publish_agenda
from agendas.actions.routing import (
    accept_submission,
    check_submission,
    checkpoints_of,
    place_submission,
    return_submission,
    route_submission,
)
from agendas.actions.sections import (
    add_section,
    move_section,
    move_to_section,
    nest_item,
    remove_section,
    rename_section,
)
from agendas.actions.sight import grant_sight, restrict_item, revoke_sight
from agendas.actions.speeches import call_speaker, end_speech, request_speech, withdraw_speech
from agendas.actions.submissions import (
    edit_submission,
    lodge_submission,
    start_submission,
    withdraw_submission,
)
from agendas.actions.templates import (
    apply_template,
    keep_agenda,
    make_template,
    remove_template,
    write_template,
)
from agendas.actions.timers import pause_timer, resume_timer, start_timer, stop_timer
from agendas.actions.urgency import add_urgent_item, take_up

__all__ = [
    "accept_submission",
    "add_item",
    "add_section",
    "add_urgent_item",
    "adopt_without_debate",
    "answer_advice",
    "apply_template",
    "arrange_agenda",
    "ask_advice",
    "ask_again",
    "ask_consent",
    "call_last",
    "call_speaker",
    "check_item",
    "check_submission",
    "checkpoints_of",
    "close_item",
    "confirm_entry",
    "confirm_positions",
    "consent_to_late",
    "copy_session",
    "defer_item",
    "draft_position",
    "drop_entry",
    "edit_entry",
    "edit_item",
    "edit_submission",
    "end_call",
    "end_speech",
    "give_all",
    "give_drafts",
    "give_position",
    "grant_sight",
    "invite_for_item",
    "keep_agenda",
    "lapse_check",
    "leave_call",
    "lodge_submission",
    "make_template",
    "move_entry",
    "move_item",
    "move_section",
    "move_to_section",
    "nest_item",
    "note_look",
    "object_in_call",
    "object_to_adoption",
    "open_item",
    "outdate_advice",
    "outdate_positions",
    "pause_timer",
    "place_submission",
    "places_with_positions",
    "publish_agenda",
    "refuse_late",
    "register_entry",
    "remove_item",
    "remove_section",
    "remove_template",
    "rename_section",
    "request_speech",
    "restrict_item",
    "resume_timer",
    "return_submission",
    "revoke_sight",
    "route_submission",
    "start_submission",
    "start_timer",
    "stop_timer",
    "take_up",
    "uncheck_item",
    "uninvite_from_item",
    "withdraw_item",
    "withdraw_position",
    "withdraw_speech",
    "withdraw_submission",
    "write_template",
]
