"""Deeds of a meeting that travel over the socket."""

from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from core.errors import BadInput, NotSeen
from meetings import actions
from meetings.models import Meeting, Participant, Site
from meetings.policies import meetings_visible_to
from meetings.states import MeetingState
from people.models import Person
from realtime.commands import command

Data = dict[str, Any]
Thing = TypeVar("Thing", bound=Model)
LONGEST = 4000
LIVE_MOVES = {
    MeetingState.CONVENED,
    MeetingState.IN_SESSION,
    MeetingState.SUSPENDED,
    MeetingState.ADJOURNED,
}


@command("attendance.check_in")
def check_in(person: Person, meeting_id: int, data: Data) -> Data:
    meeting = seen(person, meeting_id)
    site = data.get("site")
    chosen = one(Site.objects.filter(body=meeting.body_id), site) if site else None
    return told(actions.check_in(person, meeting, site=chosen))


@command("attendance.check_out")
def check_out(person: Person, meeting_id: int, data: Data) -> Data:
    return told(actions.check_out(person, seen(person, meeting_id)))


@command("attendance.confirm")
def confirm(person: Person, meeting_id: int, data: Data) -> Data:
    return told(actions.confirm_attendance(person, place(person, meeting_id, data)))


@command("attendance.confirm_all")
def confirm_all(person: Person, meeting_id: int, data: Data) -> Data:
    places = actions.confirm_all(person, seen(person, meeting_id))
    return {"confirmed": [place.pk for place in places]}


@command("attendance.excuse")
def excuse(person: Person, meeting_id: int, data: Data) -> Data:
    reason = text(data, "reason")
    return told(actions.excuse(person, place(person, meeting_id, data), reason=reason))


@command("attendance.leave")
def leave(person: Person, meeting_id: int, data: Data) -> Data:
    return told(actions.note_leaving(person, place(person, meeting_id, data)))


@command("meeting.move")
def move(person: Person, meeting_id: int, data: Data) -> Data:
    """Move the meeting; sealing and cancelling have doors of their own."""
    to = text(data, "to")
    if to not in LIVE_MOVES:
        raise BadInput
    reason = text(data, "reason")
    meeting = actions.move_meeting(person, seen(person, meeting_id), to, reason)
    return {"state": meeting.state}


@command("chair.hand_over")
def hand_over(person: Person, meeting_id: int, data: Data) -> Data:
    successor = place(person, meeting_id, data).person
    meeting = seen(person, meeting_id)
    actions.hand_over_chair(person, meeting, to=successor, reason=text(data, "reason"))
    return {"chair": successor.pk}


def seen(person: Person, meeting_id: int) -> Meeting:
    """Return a meeting the person may know of; any other does not exist for him or her."""
    return one(meetings_visible_to(person), meeting_id)


def place(person: Person, meeting_id: int, data: Data) -> Participant:
    """Return the participant that the data name by ``p``."""
    places = seen(person, meeting_id).participants.select_related("person", "meeting")
    return one(places, data.get("p"))


def one(things: QuerySet[Thing], key: object) -> Thing:
    """Return the thing with that key among those that may be seen, or refuse."""
    found = things.filter(pk=number(key)).first()
    if found is None:
        raise NotSeen
    return found


def number(value: object) -> int:
    """Return a whole number or refuse."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadInput
    return value


def text(data: Data, key: str) -> str:
    """Return a text of the data, empty when absent, or refuse."""
    value = data.get(key, "")
    if not isinstance(value, str) or len(value) > LONGEST:
        raise BadInput
    return value


def told(place: Participant) -> Data:
    return {"p": place.pk, "s": place.attendance}
