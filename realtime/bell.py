"""The bell: tells every server process that a room has news, and nothing about it.

Channel layers lose messages, so none carries the news itself: whoever hears the bell
reads the database. A layer that is down never fails a deed; the hub's heartbeat makes good.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from asgiref.sync import async_to_sync
from channels.layers import InMemoryChannelLayer, get_channel_layer
from django.db import transaction

log = logging.getLogger(__name__)

PROCESS = uuid4()
GROUP = "rooms"
SILENCE = 60.0  # seconds between two warnings of the same
PATIENCE = 2.0  # seconds a process without a server waits for the layer

Message = dict[str, Any]
Ear = Callable[[Message], None]

_ears: list[Ear] = []
_home: list[asyncio.AbstractEventLoop] = []
_warned = {"at": 0.0}


def ring(
    room_key: str, name: str | None = None, number: int | None = None, *, recheck: bool = False
) -> None:
    """Tell that a room has news: of an event and its number in the journal, or of anything.

    With ``recheck`` everyone's admission is asked again at once, not in a moment.
    """
    facts = {"name": name, "number": number, "recheck": recheck}
    tell({"type": "room.rang", "room": room_key, **facts})


def tell(message: Message) -> None:
    """Bring a message to the ears of this process at once, and to the other processes."""
    for ear in _ears:
        ear(message)
    if is_alone():
        return
    try:
        _carry(get_channel_layer(), {**message, "from": str(PROCESS)})
    except Exception as problem:
        warn(problem)


def logins_changed() -> None:
    """Let every server process look again, once this is committed, who may still be signed in."""
    transaction.on_commit(lambda: tell({"type": "logins.changed"}))


def is_alone() -> bool:
    """Tell whether no other process can hear us: the layer is in memory, or there is none."""
    layer = get_channel_layer()
    return layer is None or isinstance(layer, InMemoryChannelLayer)


def listen(ear: Ear, loop: asyncio.AbstractEventLoop) -> Callable[[], None]:
    """Let a server's ear hear every message from now on; returns how to stop."""
    _ears.append(ear)
    _home[:] = [loop]

    def stop() -> None:
        _ears.remove(ear)
        _home.clear()

    return stop


async def hear_others(ear: Ear) -> None:
    """Pass on what other processes tell, for ever; a layer that is down is asked again."""
    if is_alone():
        return
    layer = get_channel_layer()
    channel = await layer.new_channel()
    while True:
        try:
            await layer.group_add(GROUP, channel)
            ear({"type": "all.rang"})
            await _receive(layer, channel, ear)
        except Exception as problem:
            warn(problem)
            await asyncio.sleep(1)


def warn(problem: Exception) -> None:
    """Log a layer's trouble, at most once a minute."""
    if time.monotonic() - _warned["at"] > SILENCE:
        _warned["at"] = time.monotonic()
        log.warning("The channel layer does not answer: %s", problem)


async def _receive(layer: Any, channel: str, ear: Ear) -> None:
    """Receive until an hour has passed, so that the group's membership is renewed in time."""
    until = time.monotonic() + 3600
    while time.monotonic() < until:
        message = await layer.receive(channel)
        if message.pop("from", None) != str(PROCESS):
            ear(message)


def _carry(layer: Any, message: Message) -> None:
    """Hand a message to the layer: on the server's loop if there is one, else here and now."""
    if _home:
        asyncio.run_coroutine_threadsafe(_send(layer, message), _home[0])
    else:
        async_to_sync(_send)(layer, message)


async def _send(layer: Any, message: Message) -> None:
    try:
        await asyncio.wait_for(layer.group_send(GROUP, message), PATIENCE)
    except Exception as problem:
        warn(problem)
