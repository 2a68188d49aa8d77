"""The deeds of an agenda: submissions, items, their order and sight, the floor, the clock."""

from agendas.actions.adoption import adopt_without_debate, object_to_adoption
from agendas.actions.advice import answer_advice, ask_advice, ask_again, outdate_advice
from agendas.actions.calls import call_last, end_call, object_in_call
from agendas.actions.floor import close_item, open_item
from agendas.actions.guests import invite_for_item, uninvite_from_item
from agendas.actions.items import add_item, edit_item, remove_item, withdraw_item
from agendas.actions.order import move_item
from agendas.actions.positions import (
    draft_position,
    give_all,
    give_drafts,
    give_position,
    withdraw_position,
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
from agendas.actions.sight import grant_sight, restrict_item, revoke_sight
from agendas.actions.speeches import call_speaker, end_speech, request_speech, withdraw_speech
from agendas.actions.submissions import (
    edit_submission,
    lodge_submission,
    start_submission,
    withdraw_submission,
)
from agendas.actions.timers import pause_timer, resume_timer, start_timer, stop_timer

__all__ = [
    "accept_submission",
    "add_item",
    "adopt_without_debate",
    "answer_advice",
    "ask_advice",
    "ask_again",
    "call_last",
    "call_speaker",
    "check_submission",
    "checkpoints_of",
    "close_item",
    "draft_position",
    "edit_item",
    "edit_submission",
    "end_call",
    "end_speech",
    "give_all",
    "give_drafts",
    "give_position",
    "grant_sight",
    "invite_for_item",
    "lodge_submission",
    "move_item",
    "object_in_call",
    "object_to_adoption",
    "open_item",
    "outdate_advice",
    "pause_timer",
    "place_submission",
    "publish_agenda",
    "remove_item",
    "request_speech",
    "restrict_item",
    "resume_timer",
    "return_submission",
    "revoke_sight",
    "route_submission",
    "start_submission",
    "start_timer",
    "stop_timer",
    "uninvite_from_item",
    "withdraw_item",
    "withdraw_position",
    "withdraw_speech",
    "withdraw_submission",
]
