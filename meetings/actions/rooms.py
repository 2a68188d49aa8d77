"""Drawing rooms, and giving the participants of a meeting their seats."""

from django.db import transaction
from django.db.models import F, ProtectedError

from core.policies import require
from meetings import events
from meetings.errors import (
    NoSeating,
    RoomInUse,
    RoomNameTaken,
    RoomOfOther,
    SeatOfOtherRoom,
)
from meetings.models import Meeting, Participant, Room, Seat, Seating, SeatingPlan, Site
from meetings.policies import MeetingPolicy, may_create_for, require_open_record
from meetings.roomplan import Spot, spots_of
from meetings.seating import seated, sitters_of
from meetings.states import SeatKind
from people.models import Person
from realtime.journal import announce

ASIDE = 1000  # where rows wait while they are lettered anew, so that no seat is taken twice


@transaction.atomic
def draw_room(actor: Person, site: Site, *, name: str, name_en: str = "", drawing: str) -> Room:
    """Draw the plan of a room at a site of a body."""
    require(may_create_for(actor).filter(pk=site.body_id).exists())
    site = Site.objects.select_for_update().get(pk=site.pk)
    spots = spots_of(drawing)
    if site.rooms.filter(name=name).exists():
        raise RoomNameTaken(name=name)
    room = Room.objects.create(site=site, name=name, name_en=name_en, drawing=drawing)
    Seat.objects.bulk_create(_seat(room, spot) for spot in spots)
    _tell(actor, room, len(spots))
    return room


@transaction.atomic
def redraw_room(actor: Person, room: Room, *, name: str, name_en: str = "", drawing: str) -> Room:
    """Draw a room anew. A seat that stays on its spot stays the same seat."""
    require(may_create_for(actor).filter(pk=room.site.body_id).exists())
    room = Room.objects.select_for_update().select_related("site").get(pk=room.pk)
    spots = spots_of(drawing)
    if room.site.rooms.filter(name=name).exclude(pk=room.pk).exists():
        raise RoomNameTaken(name=name)
    room.name, room.name_en, room.drawing = name, name_en, drawing
    room.save()
    _rearrange(room, {(spot.x, spot.y): spot for spot in spots})
    _tell(actor, room, len(spots))
    return room


@transaction.atomic
def seat_meeting(actor: Person, meeting: Meeting, room: Room) -> SeatingPlan:
    """Seat everybody in protocol order: the chair at the head, then alternately left and right."""
    meeting = _held(actor, meeting)
    if room.site.body_id != meeting.body_id:
        raise RoomOfOther
    SeatingPlan.objects.filter(meeting=meeting).delete()
    plan = SeatingPlan.objects.create(meeting=meeting, room=room)
    sitters = sitters_of(meeting, room)
    pairs = seated(sitters, room.seats.all())
    Seating.objects.bulk_create(
        Seating(plan=plan, participant=place, seat=seat) for place, seat in pairs
    )
    event = events.SeatingMade(
        meeting_id=meeting.pk,
        room_name=room.name,
        seated=len(pairs),
        left_over=len(sitters) - len(pairs),
    )
    announce(event, actor=actor)
    return plan


@transaction.atomic
def give_seat(actor: Person, participant: Participant, seat: Seat | None) -> None:
    """Give a participant a seat, or none. Who sat there takes the participant's seat in turn."""
    meeting = _held(actor, participant.meeting)
    plan = SeatingPlan.objects.filter(meeting=meeting).first()
    if plan is None:
        raise NoSeating
    if seat is not None and seat.room_id != plan.room_id:
        raise SeatOfOtherRoom
    before = Seating.objects.filter(plan=plan, participant=participant).first()
    if (before and before.seat_id) == (seat and seat.pk):
        return
    other = _exchange(plan, participant, before, seat)
    event = events.SeatingChanged(
        meeting_id=meeting.pk,
        participant_id=participant.pk,
        person=str(participant.person),
        seat=str(seat or ""),
        other=str(other or ""),
    )
    announce(event, actor=actor)


def _exchange(
    plan: SeatingPlan, participant: Participant, before: Seating | None, seat: Seat | None
) -> Participant | None:
    """Write the new seats; return who had to make room."""
    there = Seating.objects.filter(plan=plan, seat=seat).select_related("participant__person")
    sitting = there.first() if seat else None
    left = before.seat if before else None
    Seating.objects.filter(pk__in=[one.pk for one in (before, sitting) if one]).delete()
    if seat:
        Seating.objects.create(plan=plan, participant=participant, seat=seat)
    if sitting and left:
        Seating.objects.create(plan=plan, participant=sitting.participant, seat=left)
    return sitting.participant if sitting else None


def _held(actor: Person, meeting: Meeting) -> Meeting:
    require(MeetingPolicy(actor, meeting).may_edit)
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    require_open_record(meeting)
    return meeting


def _rearrange(room: Room, wanted: dict[tuple[int, int], Spot]) -> None:
    seats = {(seat.x, seat.y): seat for seat in room.seats.all()}
    for gone in seats.keys() - wanted.keys():
        _remove(seats.pop(gone))
    room.seats.update(row=F("row") + ASIDE, kind=SeatKind.TABLE)
    for key, seat in seats.items():
        spot = wanted[key]
        seat.row, seat.place, seat.kind = spot.row, spot.place, spot.kind
    Seat.objects.bulk_update(seats.values(), ["row", "place", "kind"])
    new = [wanted[key] for key in wanted if key not in seats]
    Seat.objects.bulk_create(_seat(room, spot) for spot in new)


def _remove(seat: Seat) -> None:
    try:
        seat.delete()
    except ProtectedError as problem:
        raise RoomInUse(seat=seat) from problem


def _seat(room: Room, spot: Spot) -> Seat:
    return Seat(room=room, row=spot.row, place=spot.place, x=spot.x, y=spot.y, kind=spot.kind)


def _tell(actor: Person, room: Room, seats: int) -> None:
    event = events.RoomDrawn(
        body_id=room.site.body_id, room_id=room.pk, title=room.name, seats=seats
    )
    announce(event, actor=actor)
