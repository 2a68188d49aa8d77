"""The words of the socket: close codes, frames in and out. ``docs/protocol.md`` is its page."""

import json
import re
import struct
import time
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone, translation

from core.errors import Refusal
from realtime.commands import SMALL, registry
from realtime.errors import BadFrame, TooLarge

DEPTH = 16
LARGEST = 256 * 1024
TEXT, SHORT, MIDDLE = 0x81, 126, 1 << 16  # RFC 6455, section 5.2


class Close(IntEnum):
    """Why a socket is closed: below 4500 come back, from 4500 on stay away."""

    SLOW = 4408
    CHANGED = 4410
    RESTART = 4412
    RATE = 4429
    BAD_FRAMES = 4500
    LOGIN = 4501
    DENIED = 4503
    TOO_MANY = 4509


@dataclass(frozen=True)
class Ask:
    """One message of a client, understood."""

    id: UUID
    do: str
    data: dict[str, Any]


@dataclass(frozen=True)
class Frame:
    """A message ready to be sent: its text, and the same as a finished websocket frame."""

    text: bytes
    wire: bytes


def dumps(value: object) -> bytes:
    """Write JSON in few bytes."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), cls=DjangoJSONEncoder)
    return text.encode()


def frame(text: bytes) -> Frame:
    """Put a text into one unmasked websocket frame."""
    size = len(text)
    if size < SHORT:
        head = struct.pack("!BB", TEXT, size)
    elif size < MIDDLE:
        head = struct.pack("!BBH", TEXT, SHORT, size)
    else:
        head = struct.pack("!BBQ", TEXT, SHORT + 1, size)
    return Frame(text, head + text)


def message(**fields: object) -> Frame:
    """Make a frame of a message's fields."""
    return frame(dumps(fields))


def ms() -> int:
    """Return the moment in milliseconds since 1970."""
    return int(time.time() * 1000)


def hello(number: int, personal: bytes, state: bytes) -> Frame:
    """Greet: the person's own part and the whole state."""
    head = b'{"t":"hello","now":%d,"number":%d,"you":' % (ms(), number)
    return frame(b"".join((head, personal, b',"state":', state, b"}")))


def news(number: int, personal: int, state: bytes) -> Frame:
    """Tell the whole state; ``personal`` is the last number that may concern ``you``."""
    head = b'{"t":"state","now":%d,"number":%d,"personal":%d,"state":' % (ms(), number, personal)
    return frame(b"".join((head, state, b"}")))


def receipt(command_id: UUID, result: dict[str, Any], at: datetime | None = None) -> dict[str, Any]:
    """Say that a command was carried out."""
    moment = timezone.localtime(at or timezone.now()).isoformat(timespec="milliseconds")
    return {"t": "receipt", "id": str(command_id), "at": moment, "result": result}


def refused(command_id: UUID | None, refusal: Refusal, language: str) -> dict[str, Any]:
    """Say in the person's language why a command was not carried out."""
    with translation.override(language):
        sentence = refusal.sentence
    return {
        "t": "refused",
        "id": str(command_id) if command_id else None,
        "status": refusal.status,
        "code": refusal.code,
        "message": sentence,
    }


# A NUL as JSON writes it, not a backslash that somebody wrote before "u0000". No database keeps one.
NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


def understand(text: bytes | str) -> Ask:
    """Read one message of a client, or refuse: nothing about it is taken on trust."""
    if len(text) > LARGEST:
        raise TooLarge
    try:
        said = json.loads(text)
        command_id, do, data = UUID(said["id"]), said["do"], said.get("with") or {}
        if NUL.search(dumps(said)):  # and half of a surrogate pair cannot be written again
            raise BadFrame
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadFrame from None
    if not isinstance(do, str) or not isinstance(data, dict) or _depth(said) > DEPTH:
        raise BadFrame
    known = registry.get(do)
    if len(text) > (known.size if known else SMALL):
        raise TooLarge
    return Ask(command_id, do, data)


def _depth(value: object) -> int:
    """Count how deep lists and objects are nested, layer by layer, and stop when too deep."""
    layer, depth = [value], 0
    while layer and depth <= DEPTH:
        inner: list[object] = []
        for one in layer:
            if isinstance(one, dict):
                inner.extend(one.values())
            elif isinstance(one, list):
                inner.extend(one)
        layer, depth = inner, depth + 1
    return depth
