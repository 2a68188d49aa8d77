"""The lines of the table of an agenda: times, papers, marks; and the heading they stand under."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from agendas.elsewhere import Sessions
from agendas.models import Item, Section
from agendas.numbering import UNNUMBERED
from agendas.states import ItemState
from agendas.tabled import Tabled
from meetings.models import Meeting


@dataclass(frozen=True)
class Setting:
    """What the rows of one table share, as one person reads it."""

    meeting: Meeting
    papers: dict[int, list[Tabled]]
    changed: set[int]
    sessions: Sessions = field(default_factory=dict)
    labels: dict[int, str] | None = None  # numbers of the design, for who arranges it

    def label_of(self, item: Item) -> str:
        """Return the number a row shows; what is in no version has none once nothing is arranged."""
        if self.labels is not None:
            return self.labels[item.pk]
        return item.label if item.is_published else UNNUMBERED


@dataclass(frozen=True)
class Row:
    """One line of the table. An item with sub-items lasts as long as they do together."""

    item: Item
    tabled: list[Tabled]
    starts: datetime | None
    minutes: int
    changed: bool
    siblings: int
    above: int | None
    label: str
    goes_on_at: str = ""
    came_from: str = ""

    @property
    def called(self) -> str:
        """Return the number it has for those who read the agenda, if that is another one."""
        return self.item.label if self.item.is_published and self.item.label != self.label else ""

    @property
    def papers(self) -> int:
        return len(self.tabled)

    @property
    def waiting(self) -> bool:
        """Tell whether a paper under the item waits for the chair's consent."""
        return any(tabled.is_waiting for tabled in self.tabled)

    @property
    def is_planned(self) -> bool:
        return self.item.state == ItemState.PLANNED

    @property
    def has_marks(self) -> bool:
        """Tell whether there is a chip to show below the title."""
        item = self.item
        return (
            self.changed
            or not (item.is_published and self.is_planned)
            or bool(self.called)
            or bool(item.late_at)
            or item.is_paper_only
            or item.is_urgent
        )


@dataclass(frozen=True)
class Block:
    """A heading with its rows; the first block may have none."""

    section: Section | None
    rows: list[Row]


def open_rows(items: Sequence[Item], setting: Setting) -> Iterator[Row]:
    """Set the times: each item after the one before, sub-items within their item."""
    within: dict[int, list[Item]] = {}
    for item in items:
        within.setdefault(item.parent_id or 0, []).append(item)
    moment = setting.meeting.starts_at
    for item in items:
        subs = [sub for sub in within.get(item.pk, []) if not sub.is_gone]
        minutes = sum(sub.minutes for sub in subs) if subs else item.minutes
        among = within[item.parent_id or 0]
        yield _row(item, among, setting, None if item.is_gone else moment, minutes)
        moment += timedelta(minutes=0 if item.is_gone or subs else minutes)


def closed_rows(items: Sequence[Item], setting: Setting) -> Iterator[Row]:
    """Restricted items have no times: they are called when the chair calls them."""
    for row in open_rows(items, setting):
        yield replace(row, starts=None)


def _row(
    item: Item, among: Sequence[Item], setting: Setting, starts: datetime | None, minutes: int
) -> Row:
    goes_on, came = getattr(item, "continued_by", None), item.continues
    return Row(
        item=item,
        tabled=setting.papers.get(item.pk, []),
        starts=starts,
        minutes=minutes,
        changed=item.pk in setting.changed,
        siblings=len(among),
        above=_above(item, among),
        label=setting.label_of(item),
        goes_on_at=setting.sessions.get(goes_on.meeting_id, "") if goes_on else "",
        came_from=setting.sessions.get(came.meeting_id, "") if came else "",
    )


def _above(item: Item, among: Sequence[Item]) -> int | None:
    """Return the item before, if it could take this one as a sub-item."""
    place = among.index(item)
    before = among[place - 1] if place and not item.parent_id else None
    return before.pk if before and before.state == ItemState.PLANNED else None
