"""The plan of a room as it is drawn: every seat with its measures and who sits on it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from meetings.models import Meeting, Participant, Room, Seat, Seating, SeatingPlan
from meetings.roomplan import surface_of
from meetings.seating import sitters_of
from meetings.states import SeatKind

WIDE, HIGH, GAP = 108, 64, 8  # the measures of a seat, in the units of the drawing


@dataclass(frozen=True)
class Spot:
    """A seat at its place in the drawing."""

    seat: Seat
    place: Participant | None
    x: int
    y: int

    @property
    def is_head(self) -> bool:
        return self.seat.kind == SeatKind.HEAD

    @property
    def name(self) -> str:
        """Return the last two words of a name: what fits on a seat."""
        return " ".join(str(self.place).split()[-2:]) if self.place else ""

    @property
    def office(self) -> str:
        """Return the symbol of the agency, or its short name; in English that comes first."""
        agency = self.place.agency if self.place else None
        if agency is None:
            return ""
        own = agency.short_here
        return own if own != agency.short_name else agency.symbol or own


@dataclass(frozen=True)
class Surface:
    """A piece of the table."""

    x: int
    y: int
    width: int


@dataclass(frozen=True)
class SeatMap:
    """A room with its seats, ready to be drawn."""

    room: Room
    spots: list[Spot]
    surfaces: list[Surface]
    waiting: list[Participant] = field(default_factory=list)

    @property
    def width(self) -> int:
        return max(spot.x for spot in self.spots) + WIDE + GAP

    @property
    def height(self) -> int:
        return max(spot.y for spot in self.spots) + HIGH + GAP

    @property
    def sitting(self) -> list[Spot]:
        return [spot for spot in self.spots if spot.place]


def map_of(meeting: Meeting) -> SeatMap | None:
    """Return who sits where at a meeting; nothing before a room is chosen."""
    plan = SeatingPlan.objects.filter(meeting=meeting).select_related("room__site").first()
    if plan is None:
        return None
    seatings = plan.seatings.select_related("participant__person", "participant__agency")
    sitting = {one.seat_id: one.participant for one in seatings}
    seated = {place.pk for place in sitting.values()}
    waiting = [place for place in sitters_of(meeting, plan.room) if place.pk not in seated]
    return drawn(plan.room, sitting, waiting)


def drawn(
    room: Room, sitting: dict[int, Participant], waiting: Iterable[Participant] = ()
) -> SeatMap:
    """Return a room with those who sit in it."""
    spots = [
        Spot(seat, sitting.get(seat.pk), _left(seat.x), _top(seat.y)) for seat in room.seats.all()
    ]
    surfaces = [
        Surface(_left(x) - GAP, _top(y) - GAP, width * (WIDE + GAP) + GAP)
        for x, y, width in surface_of(room.drawing)
    ]
    return SeatMap(room, spots, surfaces, list(waiting))


def seat_of(place: Participant | None) -> Seating | None:
    """Return where a participant sits."""
    seatings = Seating.objects.select_related("seat", "plan__room")
    return seatings.filter(participant=place).first() if place else None


def _left(x: int) -> int:
    return x * (WIDE + GAP) + GAP


def _top(y: int) -> int:
    return y * (HIGH + GAP) + GAP
