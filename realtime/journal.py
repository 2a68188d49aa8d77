"""The journal: history, audit trail, outbox and source of the minutes in one chained table."""

import hashlib
import json
import unicodedata
from datetime import UTC, date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from core.clock import now
from core.events import Told
from realtime import bell
from realtime.models import Entry, Room

if TYPE_CHECKING:
    from people.models import Person

DOMAIN = "nghisu.journal.v1"


def announce(event: Told, *, actor: "Person | None") -> Entry:
    """Write the event as the next entry of its room, in the deed's own transaction; ring after."""
    room = _locked(event.room)
    entry = Entry(
        room=room,
        number=room.last_number + 1,
        name=event.name,
        facts=json.loads(canonical(event.facts())),
        actor=actor,
        at=now(),
        prev_hash=room.last_hash,
    )
    entry.hash = seal(entry, room.key)
    entry.save(force_insert=True)
    room.last_number, room.last_hash = entry.number, entry.hash
    room.save(update_fields=["last_number", "last_hash"])
    transaction.on_commit(partial(bell.ring, room.key, event.name, entry.number))
    return entry


def read(room_key: str, after: int = 0) -> QuerySet[Entry]:
    """Return the room's entries after a number, in order."""
    return Entry.objects.filter(room__key=room_key, number__gt=after).order_by("number")


def last_number(room_key: str) -> int:
    """Return the number of the room's newest entry, 0 before the first."""
    return Room.objects.filter(key=room_key).values_list("last_number", flat=True).first() or 0


def verify(room_key: str) -> int | None:
    """Return the number of the first entry that is broken, missing or cut off; None when whole."""
    number, before = 0, ""
    for entry in read(room_key).iterator(chunk_size=2000):
        number += 1
        if entry.number != number or entry.prev_hash != before:
            return number
        if entry.hash != seal(entry, room_key):
            return number
        before = entry.hash
    head = Room.objects.filter(key=room_key).first()
    cut_off = head is not None and (head.last_number, head.last_hash) != (number, before)
    return number + 1 if cut_off else None


def seal(entry: Entry, room_key: str) -> str:
    """Hash everything an entry says, and the hash of the one before it."""
    said = {
        "room": room_key,
        "number": entry.number,
        "name": entry.name,
        "facts": entry.facts,
        "actor": entry.actor_id,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
    }
    text = "\n".join((DOMAIN, entry.prev_hash, canonical(said)))
    return hashlib.sha256(text.encode()).hexdigest()


def canonical(value: object) -> str:
    """Write JSON in one way only: sorted keys, no spaces, NFC, no floats."""
    return json.dumps(
        _plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def _plain(value: Any) -> Any:
    """Normalise text and refuse what has more than one way of being written."""
    if isinstance(value, dict):
        return {_plain(str(key)): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, date | UUID):
        return value.isoformat() if isinstance(value, date) else str(value)
    raise TypeError(f"The journal keeps text, whole numbers and truth values, not {value!r}.")


def _locked(room_key: str) -> Room:
    """Lock the head of the room's journal; the first announcement makes it."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("announce() belongs inside a deed.")
    room, _is_new = Room.objects.select_for_update().get_or_create(key=room_key)
    return room
