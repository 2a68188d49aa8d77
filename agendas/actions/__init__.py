"""The deeds of an agenda: its items, their order and sight, its versions, the floor, the clock."""

from agendas.actions.adoption import adopt_without_debate, object_to_adoption
from agendas.actions.arranging import arrange_agenda
from agendas.actions.checking import check_item, lapse_check, uncheck_item
from agendas.actions.consent import ask_consent, consent_to_late
from agendas.actions.deferral import defer_item
from agendas.actions.floor import close_item, open_item
from agendas.actions.items import add_item, edit_item, remove_item, withdraw_item
from agendas.actions.looking import note_look
from agendas.actions.order import move_item
from agendas.actions.publishing import publish_agenda
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
from agendas.actions.timers import pause_timer, resume_timer, start_timer, stop_timer
from agendas.actions.urgency import add_urgent_item

__all__ = [
    "add_item",
    "add_section",
    "add_urgent_item",
    "adopt_without_debate",
    "arrange_agenda",
    "ask_consent",
    "call_speaker",
    "check_item",
    "close_item",
    "consent_to_late",
    "defer_item",
    "edit_item",
    "end_speech",
    "grant_sight",
    "lapse_check",
    "move_item",
    "move_section",
    "move_to_section",
    "nest_item",
    "note_look",
    "object_to_adoption",
    "open_item",
    "pause_timer",
    "publish_agenda",
    "remove_item",
    "remove_section",
    "rename_section",
    "request_speech",
    "restrict_item",
    "resume_timer",
    "revoke_sight",
    "start_timer",
    "stop_timer",
    "uncheck_item",
    "withdraw_item",
    "withdraw_speech",
]
