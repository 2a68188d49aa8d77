"""Deeds of an agenda that travel over the socket."""

from typing import Any

from agendas import actions
from agendas.models import Item, Speech, Timer
from agendas.policies import items_visible_to
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
    keys = data.get("items")
    if not isinstance(keys, list):
        raise BadInput
    items = [_item(person, meeting_id, key) for key in keys]
    adopted = actions.adopt_without_debate(person, seen(person, meeting_id), items)
    return {"items": [item.pk for item in adopted]}


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


def _speech(person: Person, meeting_id: int, data: Data) -> Speech:
    items = items_visible_to(person).filter(meeting=meeting_id)
    speeches = Speech.objects.filter(item__in=items.values("pk"))
    return one(speeches.select_related("item__meeting", "participant"), data.get("id"))


def _told(speech: Speech) -> Data:
    return {"id": speech.pk, "state": speech.state}


def _clock(timer: Timer) -> Data:
    ends = timer.ends_at.isoformat() if timer.ends_at else None
    return {"ends_at": ends, "left_s": timer.left_seconds}
