"""The minutes as one JSON value: what is frozen on approval, printed, attached and compared."""

import json
from typing import Any

from django.utils import timezone

from meetings.actions.facts import office_of
from meetings.models import Meeting
from minutes.apart import commitment
from minutes.models import Block, Minutes
from minutes.pdf.layout import layout_on
from realtime.journal import canonical
from realtime.models import Room

FORM = "nghisu.minutes.v1"
Record = dict[str, Any]


def compose(minutes: Minutes) -> Record:
    """Put the minutes together as everybody at the meeting may read them."""
    meeting = minutes.meeting
    blocks = list(minutes.blocks.all())
    record = {
        "form": FORM,
        "layout": layout_on(timezone.localdate(meeting.starts_at)).key,
        "number": f"{minutes.number:02d}" if minutes.number else "",
        "symbol": minutes.symbol,
        "title": meeting.title,
        "body": {"name": meeting.body.name, "superior": meeting.body.superior},
        "chair": officer(meeting, "chair"),
        "secretary": officer(meeting, "secretary"),
        "recipients": recipients_of(meeting),
        "blocks": [plain(block) for block in blocks if block.kind != "apart"],
        "apart": [commitment(block) for block in blocks if block.kind == "apart"],
        "journal": head_of_journal(meeting),
        "approved_at": minutes.approved_at.isoformat() if minutes.approved_at else None,
    }
    composed: Record = json.loads(canonical(record))
    return composed


def plain(block: Block) -> Record:
    """Return a part without what belongs to the house alone."""
    return {"kind": block.kind, "facts": block.facts, "text": block.text, "entries": block.entries}


def written_out(record: Record) -> bytes:
    """Return the one way of writing the record: these bytes are attached to the document."""
    return canonical(record).encode()


def officer(meeting: Meeting, role: str) -> dict[str, str]:
    """Name chair or secretary with the office held at the meeting."""
    person = getattr(meeting, role)
    return {"name": str(person), "office": office_of(meeting, person)}


def recipients_of(meeting: Meeting) -> list[str]:
    """Return who gets the document."""
    return [f"Thành viên {meeting.body.name}", "Cơ quan trình các nội dung"]


def head_of_journal(meeting: Meeting) -> dict[str, str | int]:
    """Return the last number and hash of the meeting's journal."""
    key = f"meeting.{meeting.pk}"
    room = Room.objects.get(key=key)
    return {"room": key, "number": room.last_number, "hash": room.last_hash}
