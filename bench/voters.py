"""Many voters in one process: all cast at once; each notes when its own receipt came."""

import json
import select
import time
import uuid
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from bench.crowd import PATIENCE, Client, Seat
from bench.processes import CLIENT_CORE, pin

TOGETHER = 10
SLEEP = 10.0  # seconds after which a server asks whether a silent client is still there
PING = json.dumps({"id": str(uuid.uuid4()), "do": "ping"})
Burst = tuple[float, list[float]]  # seconds until all were acknowledged; each voter's own


class Voters:
    """One socket a voter, at one server."""

    def __init__(self, seats: Sequence[Seat]) -> None:
        self.clients: dict[int, Client] = {}
        self.poll = select.epoll()
        self.woken_at = time.monotonic()
        for start in range(0, len(seats), TOGETHER):
            for client in [Client(seat) for seat in seats[start : start + TOGETHER]]:
                client.shake()
                client.frame()
                client.socket.setblocking(False)
                self.clients[client.socket.fileno()] = client
                self.poll.register(client.socket.fileno(), select.EPOLLIN)
            self.read_on()

    def read_on(self) -> None:
        """Take what is there, so that nobody falls behind or asleep while others still come."""
        if time.monotonic() > self.woken_at + SLEEP:
            self.woken_at = time.monotonic()
            for client in self.clients.values():
                client.send(PING)
        for number, _ in self.poll.poll(0):
            self._heard(number)

    def quiet(self, seconds: float) -> None:
        self.read_on()
        while events := self.poll.poll(seconds):
            for number, _ in events:
                self._heard(number)

    def cast(self, vote: int, choice: str) -> Burst:
        """Let everybody cast, and wait for every receipt."""
        tickets = {number: str(uuid.uuid4()) for number in self.clients}
        words = {number: _ballot(ticket, vote, choice) for number, ticket in tickets.items()}
        sent, waits = {}, []
        begin = time.perf_counter()
        for number, client in self.clients.items():
            sent[number] = time.perf_counter()
            client.send(words[number])
        while tickets:
            if time.perf_counter() - begin > PATIENCE:
                raise RuntimeError(f"{len(tickets)} ballots were not acknowledged")
            for number in self._settled(tickets):
                waits.append(time.perf_counter() - sent[number])
                del tickets[number]
        return time.perf_counter() - begin, waits

    def _settled(self, tickets: dict[int, str]) -> list[int]:
        """Read what has come, and tell whose receipt was among it."""
        heard = {number: self._heard(number) for number, _ in self.poll.poll(1)}
        return [
            number
            for number, frames in heard.items()
            if any(_settles(told, tickets.get(number)) for told in frames)
        ]

    def _heard(self, number: int) -> list[bytes]:
        client = self.clients[number]
        client._more()
        told = []
        while (frame := client.whole()) is not None:
            told.append(frame)
        return told


class VotersProcess:
    """The voters, on a core of their own."""

    def __init__(self) -> None:
        context = get_context("spawn")
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


def _ballot(ticket: str, vote: int, choice: str) -> str:
    return json.dumps({"id": ticket, "do": "ballot.cast", "with": {"vote": vote, "choice": choice}})


def _settles(told: bytes, ticket: str | None) -> bool:
    """Tell whether a frame is the receipt that is waited for; a refusal ends the measuring."""
    if told.startswith(b'{"t":"refused"'):
        raise RuntimeError(told.decode())
    return ticket is not None and told[:90].find(ticket.encode()) > 0


def _live(pipe: Connection) -> None:
    pin(CLIENT_CORE)
    rooms: dict[str, Voters] = {}
    while (question := pipe.recv()) is not None:
        do, name, *given = question
        try:
            if do == "gather":
                rooms[name] = Voters(*given)
                pipe.send(None)
            else:
                rooms[name].quiet(0.25)
                pipe.send(rooms[name].cast(*given))
        except Exception as problem:
            pipe.send(RuntimeError(repr(problem)))
