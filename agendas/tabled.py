"""The papers under the items of an agenda, read in one query through the matter they belong to.

The floor of papers stands above this one: it is asked by the names of its tables, never imported.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from agendas.comparing import PaperLine
from agendas.models import Item
from agendas.rules import edition_of
from agendas.states import GONE
from meetings.models import Meeting

FIELDS = (
    "pk",
    "state",
    "closed_at",
    "matter__papers__pk",
    "matter__papers__title",
    "matter__papers__restricted",
    "matter__papers__versions__number",
    "matter__papers__versions__made_at",
    "matter__papers__versions__late_at",
    "matter__papers__versions__late_consent_at",
    "matter__papers__versions__late_refused_at",
)


@dataclass(frozen=True)
class Tabled:
    """One version of a paper, as it lies under an item."""

    paper: int
    title: str
    number: int
    restricted: bool
    late_at: datetime | None
    is_waiting: bool
    is_refused: bool = False

    @property
    def edition(self) -> str:
        return edition_of(self.number)

    @property
    def line(self) -> PaperLine:
        """Return the paper as a version of the agenda keeps it."""
        return PaperLine(
            id=self.paper, title=self.title, number=self.number, restricted=self.restricted
        )


@dataclass(frozen=True)
class Papers:
    """The papers under each item: what anybody who sees the item reads, and what its keepers do."""

    shown: dict[int, list[Tabled]]
    kept: dict[int, list[Tabled]]

    def read_by(self, named: set[int] | None) -> dict[int, list[Tabled]]:
        """Return what the table shows: to keepers (None) all, else restricted ones if ``named``."""
        if named is None:
            return self.kept
        return {
            item: [paper for paper in papers if not paper.restricted or paper.paper in named]
            for item, papers in self.shown.items()
        }


def papers_of(*meetings: Meeting | int) -> Papers:
    """Return the papers under each item of these meetings, each in its newest version.

    What waits for the chair's consent, or was refused, is there for the keepers alone. What came
    after an item was deferred or withdrawn is left out: its page shows what lay before that meeting.
    """
    shown: dict[int, dict[int, Tabled]] = defaultdict(dict)
    kept: dict[int, dict[int, Tabled]] = defaultdict(dict)
    for pk, state, closed_at, *facts in _rows(meetings):
        paper, title, restricted, number, made_at, late_at, consent_at, refused_at = facts
        if state in GONE and (closed_at is None or made_at > closed_at):
            continue
        is_admitted = late_at is None or consent_at is not None
        is_waiting = not is_admitted and refused_at is None
        tabled = Tabled(
            paper, title, number, restricted, late_at, is_waiting, refused_at is not None
        )
        kept[pk][paper] = tabled
        if is_admitted:
            shown[pk][paper] = tabled
    return Papers(_listed(shown), _listed(kept))


def _listed(papers: dict[int, dict[int, Tabled]]) -> dict[int, list[Tabled]]:
    return {item: list(own.values()) for item, own in papers.items()}


def _rows(meetings: Iterable[Meeting | int]) -> Iterable[tuple[Any, ...]]:
    items = Item.objects.filter(
        meeting__in=meetings,
        matter__papers__withdrawn_at=None,
        matter__papers__versions__number__gte=1,
    ).order_by("matter__papers__order", "matter__papers__pk", "matter__papers__versions__number")
    return items.values_list(*FIELDS)
