"""One line of the table of an agenda, and the heading it stands under."""

from dataclasses import dataclass
from datetime import datetime

from agendas.models import Item, Section
from agendas.states import ItemState
from agendas.tabled import Tabled


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
            or bool(item.late_at)
            or item.is_paper_only
            or item.is_urgent
        )


@dataclass(frozen=True)
class Block:
    """A heading with its rows; the first block may have none."""

    section: Section | None
    rows: list[Row]
