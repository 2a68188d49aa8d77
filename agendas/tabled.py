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
from agendas.reach import reach
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
    "read_until",
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
    """The papers under each item: as they were tabled, as far as members read them, as keepers do.

    ``waiting`` tells which versions of which papers wait for their release.
    """

    shown: dict[int, list[Tabled]]
    read: dict[int, dict[int, Tabled]]
    kept: dict[int, list[Tabled]]
    waiting: set[tuple[int, int]]

    def read_by(self, named: set[int] | None) -> dict[int, list[Tabled]]:
        """Return what the table shows: to keepers (None) all, else what is open, or ``named``.

        Named are the papers a person reads though they are restricted, or wait for their release.
        """
        if named is None:
            return self.kept
        return {
            item: [one for paper in papers if (one := self._read(item, paper, named))]
            for item, papers in self.shown.items()
        }

    def _read(self, item: int, paper: Tabled, named: set[int]) -> Tabled | None:
        if paper.paper in named:
            return paper
        return None if paper.restricted else self.read.get(item, {}).get(paper.paper)


def papers_of(*meetings: Meeting | int) -> Papers:
    """Return the papers under each item of these meetings, each in its newest version.

    What waits for the chair's consent, or was refused, is there for the keepers alone. What came
    after an item was deferred or withdrawn is left out: its page shows what lay before that meeting.
    """
    shown: dict[int, dict[int, Tabled]] = defaultdict(dict)
    read: dict[int, dict[int, Tabled]] = defaultdict(dict)
    kept: dict[int, dict[int, Tabled]] = defaultdict(dict)
    waiting = set()
    for pk, tabled, is_released in _tabled(meetings):
        kept[pk][tabled.paper] = tabled
        if not is_released:
            waiting.add((tabled.paper, tabled.number))
        if not (tabled.is_waiting or tabled.is_refused):
            shown[pk][tabled.paper] = tabled
            read[pk] |= {tabled.paper: tabled} if is_released else {}
    return Papers(_listed(shown), read, _listed(kept), waiting)


def _tabled(meetings: Iterable[Meeting | int]) -> Iterable[tuple[int, Tabled, bool]]:
    """Give each version with its item, and whether it is released as far as that is needed."""
    for pk, state, closed_at, *facts in _rows(meetings):
        paper, title, restricted, number, made_at, late_at, consent_at, *rest = facts
        refused_at, read_until = rest
        if state in GONE and (closed_at is None or made_at > closed_at):
            continue
        is_refused = refused_at is not None
        is_waiting = late_at is not None and consent_at is None and not is_refused
        tabled = Tabled(paper, title, number, restricted, late_at, is_waiting, is_refused)
        yield pk, tabled, made_at <= read_until


def _listed(papers: dict[int, dict[int, Tabled]]) -> dict[int, list[Tabled]]:
    return {item: list(own.values()) for item, own in papers.items()}


def _rows(meetings: Iterable[Meeting | int]) -> Iterable[tuple[Any, ...]]:
    items = Item.objects.annotate(read_until=reach()).filter(
        meeting__in=meetings,
        matter__papers__withdrawn_at=None,
        matter__papers__versions__number__gte=1,
    )
    items = items.order_by(
        "matter__papers__order", "matter__papers__pk", "matter__papers__versions__number"
    )
    return items.values_list(*FIELDS)
