"""Many websocket clients in one process: bare sockets and epoll, so that the server is measured."""

import base64
import multiprocessing
import os
import select
import socket
import struct
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from bench.processes import CLIENT_CORE, pin

PATIENCE = 20.0


@dataclass(frozen=True)
class Seat:
    """Where one client connects, and as whom."""

    port: int
    path: str
    session: str = ""


class Client:
    """One raw websocket connection."""

    def __init__(self, seat: Seat) -> None:
        self.socket = socket.create_connection(("127.0.0.1", seat.port), timeout=PATIENCE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        host = f"127.0.0.1:{seat.port}"
        key = base64.b64encode(os.urandom(16)).decode()
        lines = [f"GET {seat.path} HTTP/1.1", f"Host: {host}", f"Origin: http://{host}"]
        lines += ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"]
        lines += [f"Sec-WebSocket-Key: {key}", f"Cookie: sessionid={seat.session}", "", ""]
        self.socket.sendall("\r\n".join(lines).encode())
        self.buffer = b""

    def shake(self) -> None:
        """Read the answer to the handshake."""
        while b"\r\n\r\n" not in self.buffer:
            self._more()
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise RuntimeError(head.decode(errors="replace"))

    def frame(self) -> bytes:
        """Return the payload of the next frame, waiting for it."""
        while (found := self.whole()) is None:
            self._more()
        return found

    def whole(self) -> bytes | None:
        """Take one whole frame from what has arrived, if there is one."""
        data = self.buffer
        if len(data) < 2:
            return None
        size, start = data[1], 2
        if size == 126:
            size, start = (
                (struct.unpack_from("!H", data, 2)[0], 4) if len(data) > 3 else (1 << 62, 4)
            )
        elif size == 127:
            size, start = (
                (struct.unpack_from("!Q", data, 2)[0], 10) if len(data) > 9 else (1 << 62, 10)
            )
        if len(data) < start + size:
            return None
        self.buffer = data[start + size :]
        return data[start : start + size]

    def send(self, text: str) -> None:
        """Send one masked text frame."""
        payload = text.encode()
        mask = b"\x00\x00\x00\x00"
        size = len(payload)
        head = (
            struct.pack("!BB", 0x81, 0x80 | size)
            if size < 126
            else struct.pack("!BBH", 0x81, 0xFE, size)
        )
        self.socket.sendall(head + mask + payload)

    def _more(self) -> None:
        data = self.socket.recv(1 << 18)
        if not data:
            raise RuntimeError("The server closed a connection")
        self.buffer += data


class Crowd:
    """Clients that wait for the same news."""

    def __init__(self, seats: Sequence[Seat]) -> None:
        self.clients: dict[int, Client] = {}
        self.poll = select.epoll()
        for start in range(0, len(seats), 50):
            some = [Client(seat) for seat in seats[start : start + 50]]
            for client in some:
                client.shake()
                client.frame()
                client.socket.setblocking(False)
                self.clients[client.socket.fileno()] = client
                self.poll.register(client.socket.fileno(), select.EPOLLIN)

    def quiet(self, seconds: float) -> None:
        """Swallow whatever comes until nothing has come for a while."""
        while events := self.poll.poll(seconds):
            for number, _ in events:
                client = self.clients[number]
                client._more()
                while client.whole() is not None:
                    pass

    def until_all_heard(self) -> None:
        """Wait until every client has had one whole frame of news."""
        waiting = set(self.clients)
        until = time.monotonic() + PATIENCE
        while waiting:
            if time.monotonic() > until:
                raise RuntimeError(f"{len(waiting)} clients heard nothing")
            for number, _ in self.poll.poll(1):
                client = self.clients[number]
                client._more()
                if client.whole() is not None:
                    waiting.discard(number)


class CrowdProcess:
    """A process with crowds at several servers and one client each that pulls the trigger."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_live, args=(theirs,), daemon=True)
        self.process.start()

    def ask(self, *question: Any) -> Any:
        self.pipe.send(question)
        answer = self.pipe.recv()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        self.pipe.send(None)
        self.process.join(timeout=10)


def _live(pipe: Connection) -> None:
    pin(CLIENT_CORE)
    crowds: dict[str, tuple[Crowd, Client]] = {}
    while (question := pipe.recv()) is not None:
        try:
            pipe.send(_answer(crowds, *question))
        except Exception as problem:
            import traceback

            traceback.print_exc()
            pipe.send(RuntimeError(repr(problem)))


def _answer(crowds: dict[str, tuple[Crowd, Client]], do: str, name: str, *given: Any) -> Any:
    if do == "gather":
        seats, trigger = given
        crowd = Crowd(seats)
        client = Client(trigger)
        client.shake()
        crowds[name] = crowd, client
        return None
    crowd, client = crowds[name]
    if do == "payload":
        return _one_payload(crowd, client, *given)
    return _one_round(crowd, client, *given)


def _one_round(crowd: Crowd, client: Client, word: str, pause: float) -> float:
    """Pull the trigger once everything is quiet; return the ms until the last has heard."""
    crowd.quiet(pause)
    _swallow(client)
    begin = time.perf_counter()
    client.send(word)
    crowd.until_all_heard()
    return (time.perf_counter() - begin) * 1000


def _one_payload(crowd: Crowd, client: Client, word: str) -> bytes:
    """Return what one client hears when the trigger is pulled."""
    crowd.quiet(0.5)
    client.send(word)
    _number, listener = next(iter(crowd.clients.items()))
    listener.socket.setblocking(True)
    heard = listener.frame()
    listener.socket.setblocking(False)
    return heard


def _swallow(client: Client) -> None:
    """Forget the answers to earlier triggers."""
    client.socket.setblocking(False)
    try:
        while client.socket.recv(1 << 18):
            pass
    except BlockingIOError:
        pass
    finally:
        client.socket.setblocking(True)
        client.buffer = b""
