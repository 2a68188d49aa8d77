"""Our own launcher of Daphne: a long backlog, patient handshakes, direct writes, a clean end."""

import contextlib
import logging
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

# Daphne first: it installs the reactor the rest of Twisted uses.
from daphne.server import Server
from daphne.ws_protocol import WebSocketProtocol
from twisted.internet import reactor

from realtime.bodies import bounded
from realtime.house import House
from realtime.protocol import LARGEST
from realtime.wire import EXTENSION, Hear

log = logging.getLogger(__name__)

BACKLOG = 4096
HANDSHAKE = 30
# How long a page may hold the interpreter while the loop waits: ten times less than usual halves the
# time until 500 screens have a change while two people read pages, and costs the pages nothing.
SWITCH_INTERVAL = 0.0005
GOODBYE, PATIENCE = 0.05, 8.0


class LiveProtocol(WebSocketProtocol):
    """A websocket whose frames go to the application without a queue between."""

    hear: Hear | None = None

    def onMessage(self, payload: bytes, isBinary: bool) -> None:  # noqa: N802, N803 - Autobahn's
        if self.hear is None:
            super().onMessage(payload, isBinary)
        else:
            self.last_ping = time.time()
            self.hear(payload, isBinary)


class LiveServer(Server):
    """Serves one process until it is told to stop, then sees everybody out."""

    def __init__(
        self, application: Any, *, host: str, port: int, ready: Callable[[], None]
    ) -> None:
        address = host.replace(":", r"\:")
        super().__init__(
            application,
            endpoints=[f"tcp:port={port}:interface={address}:backlog={BACKLOG}"],
            signal_handlers=False,
            websocket_handshake_timeout=HANDSHAKE,
            websocket_connect_timeout=HANDSHAKE,
            websocket_max_message_size=LARGEST,
            websocket_max_frame_size=LARGEST,
            ready_callable=self._prepare,
            server_name="",
        )
        self.tell_ready = ready
        self.ports: list[Any] = []
        self.failed = False
        self.leaving_since = 0.0

    def create_application(self, protocol: Any, scope: dict[str, Any]) -> Any:
        if scope["type"] == "websocket":
            scope["extensions"] = {EXTENSION: protocol}
        return super().create_application(protocol, scope)

    def listen_success(self, port: Any) -> None:
        super().listen_success(port)
        self.ports.append(port)
        self.tell_ready()

    def listen_error(self, failure: Any) -> None:
        self.failed = True
        super().listen_error(failure)

    def drain(self) -> None:
        """Listen no more, ask every client to come back later, wait for them, stop."""
        if self.leaving_since:
            return
        self.leaving_since = time.monotonic()
        for port in self.ports:
            port.stopListening()
        try:
            if house := House.standing():
                house.say_goodbye()
        finally:
            self._wait_for_the_last()

    def kill_all_applications(self) -> Any:
        for protocol, details in list(self.connections.items()):
            if "application_instance" not in details:
                del self.connections[protocol]
        return super().kill_all_applications()

    def _prepare(self) -> None:
        """Set what Daphne has no option for, once its factories are there."""
        sys.setswitchinterval(SWITCH_INTERVAL)
        self.ws_factory.protocol = LiveProtocol
        self.http_factory.buildProtocol = bounded(self.http_factory.buildProtocol)
        self.ws_factory.setProtocolOptions(failByDrop=False, closeHandshakeTimeout=2)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._signalled)

    def _signalled(self, number: int, where: FrameType | None) -> None:
        reactor.callFromThread(self.drain)

    def _wait_for_the_last(self) -> None:
        open_still = [d for d in self.connections.values() if "disconnected" not in d]
        if open_still and time.monotonic() - self.leaving_since < PATIENCE:
            reactor.callLater(GOODBYE, self._wait_for_the_last)
            return
        if house := House.standing():
            house.close()
        with contextlib.suppress(RuntimeError):
            self.stop()
