"""What a room shows: sections built once per audience, personal parts, and who may listen.

Apps register in ``ready()`` by importing their ``live.py``::

    open_rooms("meeting", admit, on=("participant.", "meeting."))

    @section("vote", on=("vote.", "ballot."))
    def running_vote(meeting_id: int, audience: Audience) -> JSON: ...

    @personal("ballot", on=("vote.", "ballot."))
    def own_ballot(meeting_id: int, person: Person) -> JSON: ...

``on`` names the beginnings of the events after which the part may differ; without it the part is
built again after every event. Connections are told of as ``room.joined``. Builders run in a
worker thread and read the database; what they return must be ready for JSON.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from django.db import transaction
from django.utils import timezone

from core.errors import NotSeen
from realtime import bell
from realtime.models import Lease

if TYPE_CHECKING:
    from people.models import Person

Audience = Literal["guest", "wall", "member", "console"]
AUDIENCES: tuple[Audience, ...] = ("guest", "wall", "member", "console")  # from least to most
JSON = Any
JOINED = "room.joined"
LEASE = timedelta(seconds=30)

Admit = Callable[[int, "Person"], Audience | None]
Build = TypeVar("Build", bound=Callable[..., JSON])


@dataclass(frozen=True)
class Part:
    """A registered builder and the events after which it is asked again."""

    build: Callable[..., JSON]
    on: tuple[str, ...] | None

    def touched_by(self, names: Collection[str] | None) -> bool:
        """Tell whether events of these names may have changed the part; None is any event."""
        if names is None:
            return True
        if self.on is None:
            return any(name != JOINED for name in names)
        return any(name.startswith(self.on) for name in names)


sections: dict[str, dict[str, Part]] = {}
personals: dict[str, dict[str, Part]] = {}
rooms: dict[str, Part] = {}
here: dict[str, frozenset[int]] = {}  # who is connected through this process; the hub writes it


def section(
    name: str, *, on: tuple[str, ...] | None = None, room: str = "meeting"
) -> Callable[[Build], Build]:
    """Register a part of the state that everyone of an audience sees alike."""
    return partial(_register, sections.setdefault(room, {}), name, on)


def personal(
    name: str, *, on: tuple[str, ...] | None = None, room: str = "meeting"
) -> Callable[[Build], Build]:
    """Register a part of ``you``: what only the person sees."""
    return partial(_register, personals.setdefault(room, {}), name, on)


def open_rooms(kind: str, admit: Admit, *, on: tuple[str, ...] | None = None) -> None:
    """Open the rooms of a kind; ``admit`` says as which audience a person may listen, if at all.

    It is asked again every few seconds, and soon after events whose names begin as ``on`` says.
    """
    rooms[kind] = Part(admit, on)


def admitted(kind: str, thing_id: int, person: "Person", face: str) -> Audience:
    """Return the audience a person hears with this face; whoever may not listen sees nothing."""
    door = rooms.get(kind)
    highest: Audience | None = None
    if door and person.is_active:
        highest = door.build(thing_id, person)
    if highest is None:
        raise NotSeen
    wanted = next((audience for audience in AUDIENCES if audience == face), highest)
    return min(highest, wanted, key=AUDIENCES.index)


def state_of(
    kind: str,
    thing_id: int,
    audience: Audience,
    before: Mapping[str, JSON] | None = None,
    names: Collection[str] | None = None,
) -> dict[str, JSON]:
    """Build the sections that events of these names touched; keep the others from ``before``."""
    return _built(sections.get(kind, {}), before or {}, names, thing_id, audience)


def you_of(
    kind: str,
    thing_id: int,
    person: "Person",
    audience: Audience = "member",
    before: Mapping[str, JSON] | None = None,
    names: Collection[str] | None = None,
) -> dict[str, JSON]:
    """Build what only this person sees; a wall hangs in public and shows nothing of anybody."""
    parts = personals.get(kind, {}) if audience != "wall" else {}
    you = {"person": {"id": person.pk, "name": str(person)}}
    return you | _built(parts, before or {}, names, thing_id, person)


def touches_persons(kind: str, names: Collection[str] | None) -> bool:
    """Tell whether events of these names may have changed somebody's own part."""
    return any(part.touched_by(names) for part in personals.get(kind, {}).values())


def connected(room_key: str) -> set[int]:
    """Return the ids of the persons who have a live connection to the room now."""
    found = set(here.get(room_key, ()))
    if not bell.is_alone():
        fresh = Lease.objects.filter(room_key=room_key, seen_at__gt=timezone.now() - LEASE)
        for people in fresh.exclude(process=bell.PROCESS).values_list("people", flat=True):
            found.update(people)
    return found


def tell(person: "Person", name: str, data: JSON) -> None:
    """After commit, send news to the person's own sockets only, in whatever room they are."""
    message = {"type": "person.told", "person": person.pk, "name": name, "data": data}
    transaction.on_commit(partial(bell.tell, message))


def _built(
    parts: Mapping[str, Part],
    before: Mapping[str, JSON],
    names: Collection[str] | None,
    *given: object,
) -> dict[str, JSON]:
    """Ask the builders of the parts that are new or touched; keep the others."""
    return {
        name: part.build(*given) if name not in before or part.touched_by(names) else before[name]
        for name, part in parts.items()
    }


def _register(parts: dict[str, Part], name: str, on: tuple[str, ...] | None, build: Build) -> Build:
    parts[name] = Part(build, on)
    return build
