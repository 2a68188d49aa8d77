"""How a finished frame reaches one client.

Daphne, Autobahn and Twisted cost 50-80 us a message; a ``send`` on the socket itself costs 6. So
frames are written straight to the socket while nothing is queued for it, and given to Twisted when
the kernel takes no more. Under another server the same frames go through plain ASGI.
"""

import asyncio
import contextlib
import socket
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from realtime.protocol import Frame

Send = Callable[[dict[str, Any]], Awaitable[None]]
Hear = Callable[[bytes, bool], None]
EXTENSION = "nghisu.wire"
KERNEL_BUFFER = 64 * 1024
MOST_WAITING = 4 * 1024 * 1024  # bytes that may wait for a client which does not read
MOST_QUEUED = 256


class Wire(Protocol):
    """The way out to one client."""

    def write(self, frame: Frame) -> None:
        """Send what must arrive, after all that was written before."""

    def offer(self, frame: Frame) -> bool:
        """Send what may be skipped, unless earlier frames still wait; False when it was not."""

    def close(self, code: int) -> None:
        """Close with a code after what was written."""

    def abort(self) -> None:
        """Cut the connection."""


class RawWire:
    """Writes to the socket below Twisted. Lives on the loop's thread."""

    def __init__(self, protocol: Any, hear: Hear) -> None:
        self.protocol = protocol
        self.transport = protocol.transport
        self.transport.unregisterProducer()  # the upgrade leaves the HTTP channel registered
        self.socket: socket.socket = self.transport.socket
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, KERNEL_BUFFER)
        self.send = self.socket.send
        protocol.hear = hear

    def offer(self, frame: Frame) -> bool:
        transport = self.transport
        if transport.dataBuffer or transport._tempDataBuffer or not transport.connected:
            return False
        try:
            sent = self.send(frame.wire)
        except BlockingIOError:
            return False
        except OSError:
            return True  # it is gone; Twisted will notice and tell
        if sent < len(frame.wire):
            transport.write(frame.wire[sent:])
        return True

    def write(self, frame: Frame) -> None:
        if self.offer(frame):
            return
        if len(self.transport.dataBuffer) + self.transport._tempDataLen > MOST_WAITING:
            self.abort()  # it asks and never reads
        else:
            self.transport.write(frame.wire)

    def close(self, code: int) -> None:
        self.protocol.sendClose(code=int(code))

    def abort(self) -> None:
        self.transport.abortConnection()


class AsgiWire:
    """Sends through the server's own ``send``, in order, from one task."""

    def __init__(self, send: Send) -> None:
        self.queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.task = asyncio.create_task(self._drain(send))

    def offer(self, frame: Frame) -> bool:
        if not self.queue.empty():
            return False
        self.write(frame)
        return True

    def write(self, frame: Frame) -> None:
        if self.queue.qsize() > MOST_QUEUED:
            self.abort()
        else:
            self.queue.put_nowait({"type": "websocket.send", "text": frame.text.decode()})

    def close(self, code: int) -> None:
        self.queue.put_nowait({"type": "websocket.close", "code": int(code)})

    def abort(self) -> None:
        self.task.cancel()

    async def _drain(self, send: Send) -> None:
        with contextlib.suppress(OSError):
            while True:
                message = await self.queue.get()
                await send(message)
                if message["type"] == "websocket.close":
                    return


def raw_protocol(scope: dict[str, Any]) -> Any | None:
    """Return the server's protocol object when the socket below it may be written to."""
    protocol = scope.get("extensions", {}).get(EXTENSION)
    return protocol if isinstance(getattr(protocol, "transport", None), _tcp()) else None


def _tcp() -> type:
    """Return the class of plain TCP transports; one under TLS must not be written to."""
    from twisted.internet.tcp import Connection

    tcp: type = Connection
    return tcp
