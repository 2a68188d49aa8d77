"""Deeds of an agenda that travel over the socket."""

from typing import Any

from agendas import actions
from agendas.models import Item, Position, Speech, Timer
from agendas.policies import items_visible_to
from agendas.states import Stance
from core.errors import BadInput
from meetings.commands import number, one, seen, text
from people.models import Person
from realtime.commands import command

Data = dict[str, Any]


@command("item.open")
def open_item(person: Person, meeting_id: int, data: Data) -> Data:
    item = actions.open_item(person, _item(person, meeting_id, data.get("item")))
    return {"item": item.pk, "state": item.state}


@command("item.close")
def close_item(person: Person, meeting_id: int, data: Data) -> Data:
    item = _item(person, meeting_id, data.get("item"))
    item = actions.close_item(person, item, conclusion=text(data, "conclusion"))
    return {"item": item.pk, "state": item.state}


@command("item.object")
def object_to_adoption(person: Person, meeting_id: int, data: Data) -> Data:
    item = actions.object_to_adoption(person, _item(person, meeting_id, data.get("item")))
    return {"item": item.pk, "kind": item.kind}


@command("agenda.adopt")
def adopt(person: Person, meeting_id: int, data: Data) -> Data:
    """Adopt the items named, or what is still unopposed of those of the last call."""
    items = _items(person, meeting_id, data) if "items" in data else None
    adopted = actions.adopt_without_debate(person, seen(person, meeting_id), items)
    return {"items": [item.pk for item in adopted]}


@command("adoption.call")
def call_last(person: Person, meeting_id: int, data: Data) -> Data:
    items = _items(person, meeting_id, data)
    made = actions.call_last(person, seen(person, meeting_id), items)
    return {"ends_at": made.ends_at.isoformat()}


@command("adoption.end_call")
def end_call(person: Person, meeting_id: int, data: Data) -> Data:
    actions.end_call(person, seen(person, meeting_id))
    return {}


@command("adoption.object")
def object_in_call(person: Person, meeting_id: int, data: Data) -> Data:
    item = _item(person, meeting_id, data.get("item"))
    return _position(actions.object_in_call(person, item, reason=text(data, "reason")))


@command("position.give")
def give_position(person: Person, meeting_id: int, data: Data) -> Data:
    stance = text(data, "stance")
    if stance not in Stance.values:
        raise BadInput
    item = _item(person, meeting_id, data.get("item"))
    return _position(
        actions.give_position(person, item, stance=stance, reason=text(data, "reason"))
    )


@command("position.withdraw")
def withdraw_position(person: Person, meeting_id: int, data: Data) -> Data:
    item = _item(person, meeting_id, data.get("item"))
    return _position(actions.withdraw_position(person, item))


@command("speech.request")
def request(person: Person, meeting_id: int, data: Data) -> Data:
    return _told(actions.request_speech(person, seen(person, meeting_id)))


@command("speech.withdraw")
def withdraw(person: Person, meeting_id: int, data: Data) -> Data:
    return _told(actions.withdraw_speech(person, seen(person, meeting_id)))


@command("speech.call")
def call(person: Person, meeting_id: int, data: Data) -> Data:
    speech = _speech(person, meeting_id, data)
    if "seconds" in data:
        return _told(actions.call_speaker(person, speech, seconds=number(data["seconds"])))
    return _told(actions.call_speaker(person, speech))


@command("speech.end")
def end(person: Person, meeting_id: int, data: Data) -> Data:
    return _told(actions.end_speech(person, _speech(person, meeting_id, data)))


@command("timer.start")
def start(person: Person, meeting_id: int, data: Data) -> Data:
    seconds = number(data.get("seconds"))
    meeting = seen(person, meeting_id)
    return _clock(actions.start_timer(person, meeting, label=text(data, "label"), seconds=seconds))


@command("timer.pause")
def pause(person: Person, meeting_id: int, data: Data) -> Data:
    return _clock(actions.pause_timer(person, seen(person, meeting_id)))


@command("timer.resume")
def resume(person: Person, meeting_id: int, data: Data) -> Data:
    return _clock(actions.resume_timer(person, seen(person, meeting_id)))


@command("timer.stop")
def stop(person: Person, meeting_id: int, data: Data) -> Data:
    actions.stop_timer(person, seen(person, meeting_id))
    return {}


def _item(person: Person, meeting_id: int, key: object) -> Item:
    return one(items_visible_to(person).filter(meeting=meeting_id).select_related("meeting"), key)


def _items(person: Person, meeting_id: int, data: Data) -> list[Item]:
    keys = data.get("items")
    if not isinstance(keys, list):
        raise BadInput
    return [_item(person, meeting_id, key) for key in keys]


def _speech(person: Person, meeting_id: int, data: Data) -> Speech:
    items = items_visible_to(person).filter(meeting=meeting_id)
    speeches = Speech.objects.filter(item__in=items.values("pk"))
    return one(speeches.select_related("item__meeting", "participant"), data.get("id"))


def _told(speech: Speech) -> Data:
    return {"id": speech.pk, "state": speech.state}


def _position(position: Position) -> Data:
    given = position.given_at.isoformat() if position.given_at else None
    return {"item": position.item_id, "stance": position.stance, "given_at": given}


def _clock(timer: Timer) -> Data:
    ends = timer.ends_at.isoformat() if timer.ends_at else None
    return {"ends_at": ends, "left_s": timer.left_seconds}
