"""One hub a room and process: reads what is new once, encodes it once an audience, writes it out.

The first change goes out at once; in a burst the latest state wins, at most twenty times a second.
A socket that cannot take a frame is skipped and gets the newest one when it can.
"""

import time
from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from realtime import live
from realtime.journal import last_number, read
from realtime.link import Link
from realtime.live import AUDIENCES, JOINED, JSON, Audience
from realtime.protocol import Close, dumps, news
from realtime.protocol import hello as hello_frame

if TYPE_CHECKING:
    from realtime.house import House

PAUSE = 0.05
GATHER = 0.25  # arrivals and departures are told together
RETRY = 0.05
PATIENCE = 30.0  # seconds a socket may stay behind
EVERYTHING = None
NEVER_READ = -1
REMEMBERED = 200


@dataclass
class View:
    """What an audience was told last."""

    sections: dict[str, JSON] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class News:
    """What one reading found."""

    number: int
    entries: list[tuple[int, str]]
    personal: bool
    views: dict[Audience, View]


class Hub:
    """The room as this process shows it. Lives on the loop's thread; reads beside it."""

    def __init__(self, house: "House", kind: str, thing_id: int) -> None:
        self.house, self.kind, self.thing_id = house, kind, thing_id
        self.key = f"{kind}.{thing_id}"
        self.links: dict[Audience, set[Link]] = {audience: set() for audience in AUDIENCES}
        self.views: dict[Audience, View] = {}
        self.behind: set[Link] = set()
        self.number = self.personal = NEVER_READ
        self.wanted: set[str] | None = set()  # events the bell told of; None: anything
        self.recent: deque[tuple[int, str]] = deque(maxlen=REMEMBERED)
        self.told: dict[int, str] = {}  # journal entries the bell told of
        self.has_news = self.is_reading = self.is_due = False
        self.told_at = 0.0
        self.pause = PAUSE

    # --- who is here --------------------------------------------------------------------------

    def everyone(self) -> list[Link]:
        return [link for links in self.links.values() for link in links]

    def join(self, link: Link, personal: bytes) -> None:
        """Greet a client with the newest state; all later ones follow."""
        self.links[link.audience].add(link)
        link.wire.write(hello_frame(self.number, personal, self.views[link.audience].body))
        self._count()

    def leave(self, link: Link) -> None:
        self.links[link.audience].discard(link)
        self.behind.discard(link)
        self._count()

    def _count(self) -> None:
        """Write down who is connected, and tell of it a moment later if that changed."""
        present = frozenset(link.person.pk for link in self.everyone())
        if live.here.get(self.key, frozenset()) != present:
            live.here[self.key] = present
            self.house.loop.call_later(GATHER, self._tell_who_is_here)

    def _tell_who_is_here(self) -> None:
        self.rang({JOINED})
        self.house.share_presence(self.key)

    def names_since(self, number: int) -> set[str] | None:
        """Return the names of the entries after a number; None when that is too long ago."""
        oldest = self.recent[0][0] if self.recent else self.number + 1
        if number < oldest - 1:
            return None
        return {name for one, name in self.recent if one > number}

    # --- news ---------------------------------------------------------------------------------

    def rang(self, names: Collection[str] | None = EVERYTHING, number: int | None = None) -> None:
        """Hear the bell: read at once, or as soon as the pause after the last news is over."""
        self.has_news = True
        if number is not None and names:
            self.told[number] = next(iter(names))
        self.wanted = None if names is None or self.wanted is None else self.wanted | set(names)
        if self.is_reading or self.is_due:
            return
        self.is_due = True
        wait = self.told_at + self.pause - self.house.loop.time()
        if wait > 0:
            self.house.loop.call_later(wait, self._read)
        else:
            self._read()

    def need(self, audience: Audience) -> bool:
        """Tell whether the state for this audience still has to be read; begin to if so."""
        if self.views.setdefault(audience, View()).body:
            return False
        self.rang()
        return True

    def _read(self) -> None:
        self.is_due, self.has_news, self.is_reading = False, False, True
        wanted, self.wanted = self.wanted, set()
        told, self.told = self.told, {}
        job = partial(look, self.kind, self.thing_id, dict(self.views), self.number, wanted, told)
        self.house.read_news(self, job)

    def heard(self, found: News | None) -> None:
        """Tell everybody what a reading found; None when it failed, the heartbeat reads again."""
        self.is_reading = False
        if found is not None:
            self._publish(found)
        if self.has_news:
            self.rang(())

    def _publish(self, found: News) -> None:
        begin = self.told_at = self.house.loop.time()
        self.recent.extend(found.entries)
        moved = found.personal and found.number > self.number
        self.number = found.number
        self.personal = found.number if moved else self.personal
        for audience, view in found.views.items():
            if moved or view.body != self.views[audience].body:  # else there is nothing to tell
                self.views[audience] = view
                self._tell(audience)
        self.pause = max(PAUSE, 5 * (self.house.loop.time() - begin))
        self.house.hub_is_ready(self)

    def _tell(self, audience: Audience) -> None:
        """Write one finished frame to every socket of an audience."""
        told = news(self.number, self.personal, self.views[audience].body)
        late = [link for link in self.links[audience] if not link.wire.offer(told)]
        if late:
            self._wait_for(late)

    # --- the slow -----------------------------------------------------------------------------

    def _wait_for(self, late: list[Link]) -> None:
        if not self.behind:
            self.house.loop.call_later(RETRY, self._catch_up)
        for link in late:
            link.behind_since = link.behind_since or time.monotonic()
        self.behind.update(late)

    def _catch_up(self) -> None:
        """Bring those who fell behind to the newest state; give up on the stuck."""
        late, self.behind = self.behind, set()
        still = [link for link in late if not self._catches_up(link)]
        if still:
            self._wait_for(still)

    def _catches_up(self, link: Link) -> bool:
        told = news(self.number, self.personal, self.views[link.audience].body)
        if link.wire.offer(told):
            link.behind_since = None
            return True
        if time.monotonic() - (link.behind_since or 0) < PATIENCE:
            return False
        link.close(Close.SLOW)
        link.wire.abort()
        return True


def look(
    kind: str,
    thing_id: int,
    before: Mapping[Audience, View],
    number: int,
    wanted: set[str] | None,
    told: Mapping[int, str],
) -> News:
    """Read what is new in a room, in a worker thread, once for every audience that is watched."""
    key = f"{kind}.{thing_id}"
    if number == NEVER_READ:
        number, wanted = last_number(key), EVERYTHING
    entries = _entries(key, number, told)
    newest = entries[-1][0] if entries else number
    names = None if wanted is None else wanted | {name for _, name in entries}
    views = {
        audience: _view(kind, thing_id, audience, old, names) for audience, old in before.items()
    }
    return News(newest, entries, bool(entries) and live.touches_persons(kind, names), views)


def _entries(key: str, number: int, told: Mapping[int, str]) -> list[tuple[int, str]]:
    """Return number and name of the new entries; ask the database unless the bell told all."""
    known = {n: name for n, name in told.items() if n > number}
    if known and list(range(number + 1, number + 1 + len(known))) == sorted(known):
        return sorted(known.items())
    return list(read(key, number).values_list("number", "name"))


def _view(kind: str, thing_id: int, audience: Audience, old: View, names: set[str] | None) -> View:
    sections = live.state_of(kind, thing_id, audience, old.sections, names)
    return View(sections, dumps(sections))
