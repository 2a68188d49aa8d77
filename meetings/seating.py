"""Who sits where, in protocol order: pure choice over participants and seats."""

from collections.abc import Iterable, Sequence

from meetings.models import Meeting, Participant, Room, Seat
from meetings.roomplan import Spot, seating_order
from meetings.states import Attendance, Capacity, SeatKind

RANKS = {Capacity.MEMBER: 0, Capacity.SUBSTITUTE: 0, Capacity.INVITEE: 1, Capacity.STAFF: 2}


def sitters_of(meeting: Meeting, room: Room) -> list[Participant]:
    """Return who is to be seated in a room, the chair first, then by protocol.

    A substitute has the rank of the member. Not seated are those excused, those at another site,
    and guests of single items.
    """
    places = meeting.participants.filter(for_items=False).select_related("person", "agency")
    here = {None, room.site_id}
    coming = [
        place
        for place in places
        if place.attendance != Attendance.EXCUSED and place.site_id in here
    ]
    return sorted(
        coming,
        key=lambda place: (
            place.person_id != meeting.chair_id,
            RANKS[Capacity(place.capacity)],
            place.order,
            place.pk,
        ),
    )


def seated(sitters: Sequence[Participant], seats: Iterable[Seat]) -> list[tuple[Participant, Seat]]:
    """Pair participants with seats; the staff sits behind the table while there is room."""
    free = ordered(seats)
    pairs = []
    for sitter in sitters:
        seat = _seat_for(sitter, free)
        if seat is None:
            break
        free.remove(seat)
        pairs.append((sitter, seat))
    return pairs


def ordered(seats: Iterable[Seat]) -> list[Seat]:
    """Return seats from the first in protocol to the last."""
    by_spot = {Spot(s.row, s.place, s.x, s.y, s.kind): s for s in seats}
    return [by_spot[spot] for spot in seating_order(list(by_spot))]


def _seat_for(sitter: Participant, free: list[Seat]) -> Seat | None:
    if sitter.capacity != Capacity.STAFF:
        return free[0] if free else None
    behind = (seat for seat in free if seat.kind == SeatKind.BEHIND)
    return next(behind, free[0] if free else None)
