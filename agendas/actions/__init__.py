"""The deeds of an agenda: its items, their order and sight, the floor, the clock."""

from agendas.actions.adoption import adopt_without_debate, object_to_adoption
from agendas.actions.copying import copy_session
from agendas.actions.floor import close_item, open_item
from agendas.actions.guests import invite_for_item, uninvite_from_item
from agendas.actions.items import add_item, edit_item, remove_item, withdraw_item
from agendas.actions.order import move_item
from agendas.actions.programme import (
    confirm_entry,
    drop_entry,
    edit_entry,
    move_entry,
    register_entry,
)
from agendas.actions.publishing import publish_agenda
from agendas.actions.sight import grant_sight, restrict_item, revoke_sight
from agendas.actions.speeches import call_speaker, end_speech, request_speech, withdraw_speech
from agendas.actions.templates import (
    apply_template,
    keep_agenda,
    make_template,
    remove_template,
    write_template,
)
from agendas.actions.timers import pause_timer, resume_timer, start_timer, stop_timer

__all__ = [
    "add_item",
    "adopt_without_debate",
    "apply_template",
    "call_speaker",
    "close_item",
    "confirm_entry",
    "copy_session",
    "drop_entry",
    "edit_entry",
    "edit_item",
    "end_speech",
    "grant_sight",
    "invite_for_item",
    "keep_agenda",
    "make_template",
    "move_entry",
    "move_item",
    "object_to_adoption",
    "open_item",
    "pause_timer",
    "publish_agenda",
    "register_entry",
    "remove_item",
    "remove_template",
    "request_speech",
    "restrict_item",
    "resume_timer",
    "revoke_sight",
    "start_timer",
    "stop_timer",
    "uninvite_from_item",
    "withdraw_item",
    "withdraw_speech",
    "write_template",
]
