"""The plan of a room, drawn with letters, and the order in which its seats are given.

A line of the drawing is a row seen from above, the head of the table at the top::

    ...H...
    o#####o
    o#####o
    b.....b

``H`` is the seat of the chair, ``o`` one at the table, ``b`` one behind it, ``#`` the table itself;
anything else is free floor.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from meetings.errors import PlanUnreadable
from meetings.states import SeatKind

KINDS = {"H": SeatKind.HEAD, "o": SeatKind.TABLE, "b": SeatKind.BEHIND}
FREE = frozenset(". ")
TABLE = "#"
MOST_ROWS = 26
MOST_COLUMNS = 40


@dataclass(frozen=True)
class Spot:
    """A seat of the drawing: its name by row and place from 1, and where it stands from 0."""

    row: int
    place: int
    x: int
    y: int
    kind: str

    @property
    def label(self) -> str:
        return label_of(self.row, self.place)


def label_of(row: int, place: int) -> str:
    """Return what a seat is called: row 1, place 5 is A5."""
    return f"{chr(ord('A') + row - 1)}{place}"


def spots_of(drawing: str) -> list[Spot]:
    """Read a drawing; refuse one that is no room."""
    lines = drawing.rstrip().splitlines()
    _check(lines)
    spots = list(_read(lines))
    if sum(spot.kind == SeatKind.HEAD for spot in spots) != 1:
        raise PlanUnreadable
    return spots


def surface_of(drawing: str) -> list[tuple[int, int, int]]:
    """Return the table as runs of cells: x, y, width."""
    runs = []
    for y, line in enumerate(drawing.rstrip().splitlines()):
        x = 0
        while x < len(line):
            width = len(line[x:]) - len(line[x:].lstrip(TABLE))
            if width:
                runs.append((x, y, width))
            x += max(width, 1)
    return runs


def seating_order(spots: list[Spot]) -> list[Spot]:
    """Return the seats from the first in protocol to the last.

    The head comes first, then from row to row the seats nearest to it, alternately at the left
    and at the right of the drawing; those behind the table come after all at the table.
    """
    head = next(spot for spot in spots if spot.kind == SeatKind.HEAD)

    def rank(spot: Spot) -> tuple[bool, bool, int, int, bool]:
        aside = spot.x - head.x
        return (
            spot.kind != SeatKind.HEAD,
            spot.kind == SeatKind.BEHIND,
            abs(spot.y - head.y),
            abs(aside),
            aside > 0,
        )

    return sorted(spots, key=rank)


def _read(lines: list[str]) -> Iterator[Spot]:
    """Yield the seats; rows of seats are lettered on without those that have none."""
    row = 0
    for y, line in enumerate(lines):
        seats = [(x, KINDS[sign]) for x, sign in enumerate(line) if sign in KINDS]
        row += bool(seats)
        for place, (x, kind) in enumerate(seats, start=1):
            yield Spot(row, place, x, y, kind)


def _check(lines: list[str]) -> None:
    is_small = len(lines) <= MOST_ROWS and all(len(line) <= MOST_COLUMNS for line in lines)
    if not is_small or any(set(line) - set(KINDS) - FREE - {TABLE} for line in lines):
        raise PlanUnreadable
