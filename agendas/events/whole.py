"""What happens to an agenda as a whole: its versions, its order, its headings."""

from dataclasses import dataclass, field
from typing import ClassVar

from core.events import Event

Change = dict[str, str | int | bool | None]


@dataclass(frozen=True, kw_only=True)
class AgendaPublished(Event):
    """A version of the agenda went out. Restricted items are told apart from the others."""

    name: ClassVar = "agenda.published"
    version: int
    letter: str
    items: list[Change] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    restricted_changes: list[Change] = field(default_factory=list)
    unchecked_for: str = ""


@dataclass(frozen=True, kw_only=True)
class AgendaArranged(Event):
    """What was still planned was put in the order of the body's rule."""

    name: ClassVar = "agenda.arranged"
    keys: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class SectionAdded(Event):
    """The agenda got a heading."""

    name: ClassVar = "agenda.heading_added"
    title: str


@dataclass(frozen=True, kw_only=True)
class SectionRenamed(Event):
    """A heading was worded anew."""

    name: ClassVar = "agenda.heading_renamed"
    title: str
    before: str


@dataclass(frozen=True, kw_only=True)
class SectionMoved(Event):
    """A heading got another place, its items with it."""

    name: ClassVar = "agenda.heading_moved"
    title: str


@dataclass(frozen=True, kw_only=True)
class SectionRemoved(Event):
    """A heading was taken away; its items stayed."""

    name: ClassVar = "agenda.heading_removed"
    title: str
