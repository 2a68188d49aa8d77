"""Everything live in one server process: its hubs, its threads, who is connected."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Collection
from functools import partial
from typing import Any

from django.conf import settings
from django.db import connections
from django.utils import timezone

from core.errors import Refusal
from realtime import bell, live
from realtime.admission import Doorkeeper
from realtime.commands import Call, registry, run_command
from realtime.errors import Failed
from realtime.hub import Hub, News
from realtime.link import Link, Visit, own_part
from realtime.logins import Logins, fingerprint
from realtime.models import Lease
from realtime.protocol import Close, Frame, frame, message, receipt, refused
from realtime.workers import Workers, turn
from realtime.writer import Outcome, Writer

log = logging.getLogger(__name__)

HEARTBEAT = 10.0
GUESTS, DEEDS = 3, 4


class House:
    """Lives on one loop; opened by the first visitor, closed when the server stops."""

    _standing: "House | None" = None

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.hubs: dict[str, Hub] = {}
        self.links: defaultdict[int, set[Link]] = defaultdict(set)
        self.knocking: set[Link] = set()
        self.news = Workers("news", 1)
        self.guests = Workers("guests", GUESTS)
        self.deeds = Workers("deeds", 1 if connections["default"].vendor == "sqlite" else DEEDS)
        self.writer = Writer(self._deliver)
        self.door = Doorkeeper(self, Logins(self.guests))
        self.stop_listening = bell.listen(self.hear, loop)
        jobs = (self._beat(), bell.hear_others(self.hear))
        self.tasks = {loop.create_task(job) for job in jobs}

    @classmethod
    def here(cls) -> "House":
        """Return the house of the running loop; build it for the first visitor."""
        loop = asyncio.get_running_loop()
        if cls._standing is None or cls._standing.loop is not loop:
            cls._standing = cls(loop)
        return cls._standing

    @classmethod
    def standing(cls) -> "House | None":
        return cls._standing

    def everyone(self) -> list[Link]:
        return [*self.knocking, *(link for links in self.links.values() for link in links)]

    def say_goodbye(self) -> None:
        """Ask every client to come back in a moment: the server restarts."""
        for link in self.everyone():
            link.close(Close.RESTART)

    def close(self) -> None:
        """End the threads and their connections; what was begun is finished first."""
        type(self)._standing = None
        self.stop_listening()
        for task in (*self.tasks, *self.door.asking.values()):
            task.cancel()
        self.writer.close()
        for workers in (self.deeds, self.news, self.guests):
            workers.close()
        live.here.clear()

    # --- the bell -----------------------------------------------------------------------------

    def hear(self, told: bell.Message) -> None:
        """Take a message of the bell from any thread."""
        self.loop.call_soon_threadsafe(self._heard, told)

    def _heard(self, told: bell.Message) -> None:
        match told:
            case {"type": "room.rang", "room": key} if key in self.hubs:
                self._rang(self.hubs[key], told)
            case {"type": "person.told", "person": pk}:
                self._tell_person(pk, told)
            case {"type": "session.ended" | "logins.changed"}:
                self._logins_changed(told)
            case {"type": "all.rang"}:
                for hub in self.hubs.values():
                    hub.rang()

    def _rang(self, hub: Hub, told: bell.Message) -> None:
        name, recheck = told.get("name"), bool(told.get("recheck"))
        names = None if name is None else (name,)
        hub.rang(names, told.get("number"))
        if recheck or live.rooms[hub.kind].touched_by(names):
            self.door.ask_again(hub, at_once=recheck)

    def _tell_person(self, pk: int, told: bell.Message) -> None:
        for link in self.links.get(pk, ()):
            link.say({"t": "mine", "name": told["name"], "data": told["data"]})

    def _logins_changed(self, told: bell.Message) -> None:
        if "session" in told:
            self._end_session(told["session"])
        else:
            task = self.loop.create_task(self.door.check_logins())
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    def _end_session(self, session: str) -> None:
        for link in self.everyone():
            if fingerprint(link.visit.session_key) == session:
                link.close(Close.LOGIN)

    # --- visitors -----------------------------------------------------------------------------

    def hub(self, visit: Visit) -> Hub:
        if visit.room_key not in self.hubs:
            self.hubs[visit.room_key] = Hub(self, visit.kind, visit.thing_id)
        return self.hubs[visit.room_key]

    def forget(self, link: Link) -> None:
        """Take leave of a client whose socket has closed."""
        self.knocking.discard(link)
        if link.is_in:
            link.is_in = False
            self.links[link.person.pk].discard(link)
            self.hub(link.visit).leave(link)

    # --- deeds --------------------------------------------------------------------------------

    def carry_out(self, link: Link, call: Call) -> None:
        """Do a command beside the loop; its answer comes back to the link."""
        if registry[call.name].is_batch:
            self.writer.put(link, call)
        else:
            self.deeds.submit(partial(self._do, link, call))

    def tell_you(self, link: Link, *, only_news: bool) -> None:
        """Send somebody the own part again: all of it, or only what events since have touched."""
        hub = self.hub(link.visit)
        names = hub.names_since(link.own_number) if only_news else None
        link.own_number = hub.number
        self.guests.submit(partial(self._tell_you, link, hub.number, names))

    def _do(self, link: Link, call: Call) -> None:
        with turn():
            outcome = outcome_of(call)
        self.loop.call_soon_threadsafe(link.answered, answer(link, call, outcome))

    def _tell_you(self, link: Link, number: int, names: Collection[str] | None) -> None:
        try:
            head = b'{"t":"you","number":%d,"you":' % number
            told = frame(b"".join((head, own_part(link, names), b"}")))
        except Exception:
            log.exception("The own part of somebody could not be built")
            told = message(**refused(None, Failed(), link.language))
        self.loop.call_soon_threadsafe(link.answered, told)

    def _deliver(self, outcomes: list[tuple[Any, Call, Outcome]]) -> None:
        """Send a batch's answers in one go; called by the writer's thread after the commit."""
        answers = [(link, answer(link, call, outcome)) for link, call, outcome in outcomes]
        self.loop.call_soon_threadsafe(_hand_out, answers)

    # --- news ---------------------------------------------------------------------------------

    def read_news(self, hub: Hub, job: partial[News]) -> None:
        self.news.submit(partial(self._read, hub, job))

    def _read(self, hub: Hub, job: partial[News]) -> None:
        found: News | None = None
        try:
            found = job()
        except Exception:
            log.exception("The state of %s could not be read", hub.key)
        self.loop.call_soon_threadsafe(hub.heard, found)

    def hub_is_ready(self, hub: Hub) -> None:
        self.door.open_for(hub)

    async def _beat(self) -> None:
        """Every few seconds make good what a lost ring would have told, and look who is here."""
        while True:
            await asyncio.sleep(getattr(settings, "HEARTBEAT", HEARTBEAT))
            try:
                await self._look_round()
            except Exception:
                log.exception("A heartbeat failed")

    async def _look_round(self) -> None:
        await self.door.check_logins()
        for hub in list(self.hubs.values()):
            if not hub.everyone() and not hub.is_reading:
                del self.hubs[hub.key]
                live.here.pop(hub.key, None)
                continue
            hub.rang()
            self.door.ask_again(hub, at_once=False)
            self.share_presence(hub.key)

    def share_presence(self, room_key: str) -> None:
        """Tell the other processes, if there are any, who is connected here."""
        if not bell.is_alone():
            self.guests.submit(partial(renew_lease, room_key))


def outcome_of(call: Call) -> Outcome:
    """Do a command and return what came of it, whatever that is."""
    try:
        return run_command(call.person, call.meeting_id, call.name, call.data, call.command_id)
    except Refusal as refusal:
        return refusal
    except Exception:
        log.exception("The command %s failed", call.name)
        return Failed()


def answer(link: Link, call: Call, outcome: Outcome) -> Frame:
    """Write the receipt or the refusal of a command."""
    if isinstance(outcome, Refusal):
        return message(**refused(call.command_id, outcome, link.language))
    return message(**receipt(call.command_id, outcome))


def renew_lease(room_key: str) -> None:
    """Write down who is connected here; ring, if that is news."""
    own = Lease.objects.filter(process=bell.PROCESS, room_key=room_key)
    people, moment = sorted(live.here.get(room_key, ())), timezone.now()
    if own.filter(people=people).update(seen_at=moment):
        return
    own.update_or_create(
        process=bell.PROCESS, room_key=room_key, defaults={"people": people, "seen_at": moment}
    )
    Lease.objects.filter(seen_at__lt=moment - 10 * live.LEASE).delete()
    bell.ring(room_key, live.JOINED)


def _hand_out(answers: list[tuple[Link, Frame]]) -> None:
    for link, told in answers:
        link.answered(told)
