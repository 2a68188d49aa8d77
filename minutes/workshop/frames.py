"""How the house and its workshop write to each other: a length, then JSON; bytes in base64."""

import base64
import json
import struct
from typing import Any, BinaryIO

HEAD = struct.Struct(">I")
Message = dict[str, Any]


def packed(message: Message) -> bytes:
    """Write one message."""
    body = json.dumps(message, default=_wrapped).encode()
    return HEAD.pack(len(body)) + body


def unpacked(body: bytes) -> Message:
    """Read one message."""
    message: Message = json.loads(body, object_hook=_unwrapped)
    return message


def read(stream: BinaryIO) -> Message | None:
    """Wait for the next message; None when the other side has gone."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    return unpacked(stream.read(HEAD.unpack(head)[0]))


def _wrapped(value: object) -> dict[str, str]:
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode()}
    raise TypeError(f"The workshop takes text, numbers and bytes, not {type(value).__name__}.")


def _unwrapped(value: dict[str, Any]) -> Any:
    return base64.b64decode(value["base64"]) if value.keys() == {"base64"} else value
