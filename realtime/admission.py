"""Who comes in, as which audience, and who has to go. Asked at the door and again ever after."""

import asyncio
import logging
import time
from collections import defaultdict
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model

from core.errors import Refusal
from realtime import live
from realtime.link import Link, own_part
from realtime.live import Audience
from realtime.logins import Logins, people_of
from realtime.protocol import Close

if TYPE_CHECKING:
    from people.models import Person
    from realtime.house import House
    from realtime.hub import Hub

log = logging.getLogger(__name__)

LINKS_A_PERSON: dict[Audience, int] = {"guest": 8, "wall": 64, "member": 8, "console": 8}
GAP, SHARE, PORTION = 1.0, 20.0, 25


class Doorkeeper:
    """Looks after admission to the hubs of one process."""

    def __init__(self, house: "House", logins: Logins) -> None:
        self.house, self.logins = house, logins
        self.queue: defaultdict[tuple[str, Audience], list[asyncio.Future[None]]] = defaultdict(
            list
        )
        self.asked_at: dict[str, float] = {}
        self.gap: dict[str, float] = {}
        self.asking: dict[str, asyncio.Task[None]] = {}

    # --- coming in ----------------------------------------------------------------------------

    async def welcome(self, link: Link) -> None:
        """Let a client in, or close its socket with the reason."""
        try:
            await self._welcome(link)
        except Refusal:
            link.close(Close.DENIED)
        except Exception:
            log.exception("Somebody could not be let in")
            link.close(Close.RESTART)

    async def _welcome(self, link: Link) -> None:
        person = await self.logins.find(link.visit.session_key)
        if person is None:
            link.close(Close.LOGIN)
            return
        visit, guests = link.visit, self.house.guests
        link.person = person
        link.audience = await guests.call(
            live.admitted, visit.kind, visit.thing_id, person, visit.face
        )
        hub = self.house.hub(visit)
        await self._state_for(hub, link.audience)
        self._seat(link, hub, await self._own_part(link, hub))

    async def _own_part(self, link: Link, hub: "Hub") -> bytes:
        """Build the own part; again, if it grew old meanwhile."""
        while True:
            number = link.own_number = hub.number
            part = await self.house.guests.call(own_part, link)
            if hub.personal <= number:
                return part

    async def _state_for(self, hub: "Hub", audience: Audience) -> None:
        """Wait until the hub has a state for this audience."""
        if hub.need(audience):
            future = self.house.loop.create_future()
            self.queue[hub.key, audience].append(future)
            await future

    def open_for(self, hub: "Hub") -> None:
        """Let those go on who waited for a state that is now there."""
        for audience, view in hub.views.items():
            if view.body:
                for future in self.queue.pop((hub.key, audience), ()):
                    if not future.done():
                        future.set_result(None)

    def _seat(self, link: Link, hub: "Hub", part: bytes) -> None:
        if link.closed is not None:
            return
        mine = self.house.links[link.person.pk]
        same = [one for one in mine if _is_alike(one, link)]
        if len(same) >= LINKS_A_PERSON[link.audience]:
            min(same, key=lambda one: one.let_in_at).close(Close.TOO_MANY)
        self.house.knocking.discard(link)
        mine.add(link)
        hub.join(link, part)
        link.let_in()

    # --- being asked again --------------------------------------------------------------------

    async def check_logins(self) -> None:
        """Close the sockets whose sessions have ended; refresh the persons of the others."""
        links = [link for link in self.house.everyone() if link.is_in]
        persons = await self.house.guests.call(
            people_of, {link.visit.session_key for link in links}
        )
        for link in links:
            if person := persons.get(link.visit.session_key):
                link.person = person
            else:
                link.close(Close.LOGIN)

    def ask_again(self, hub: "Hub", *, at_once: bool) -> None:
        """Ask soon whether everyone may still listen; large rooms take their time."""
        task = self.asking.get(hub.key)
        if task is not None and not task.done():
            if not at_once:
                return
            task.cancel()
        due = self.asked_at.get(hub.key, 0.0) + self.gap.get(hub.key, 0.0)
        wait = 0.0 if at_once else max(0.0, due - time.monotonic())
        self.asking[hub.key] = self.house.loop.create_task(self._ask_again(hub, wait))

    async def _ask_again(self, hub: "Hub", wait: float) -> None:
        await asyncio.sleep(wait)
        begin = self.asked_at[hub.key] = time.monotonic()
        links = hub.everyone()
        try:
            for start in range(0, len(links), PORTION):
                await self._ask_some(hub, links[start : start + PORTION])
        except Exception:
            log.exception("Admission to %s could not be asked", hub.key)
        self.gap[hub.key] = max(GAP, SHARE * (time.monotonic() - begin))

    async def _ask_some(self, hub: "Hub", links: list[Link]) -> None:
        asked = {(link.person.pk, link.visit.face) for link in links}
        found = await self.house.guests.call(audiences_of, hub.kind, hub.thing_id, asked)
        for link in links:
            audience = found[link.person.pk, link.visit.face]
            if audience is None:
                link.close(Close.DENIED)
            elif audience != link.audience:
                link.close(Close.CHANGED)


def audiences_of(
    kind: str, thing_id: int, asked: set[tuple[int, str]]
) -> dict[tuple[int, str], Audience | None]:
    """Ask for each person and face, with persons read anew: as which audience, if at all?"""
    persons = get_user_model().objects.in_bulk({pk for pk, _face in asked})
    return {(pk, face): _audience(kind, thing_id, persons.get(pk), face) for pk, face in asked}


def _audience(kind: str, thing_id: int, person: "Person | None", face: str) -> Audience | None:
    try:
        return live.admitted(kind, thing_id, person, face) if person else None
    except Refusal:
        return None


def _is_alike(one: Link, other: Link) -> bool:
    return one.visit.room_key == other.visit.room_key and one.audience == other.audience
