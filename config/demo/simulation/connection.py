"""A person's live connection: comes back when dropped, repeats what was not answered."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from config.demo.simulation.entrance import Visitor

State = dict[str, Any]
STAY_AWAY = 4500
ANSWER_SECONDS = 8.0
MOST_TRIES = 12


class Refused(Exception):
    """The server said no to a command, with this code."""


class Connection:
    """One socket of one person; ``hear`` is called with every new state."""

    def __init__(self, visitor: Visitor, meeting: int, face: str, hear: Callable[[State], None]):
        self.visitor = visitor
        self.path = f"/ws/meetings/{meeting}/?face={face}"
        self.hear = hear
        self.you: State = {}
        self.over = False
        self.socket: ClientConnection | None = None
        self.linked = asyncio.Event()
        self.asked: dict[str, asyncio.Future[State]] = {}

    async def run(self) -> None:
        """Stay connected until it is over, or the server says to stay away."""
        failures = 0
        while not self.over and failures < MOST_TRIES:
            try:
                failures = 0 if await self._visit() else failures + 1
            except (OSError, InvalidHandshake, TimeoutError):
                failures += 1
            if not self.over:
                await asyncio.sleep(min(0.5 * 2**failures, 4))
        self.over = True

    async def do(self, name: str, **data: Any) -> State:
        """Do a deed once: the same id is sent again until the server has answered."""
        command_id = str(uuid4())
        self.asked[command_id] = asyncio.get_running_loop().create_future()
        try:
            return await self._insist(json.dumps({"id": command_id, "do": name, "with": data}))
        finally:
            del self.asked[command_id]

    async def _insist(self, text: str) -> State:
        answer = self.asked[json.loads(text)["id"]]
        while not self.over:
            await asyncio.wait_for(self.linked.wait(), 60)
            with suppress(ConnectionClosed):
                if self.socket:
                    await self.socket.send(text)
            with suppress(TimeoutError):
                return await asyncio.wait_for(asyncio.shield(answer), ANSWER_SECONDS)
        raise Refused("over")

    def drop(self) -> None:
        """Lose the line at once, without a word, as in a tunnel."""
        if self.socket:
            self.socket.transport.abort()

    def leave(self) -> None:
        self.over = True
        self.drop()

    async def _visit(self) -> bool:
        """Keep one socket until it ends; tell whether to come back."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.visitor.cookies().items())
        async with connect(
            self.visitor.address.socket + self.path,
            origin=self.visitor.address.base,  # type: ignore[arg-type] # a plain address
            additional_headers={"Cookie": cookies},
            proxy=None,
        ) as socket:
            self.socket = socket
            with suppress(ConnectionClosed):
                async for text in socket:
                    self._take(json.loads(text))
            self.linked.clear()
            self.over = self.over or (socket.close_code or 0) >= STAY_AWAY
        return True

    def _take(self, said: State) -> None:
        kind = said["t"]
        if kind in {"hello", "state"}:
            self.you = said.get("you", self.you)
            self.linked.set()
            self.hear(said["state"])
        elif kind in {"receipt", "refused"} and said["id"] in self.asked:
            self._answer(self.asked[said["id"]], said)

    def _answer(self, answer: "asyncio.Future[State]", said: State) -> None:
        if answer.done():
            return
        if said["t"] == "receipt":
            answer.set_result(said["result"])
        else:
            answer.set_exception(Refused(said["code"]))
