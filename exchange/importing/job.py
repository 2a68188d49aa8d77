"""One import: where to, in whose name, what is known, what is reported."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from exchange.importing.ledger import Ledger
from exchange.importing.report import GONE, NEW, SAME, Report
from exchange.importing.values import Thing, digest, flag, identity
from exchange.states import DELETED, ImportKind
from people.models import Body, Person


class Facts(Protocol):
    """What was read of one object."""

    @property
    def id(self) -> str: ...


Read = TypeVar("Read", bound=Facts)


@dataclass
class Sorted(Generic[Read]):
    """What a page has of one kind: what is new here, what has changed and what was deleted there."""

    new: list[Read] = field(default_factory=list)
    changed: list[Read] = field(default_factory=list)
    gone: list[Thing] = field(default_factory=list)


@dataclass
class Job:
    """What every step of an import needs."""

    body: Body
    chair: Person
    secretary: Person
    ledger: Ledger
    report: Report
    is_dry: bool = False

    def sort(
        self,
        kind: ImportKind,
        things: Iterable[Thing],
        read: Callable[["Job", Thing], Read | None],
    ) -> Sorted[Read]:
        """Read objects and tell new ones from changed ones. Of two with one id the last counts."""
        found: dict[str, Read] = {}
        told: Sorted[Read] = Sorted()
        for thing in things:
            if flag(thing, "deleted") and identity(thing):
                told.gone += self._gone(kind, thing)
                continue
            facts = self._read(kind, thing, read)
            if facts is not None:
                found[facts.id] = facts
        for facts in found.values():
            standing = self.ledger.standing(kind, facts.id, digest(facts))
            self.report.count(kind, standing)
            if standing != SAME:
                (told.new if standing == NEW else told.changed).append(facts)
        return told

    def skip(self, kind: ImportKind, name: str, reason: str) -> None:
        self.report.skip(kind.value, name, reason)

    def note(self, kind: ImportKind, facts: Any, key: int, rank: int = 0) -> None:
        self.ledger.note(kind, facts.id, key, digest(facts), rank)

    def drop(self, kind: ImportKind, facts: Facts, reason: str) -> None:
        """Leave out something that had been counted as new or changed."""
        standing = self.ledger.standing(kind, facts.id, "")
        self.report.counts[kind][standing] -= 1
        self.skip(kind, facts.id, reason)

    def _read(
        self, kind: ImportKind, thing: Thing, read: Callable[["Job", Thing], Read | None]
    ) -> Read | None:
        name = identity(thing)
        if not name:
            self.skip(kind, "", "it has no id, or one that is too long")
            return None
        self.ledger.see(kind, name)
        return read(self, thing)

    def _gone(self, kind: ImportKind, thing: Thing) -> list[Thing]:
        """Return what was deleted at the source and still stands here; what never was is nothing new."""
        name = identity(thing)
        self.ledger.see(kind, name)
        known = self.ledger.get(kind, name)
        if known is None:
            self.skip(kind, name, "it is deleted at the source")
        elif known.digest == DELETED:
            self.report.count(kind, SAME)
        else:
            return [thing]
        return []

    def bury(self, kind: ImportKind, name: str) -> None:
        """Remember that an object was deleted at the source and is followed here."""
        known = self.ledger.get(kind, name)
        self.report.count(kind, GONE)
        if known is not None:
            self.ledger.note(kind, name, known.key, DELETED, known.rank)
