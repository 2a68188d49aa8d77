"""One client's end of the live connection: what it asks, one command after the other."""

import copy
import time
from collections import deque
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import translation

from core.errors import Refusal
from realtime import live
from realtime.commands import Call, registry
from realtime.errors import BadFrame, TooFast, UnknownCommand
from realtime.live import Audience
from realtime.protocol import Ask, Close, Frame, dumps, message, ms, refused, understand
from realtime.wire import Wire

if TYPE_CHECKING:
    from people.models import Person
    from realtime.house import House

STRIKES = 3
RATE, BURST = 30.0, 120.0
WAITING = 64


@dataclass(frozen=True)
class Visit:
    """What a client asked for when it knocked."""

    kind: str
    thing_id: int
    face: str
    session_key: str
    language: str

    @property
    def room_key(self) -> str:
        return f"{self.kind}.{self.thing_id}"


@dataclass(eq=False)
class Link:
    """A socket that has been let in, or is about to be. Lives on the loop's thread."""

    house: "House"
    visit: Visit
    wire: Wire = field(init=False)
    person: "Person" = field(init=False)
    audience: Audience = "wall"
    is_in: bool = False
    let_in_at: float = 0.0
    closed: int | None = None
    strikes: int = 0
    behind_since: float | None = None
    own: dict[str, Any] = field(default_factory=dict)  # what ``you`` was told last
    own_number: int = -1
    waiting: deque[Ask] = field(default_factory=deque)
    busy: bool = False
    tokens: float = BURST
    counted_at: float = field(default_factory=time.monotonic)

    def hear(self, text: bytes | str, binary: bool = False) -> None:
        """Take one frame from the client."""
        if self.closed is not None:
            return
        if not self._has_token():
            self.refuse(None, TooFast())
            self.close(Close.RATE)
            return
        try:
            if binary:
                raise BadFrame
            ask = understand(text)
        except Refusal as refusal:
            self._strike(refusal)
            return
        self._take(ask)

    def say(self, fields: dict[str, Any]) -> None:
        self.wire.write(message(**fields))

    def refuse(self, ask: Ask | None, refusal: Refusal) -> None:
        self.say(refused(ask.id if ask else None, refusal, self.language))

    @property
    def language(self) -> str:
        """Return the language the page is in: chosen on this device, or the person's own."""
        person = getattr(self, "person", None)
        own: str = person.language if person else settings.LANGUAGE_CODE
        return self.visit.language or own

    def answered(self, frame: Frame) -> None:
        """Pass on the answer to the command in hand, and take the next."""
        self.busy = False
        if self.closed is None:
            self.wire.write(frame)
            self._next()

    def let_in(self) -> None:
        """Begin with what came while the door was being answered."""
        self.is_in, self.let_in_at = True, time.monotonic()
        self._next()

    def close(self, code: int) -> None:
        if self.closed is None:
            self.closed = code
            self.waiting.clear()
            self.wire.close(code)

    def _take(self, ask: Ask) -> None:
        if ask.do == "ping":
            self.say({"t": "pong", "id": str(ask.id), "now": ms()})
        elif ask.do != "you" and ask.do not in registry:
            self.refuse(ask, UnknownCommand(name=ask.do[:60]))
        elif len(self.waiting) >= WAITING:
            self.refuse(ask, TooFast())
        else:
            self.waiting.append(ask)
            self._next()

    def _next(self) -> None:
        """Start the next command, unless one is in hand: a person's deeds keep their order."""
        if self.busy or not self.is_in or not self.waiting:
            return
        self.busy = True
        ask = self.waiting.popleft()
        if ask.do == "you":
            self.house.tell_you(self, only_news="since" in ask.data)
            return
        # A copy, so that nothing remembered on the person outlives the command.
        person = copy.copy(self.person)
        self.house.carry_out(self, Call(person, self.visit.thing_id, ask.data, ask.id, ask.do))

    def _strike(self, refusal: Refusal) -> None:
        self.strikes += 1
        self.refuse(None, refusal)
        if self.strikes >= STRIKES:
            self.close(Close.BAD_FRAMES)

    def _has_token(self) -> bool:
        """Count the frame against the socket's allowance."""
        moment = time.monotonic()
        self.tokens = min(BURST, self.tokens + (moment - self.counted_at) * RATE)
        self.counted_at = moment
        self.tokens -= 1
        return self.tokens >= 0


def own_part(link: Link, names: Collection[str] | None = None) -> bytes:
    """Build what only this person sees, as far as events of these names touched it.

    Runs in a worker thread, one at a time for a link.
    """
    visit, person = link.visit, copy.copy(link.person)
    with translation.override(link.language):
        link.own = live.you_of(visit.kind, visit.thing_id, person, link.audience, link.own, names)
    return dumps(link.own)
