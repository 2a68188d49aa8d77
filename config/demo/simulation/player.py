"""What every player shares: a connection, a pace, and things done once."""

import asyncio
from collections import Counter
from collections.abc import Coroutine, Hashable
from random import Random
from typing import Any

from config.demo.simulation.connection import Connection, Refused, State
from config.demo.simulation.entrance import Address, Visitor
from config.demo.simulation.script import Part, Script

OVER = {"adjourned", "sealed", "cancelled"}


class Player:
    """A person who reacts to what the live page shows."""

    face = "member"

    def __init__(self, script: Script, part: Part, address: Address, *, pace: float) -> None:
        self.script, self.part, self.pace = script, part, pace
        self.visitor = Visitor(address)
        self.connection = Connection(self.visitor, script.meeting, self.face, self.hear)
        self.chance = Random()  # noqa: S311 - behaviour, nothing secret
        self.state: State = {}
        self.count: Counter[str] = Counter()
        self.done: set[Hashable] = set()
        self.tasks: set[asyncio.Task[None]] = set()

    async def play(self) -> None:
        """Follow the session, leave when it is over."""
        await self.connection.run()
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    def hear(self, state: State) -> None:
        self.state = state
        if state["meeting"]["state"] in OVER:
            self.connection.leave()
        else:
            self.react()

    def react(self) -> None:
        """Do what the new state asks for."""

    def once(self, key: Hashable, deed: Coroutine[Any, Any, None]) -> None:
        """Begin a deed unless it was begun before."""
        if key in self.done:
            deed.close()
            return
        self.done.add(key)
        task = asyncio.create_task(deed)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def pause(self, least: float, most: float) -> None:
        await asyncio.sleep(self.chance.uniform(least, most) / self.pace)

    async def do(self, name: str, **data: Any) -> bool:
        """Do a deed; count it, or the refusal."""
        try:
            await self.connection.do(name, **data)
        except (Refused, TimeoutError) as refusal:
            self.count[f"refused {name}: {refusal}"] += 1
            return False
        self.count[name] += 1
        return True

    @property
    def sits(self) -> bool:
        return bool(self.state["meeting"]["state"] == "in_session")

    @property
    def own(self) -> State:
        """Return the player's own row on the roll."""
        people = self.state["presence"]["people"]
        found = (row for row in people if row["p"] == self.part.participant)
        return next(found, {"s": "", "on": False})
