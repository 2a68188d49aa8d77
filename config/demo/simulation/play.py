"""All players together, until the session is over, time is up, or somebody says stop."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from config.demo.simulation.entrance import Address, NotLetIn
from config.demo.simulation.member import Member
from config.demo.simulation.officers import Chair, Secretary
from config.demo.simulation.player import Player
from config.demo.simulation.script import Part, Script

AT_THE_DOOR = 6
"""So many sign in at a time; a server has other visitors too."""


@dataclass(frozen=True)
class Wishes:
    """How the simulation is to be played."""

    address: Address
    password: str
    pace: float = 1.0
    members: int | None = None
    without: frozenset[str] = frozenset()
    drive: bool = False
    seconds: float = 3600.0


class Play:
    """The players of one session."""

    def __init__(self, script: Script, wishes: Wishes) -> None:
        self.script, self.wishes = script, wishes
        self.players = list(self._cast())
        self.door = asyncio.Semaphore(AT_THE_DOOR)

    async def run(self, tell: Callable[["Play"], None], *, every: float = 2.0) -> None:
        """Play; ``tell`` is called now and then, and at the end."""
        playing = [asyncio.create_task(self._enter(player)) for player in self.players]
        clock = asyncio.create_task(self._report(tell, every))
        try:
            await asyncio.wait(playing, timeout=self.wishes.seconds)
        finally:
            for player in self.players:
                player.connection.leave()
            for task in (clock, *playing):
                task.cancel()
            await asyncio.gather(clock, *playing, return_exceptions=True)
            tell(self)

    @property
    def count(self) -> Counter[str]:
        """Return what all players have done, counted."""
        return sum((player.count for player in self.players), Counter())

    @property
    def linked(self) -> int:
        return sum(player.connection.linked.is_set() for player in self.players)

    def _cast(self) -> Iterable[Player]:
        members = [part for part in self.script.parts if self._is_member(part)]
        for part in members[: self.wishes.members]:
            yield self._player(Member, part)
        if self.wishes.drive:
            yield from self._officers()

    def _officers(self) -> Iterable[Player]:
        """Play chair and secretary, unless a visitor does."""
        for kind, name in ((Chair, self.script.chair), (Secretary, self.script.secretary)):
            if name not in self.wishes.without:
                yield self._player(kind, self._part(name))

    def _is_member(self, part: Part) -> bool:
        officers = {self.script.chair, self.script.secretary}
        return part.username not in officers | self.wishes.without

    def _part(self, username: str) -> Part:
        return next(part for part in self.script.parts if part.username == username)

    def _player(self, kind: type[Player], part: Part) -> Player:
        return kind(self.script, part, self.wishes.address, pace=self.wishes.pace)

    async def _enter(self, player: Player) -> None:
        async with self.door:
            try:
                await asyncio.to_thread(
                    player.visitor.sign_in, player.part.username, self.wishes.password
                )
            except (NotLetIn, OSError) as problem:
                player.count[f"not let in: {problem}"] += 1
                return
        await player.play()

    async def _report(self, tell: Callable[["Play"], None], every: float) -> None:
        while True:
            await asyncio.sleep(every)
            tell(self)
