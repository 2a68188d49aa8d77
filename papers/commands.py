"""What a device says over the socket about its owner's marks."""

from typing import Any

from papers.actions import delete_mark, save_mark
from papers.marks import MOST_BYTES, parse_mark, parse_rev, parse_uuid
from papers.wire import told
from people.models import Person
from realtime.commands import command


@command("annotation.save", size=MOST_BYTES)
def save(person: Person, meeting_id: int, data: dict[str, Any]) -> dict[str, Any]:
    """Keep one of the person's own marks."""
    return told(*save_mark(person, parse_mark(data.get("annotation"))))


@command("annotation.delete")
def delete(person: Person, meeting_id: int, data: dict[str, Any]) -> dict[str, Any]:
    """Delete one of the person's own marks."""
    uuid, rev = parse_uuid(data.get("uuid")), parse_rev(data.get("rev"))
    return told(*delete_mark(person, uuid, rev=rev))
