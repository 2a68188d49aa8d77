"""Chair and secretary on their own: for a lone visitor who wants to sit among the members."""

import asyncio
from datetime import UTC, datetime
from typing import Any

from config.demo.simulation.connection import State
from config.demo.simulation.member import Member
from config.demo.simulation.player import Player

GATHERING, THINKING, VOTING = 60.0, 30.0, 75.0
MOST_SPEAKERS = 2


class Secretary(Player):
    """Confirms who has checked in."""

    face = "console"

    def react(self) -> None:
        waiting = [row["p"] for row in self.state["presence"]["people"] if row["s"] == "checked_in"]
        if waiting:
            self.once(("confirm", *sorted(waiting)), self._confirm())

    async def _confirm(self) -> None:
        await self.pause(1, 3)
        await self.do("attendance.confirm_all")


class Chair(Member):
    """Opens the session, goes through the agenda item by item, puts questions, adjourns."""

    face = "console"

    def react(self) -> None:
        super().react()
        self.once("preside", self._preside())

    async def _preside(self) -> None:
        await self._open_session()
        while not self.connection.over:
            await self.pause(2, 4)
            items: list[State] = self.state["agenda"]["items"]
            told = [item for item in items if item["published"]]
            waiting = [item for item in told if item["state"] in {"planned", "open"}]
            if not waiting:
                await self.do("meeting.move", to="adjourned")
                return
            await self._go_on(waiting)

    async def _open_session(self) -> None:
        """Wait for the members, not for ever, then open or resume."""
        if self.sits:
            return
        await self._until(self._all_here, GATHERING)
        await self._until(lambda: bool(self.state["presence"]["has_quorum"]), 600)
        await self.pause(2, 4)
        await self.do("meeting.move", to="in_session")

    async def _go_on(self, waiting: list[State]) -> None:
        if all(item["state"] == "planned" for item in waiting) and await self._adopt_block():
            return
        await self._take(next((i for i in waiting if i["state"] == "open"), waiting[0]))

    async def _adopt_block(self) -> bool:
        """Make the last call on what nobody opposes, wait until it is over, adopt the rest."""
        lines: list[State] = self.state["adoption"]["items"]
        block = [line["id"] for line in lines if line["entered"] and line["adoptable"]]
        if not block:
            return False
        await self.pause(5, 7)
        if not await self.do("adoption.call", items=block):
            return False
        await self._until(lambda: bool(self.state["adoption"]["call"]), 10)
        while self._call_runs():
            await asyncio.sleep(0.5)
        return await self.do("agenda.adopt")

    def _call_runs(self) -> bool:
        """Tell whether the last call still runs: it keeps the server's time, not the play's pace."""
        call = self.state["adoption"]["call"]
        if not call or self.connection.over:
            return False
        return datetime.now(UTC) <= datetime.fromisoformat(call["ends_at"])

    async def _take(self, item: State) -> None:
        """Deal with one item from its opening to its conclusion."""
        if item["state"] == "planned":
            await self.do("item.open", item=item["id"])
        await self.pause(10, 14)
        if item["kind"] in {"discussion", "decision"}:
            await self._hear_speakers()
        if item["kind"] == "decision":
            await self._put_question(item)
        await self.do("item.close", item=item["id"], conclusion=self._conclusion(item))

    def _conclusion(self, item: State) -> str:
        vote = self.state["vote"]
        result: State = (vote["result"] if vote and vote["item"] == item["id"] else None) or {}
        is_lost = not result.get("adopted", True)
        words = self.script.returns if is_lost else self.script.conclusions
        return words.get(item["id"], "")

    async def _hear_speakers(self) -> None:
        for _turn in range(MOST_SPEAKERS):
            queue: list[State] = self.state["speaking"]["queue"]
            waiting = [speech for speech in queue if speech["state"] == "waiting"]
            if not waiting:
                return
            called = waiting[0]["id"]
            await self.do("speech.call", id=called)
            await self._until(lambda: self._is_silent(called), THINKING)  # noqa: B023 - awaited here

    async def _put_question(self, item: State) -> None:
        await self.pause(2, 4)
        question = self.script.questions[item["id"]]
        if not await self.do("vote.open", item=item["id"], question=question):
            return
        await self._until(self._all_voted, VOTING)
        await self.pause(2, 4)
        vote = self.state["vote"]
        if vote and vote["state"] == "open":
            await self.do("vote.close", vote=vote["id"])
        await self.pause(5, 7)

    async def _until(self, holds: Any, longest: float) -> None:
        """Wait until something holds, at most so many seconds at an even pace."""
        for _tick in range(int(longest / self.pace * 4)):
            if self.connection.over or holds():
                return
            await asyncio.sleep(0.25)

    def _is_debated(self, item: int) -> bool:
        """The chair gives the floor and does not ask for it."""
        return False

    def _all_here(self) -> bool:
        rows = [row for row in self.state["presence"]["people"] if row["vote"]]
        return all(row["s"] in {"present", "excused"} for row in rows)

    def _all_voted(self) -> bool:
        vote = self.state["vote"]
        here = [row["p"] for row in self.state["presence"]["people"] if row["s"] == "present"]
        voters = {row["p"] for row in self.state["presence"]["people"] if row["vote"]} & set(here)
        return bool(vote) and (vote["state"] != "open" or voters <= set(vote["voted"]))

    def _is_silent(self, speech: int) -> bool:
        return not any(one["id"] == speech for one in self.state["speaking"]["queue"])
