"""Everything the draft is made of, read once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Self

from agendas.models import Item
from meetings.models import Meeting, Participant
from realtime.journal import read
from realtime.models import Entry

EARLY = datetime(1, 1, 1, tzinfo=UTC)
Facts = dict[str, Any]


@dataclass(kw_only=True)
class Part:
    """One part of the minutes before it is saved."""

    kind: str
    facts: Facts
    text: str = ""
    item: Item | None = None
    entries: list[int] = field(default_factory=list)
    at: datetime = EARLY


@dataclass(kw_only=True)
class Source:
    """A meeting with its journal, its people and the items that were published."""

    meeting: Meeting
    entries: list[Entry]
    people: list[Participant]
    items: list[Item]

    @classmethod
    def of(cls, meeting: Meeting) -> Self:
        people = meeting.participants.select_related("person", "site", "substitute__person")
        items = meeting.items.filter(published_in__isnull=False)
        items = items.select_related("parent", "sponsor", "rapporteur")
        return cls(
            meeting=meeting,
            entries=list(read(f"meeting.{meeting.pk}")),
            people=list(people),
            items=list(items.prefetch_related("speeches__participant__person", "votes")),
        )

    @property
    def last_number(self) -> int:
        return self.entries[-1].number if self.entries else 0

    def told(self, *names: str) -> list[Entry]:
        """Return the entries with one of these names, in order."""
        return [entry for entry in self.entries if entry.name in names]

    def about(self, item: Item) -> list[int]:
        """Return the numbers of the entries about an item."""
        return [e.number for e in self.entries if item.pk in {*keys_of(e.facts)}]

    def person(self, person_id: int | None, name: str = "") -> Facts:
        """Name a person with the office held at this meeting."""
        place = next((one for one in self.people if one.person_id == person_id), None)
        return named(place) if place else {"name": name, "office": ""}


def keys_of(facts: Facts) -> Iterable[int]:
    """Return the item an entry is about, whatever the floor calls it."""
    return (value for key in ("item_id", "item") if isinstance(value := facts.get(key), int))


def named(place: Participant) -> Facts:
    """Name a participant."""
    return {"name": str(place.person), "office": place.office}


def iso(moment: datetime | None) -> str | None:
    """Write a moment for the record."""
    return moment.isoformat() if moment else None
