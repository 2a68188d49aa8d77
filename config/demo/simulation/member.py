"""A member: checks in, reads, asks to speak, votes, changes his or her mind, loses the line."""

import asyncio

from config.demo.simulation.connection import State
from config.demo.simulation.player import Player

RESERVES = (
    "Đề nghị rà soát thêm nguồn lực thực hiện.",
    "Đề nghị quy định rõ thời gian chuyển tiếp.",
    "Đề nghị đánh giá kỹ tác động đến địa phương và doanh nghiệp nhỏ.",
    "Đồng ý về nguyên tắc, đề nghị chỉnh lý một số nội dung như đã góp ý bằng văn bản.",
    "Đề nghị giao Bộ Tư pháp rà soát để bảo đảm thống nhất với luật hiện hành.",
    "Cần bổ sung lộ trình thực hiện và trách nhiệm của từng bộ.",
    "Đề nghị cân nhắc khả năng cân đối ngân sách giai đoạn 2021 - 2025.",
    "Đề nghị lấy thêm ý kiến của Ủy ban nhân dân các tỉnh chịu tác động trực tiếp.",
    "Đề nghị quy định theo hướng phân cấp mạnh hơn cho địa phương.",
)
READS, SPEAKS, DROPS, CHANGES = 0.5, 0.12, 0.06, 0.1
NO, OTHER = 0.04, 0.12
DEBATED = {"discussion", "decision"}


class Member(Player):
    """Reacts as a minister would, a little faster or slower than the others."""

    def react(self) -> None:
        if self.own["s"] == "expected":
            self.once("check in", self._check_in())
        item, vote = self.state["agenda"]["current"], self.state["vote"]
        if item and self.sits:
            self.once(("item", item), self._attend(item))
        if vote and vote["state"] == "open" and self.part.votes:
            self.once(("vote", vote["id"]), self._vote(vote["id"]))
        for speech in self.state["speaking"]["queue"]:
            if speech["p"] == self.part.participant and speech["state"] == "speaking":
                self.once(("speech", speech["id"]), self._speak(speech["id"]))

    async def _check_in(self) -> None:
        await self.pause(1, 14)
        await self.do("attendance.check_in", site=self.part.site)

    async def _attend(self, item: int) -> None:
        """Read a paper of the item, perhaps ask to speak, perhaps lose the line."""
        await self.pause(1, 8)
        if self.chance.random() < READS:
            await self._read(item)
        if self.chance.random() < SPEAKS and self._is_debated(item):
            await self.do("speech.request")
        elif self.chance.random() < DROPS:
            await self._lose_the_line()

    async def _read(self, item: int) -> None:
        papers = self.script.papers.get(item)
        if papers:
            path = f"/papers/{self.chance.choice(papers)}/"
            status = await asyncio.to_thread(self.visitor.open, path)
            self.count[f"paper {status}"] += 1

    async def _vote(self, vote: int) -> None:
        await self.pause(1.5, 14)
        choice = self._choice()
        reason = "" if choice == "yes" else self.chance.choice(RESERVES)
        lost = self.chance.random() < DROPS
        if lost:
            asyncio.get_running_loop().call_later(0.01, self.connection.drop)
            self.count["dropped"] += 1
        if await self.do("ballot.cast", vote=vote, choice=choice, reason=reason):
            await self._reconsider(vote, choice)

    async def _reconsider(self, vote: int, choice: str) -> None:
        if choice == "yes" or self.chance.random() > CHANGES * 3:
            return
        await self.pause(3, 6)
        if self._still_open(vote):
            await self.do("ballot.cast", vote=vote, choice="yes")

    async def _speak(self, speech: int) -> None:
        await self.pause(12, 25)
        if any(one["id"] == speech for one in self.state["speaking"]["queue"]):
            await self.do("speech.end", id=speech)

    async def _lose_the_line(self) -> None:
        self.count["dropped"] += 1
        self.connection.drop()

    def _choice(self) -> str:
        drawn = self.chance.random()
        return "no" if drawn < NO else "other" if drawn < OTHER else "yes"

    def _is_debated(self, item: int) -> bool:
        lines: list[State] = self.state["agenda"]["items"]
        return any(line["id"] == item and line["kind"] in DEBATED for line in lines)

    def _still_open(self, vote: int) -> bool:
        shown = self.state["vote"]
        return bool(shown and shown["id"] == vote and shown["state"] == "open")
