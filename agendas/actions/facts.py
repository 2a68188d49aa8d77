"""What every deed on an agenda shares: the lock, and the facts that the journal keeps."""

from typing import Any

from agendas.errors import AgendaSettled, ItemSettled, NotInSession
from agendas.models import Item, Speech
from agendas.states import ItemState
from meetings.models import Meeting
from meetings.policies import require_open_record
from meetings.states import MeetingState


def hold(meeting: Meeting | int) -> Meeting:
    """Lock a meeting whose agenda may still change."""
    meeting = held(meeting)
    if meeting.state == MeetingState.ADJOURNED:
        raise AgendaSettled
    return meeting


def hold_in_session(meeting: Meeting | int) -> Meeting:
    """Lock a meeting that is in session."""
    meeting = held(meeting)
    if meeting.state != MeetingState.IN_SESSION:
        raise NotInSession
    return meeting


def held(meeting: Meeting | int) -> Meeting:
    """Lock a meeting whose record is open."""
    key = meeting if isinstance(meeting, int) else meeting.pk
    meeting = Meeting.objects.select_for_update().get(pk=key)
    require_open_record(meeting)
    return meeting


def fresh(item: Item) -> Item:
    """Return the item as the database has it, once the meeting is locked."""
    items = Item.objects.select_related(
        "meeting__body", "matter", "section", "parent__section", "sponsor", "rapporteur"
    )
    return items.get(pk=item.pk)


def planned(item: Item) -> Item:
    """Return the item, its meeting locked, if it is still only planned."""
    hold(item.meeting)
    item = fresh(item)
    if item.state != ItemState.PLANNED:
        raise ItemSettled(label=item.label)
    return item


def family_of(item: Item) -> list[Item]:
    """Return an item with its sub-items that are not gone; refuse when one was dealt with."""
    subs = item.sub_items.select_related("meeting", "parent", "sponsor").order_by("position")
    live = [sub for sub in subs if not sub.is_gone]
    for sub in live:
        if sub.state != ItemState.PLANNED:
            raise ItemSettled(label=sub.label)
    return [item, *live]


def facts_of(item: Item) -> dict[str, Any]:
    """Return the facts common to every event about an item."""
    return {
        "meeting_id": item.meeting_id,
        "item_id": item.pk,
        "label": item.label,
        "title": item.title,
        "kind": item.kind,
        "restricted": item.restricted,
    }


def place_facts(item: Item) -> dict[str, Any]:
    """Return the same of what is told of the design: the item is called by its place there."""
    return {**facts_of(item), "label": item.place}


def speech_facts(speech: Speech) -> dict[str, Any]:
    """Return the facts common to every event about a speech."""
    return {
        "meeting_id": speech.item.meeting_id,
        "item_id": speech.item_id,
        "restricted": speech.item.restricted,
        "speech_id": speech.pk,
        "participant_id": speech.participant_id,
        "person": str(speech.participant.person),
        "office": speech.participant.office,
    }
