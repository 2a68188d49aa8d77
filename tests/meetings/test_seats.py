"""Rooms and who sits in them: by protocol order, then as the secretary changes it."""

import pytest
from django.db import IntegrityError, connection, transaction

from core.errors import NotAllowed
from meetings.actions import (
    draw_room,
    excuse,
    give_seat,
    invite,
    move_meeting,
    redraw_room,
    seat_meeting,
    uninvite,
)
from meetings.errors import (
    NoSeating,
    RecordClosed,
    RoomInUse,
    RoomNameTaken,
    RoomOfOther,
    SeatOfOtherRoom,
)
from meetings.models import Room, Seating, Site
from meetings.states import Capacity, MeetingState
from people.models import Body
from realtime.models import Entry

HALL = "..H..\no###o\no###o\nb...b"


def room_of(cabinet, drawing=HALL, name="Phòng họp Chính phủ"):
    return draw_room(cabinet.secretary, cabinet.site, name=name, drawing=drawing)


def seats_of(meeting):
    seatings = Seating.objects.filter(plan__meeting=meeting)
    return {one.participant.person.username: str(one.seat) for one in seatings}


def place(cabinet, meeting, name):
    return cabinet.participant(meeting, cabinet.people[name])


def test_a_seat_that_stays_on_its_spot_stays_the_same(cabinet):
    room = room_of(cabinet)
    head = room.seats.get(kind="head").pk

    redraw_room(cabinet.secretary, room, name="Phòng lớn", drawing="o.H.o\no###o\noH"[:-1] + "o")

    assert room.seats.get(x=2, y=0).pk == head
    assert {str(seat) for seat in room.seats.all()} == {"A1", "A2", "A3", "B1", "B2", "C1", "C2"}
    assert Room.objects.get().name == "Phòng lớn"
    told = Entry.objects.filter(room__key=f"body.{cabinet.body.pk}", name="room.drawn")
    assert [entry.facts["seats"] for entry in told.order_by("number")] == [7, 7]


def test_the_head_may_move(cabinet):
    room = room_of(cabinet, "Ho")
    redraw_room(cabinet.secretary, room, name=room.name, drawing="oH")

    assert room.seats.get(kind="head").x == 1


def test_a_seat_somebody_has_is_not_taken_away(cabinet):
    room, meeting = room_of(cabinet), cabinet.meeting()
    seat_meeting(cabinet.secretary, meeting, room)

    with pytest.raises(RoomInUse):
        redraw_room(cabinet.secretary, room, name="Nhỏ", drawing="..H")
    with pytest.raises(RoomNameTaken):
        room_of(cabinet)


# --- seating ----------------------------------------------------------------------------------


def test_everybody_is_seated_by_protocol(cabinet):
    meeting = cabinet.meeting()
    guest, stand_in = cabinet.person("expert"), cabinet.person("stand_in")
    invite(cabinet.secretary, meeting, person=guest, capacity=Capacity.INVITEE)
    finance = place(cabinet, meeting, "finance")
    invite(
        cabinet.secretary,
        meeting,
        person=stand_in,
        capacity=Capacity.SUBSTITUTE,
        stands_for=finance,
        reason="Công tác",
    )
    excuse(cabinet.secretary, place(cabinet, meeting, "transport"), reason="Ốm")

    seat_meeting(cabinet.secretary, meeting, room_of(cabinet))

    assert seats_of(meeting) == {
        "chair": "A1", "stand_in": "B1", "health": "B2", "justice": "C1", "expert": "C2",
        "secretary": "D1",
    }  # fmt: skip
    assert Entry.objects.get(name="seating.made").facts["left_over"] == 0


def test_who_takes_part_from_another_site_needs_no_seat(cabinet):
    meeting = cabinet.meeting()
    province = Site.objects.create(body=cabinet.body, code="QNA", name="Quảng Nam")
    meeting.participants.filter(person=cabinet.health).update(site=province)
    meeting.participants.filter(person=cabinet.justice).update(site=cabinet.site)
    seat_meeting(cabinet.secretary, meeting, room_of(cabinet))

    assert "health" not in seats_of(meeting)
    assert "justice" in seats_of(meeting)


def test_who_finds_no_seat_is_left_over(cabinet):
    meeting = cabinet.meeting()
    seat_meeting(cabinet.secretary, meeting, room_of(cabinet, "oHo"))

    assert seats_of(meeting) == {"chair": "A2", "finance": "A1", "health": "A3"}
    assert Entry.objects.get(name="seating.made").facts["left_over"] == 3


def test_two_change_places_and_one_takes_a_free_seat(cabinet):
    meeting = cabinet.meeting()
    room = room_of(cabinet)
    seat_meeting(cabinet.secretary, meeting, room)
    before = seats_of(meeting)
    seats = {str(seat): seat for seat in room.seats.all()}

    give_seat(cabinet.secretary, place(cabinet, meeting, "finance"), seats["C2"])
    assert seats_of(meeting) == before | {"finance": "C2", "transport": "B1"}
    give_seat(cabinet.secretary, place(cabinet, meeting, "finance"), seats["D2"])
    assert seats_of(meeting)["finance"] == "D2"
    give_seat(cabinet.secretary, place(cabinet, meeting, "finance"), None)
    assert "finance" not in seats_of(meeting)
    give_seat(cabinet.secretary, place(cabinet, meeting, "finance"), seats["B1"])
    assert "transport" not in seats_of(meeting), "who had no seat takes one from another"
    give_seat(cabinet.secretary, place(cabinet, meeting, "finance"), seats["B1"])

    told = Entry.objects.filter(name="seating.changed").order_by("number")
    assert [(one.facts["seat"], one.facts["other"]) for one in told] == [
        ("C2", "Nguyễn Văn Sơn"), ("D2", ""), ("", ""), ("B1", "Nguyễn Văn Sơn"),
    ]  # fmt: skip


def test_who_leaves_the_roll_leaves_the_seat(cabinet):
    meeting = cabinet.meeting()
    expert = cabinet.person("expert")
    invited = invite(cabinet.secretary, meeting, person=expert, capacity=Capacity.INVITEE)
    seat_meeting(cabinet.secretary, meeting, room_of(cabinet))
    uninvite(cabinet.secretary, invited)

    assert "expert" not in seats_of(meeting)


def test_what_cannot_be_seated_is_told(cabinet):
    meeting = cabinet.meeting()
    finance = place(cabinet, meeting, "finance")
    with pytest.raises(NoSeating):
        give_seat(cabinet.secretary, finance, None)
    room, other = room_of(cabinet), room_of(cabinet, "H", "Phòng nhỏ")
    seat_meeting(cabinet.secretary, meeting, room)
    with pytest.raises(SeatOfOtherRoom):
        give_seat(cabinet.secretary, finance, other.seats.get())
    province = Body.objects.create(name="Tỉnh A", code="tinh-a", symbol="A")
    site = Site.objects.create(body=province, code="A", name="A")
    Room.objects.filter(pk=other.pk).update(site=site)
    with pytest.raises(RoomOfOther):
        seat_meeting(cabinet.secretary, meeting, Room.objects.get(pk=other.pk))
    move_meeting(cabinet.secretary, meeting, MeetingState.CANCELLED, "Hoãn")
    with pytest.raises(RecordClosed):
        seat_meeting(cabinet.secretary, meeting, room)


def test_only_the_desk_draws_and_seats(cabinet):
    meeting, room = cabinet.convened(), room_of(cabinet)
    seat_meeting(cabinet.secretary, meeting, room)
    for person in (cabinet.finance, cabinet.admin, cabinet.superuser()):
        for deed in (
            lambda who: draw_room(who, cabinet.site, name="?", drawing="H"),
            lambda who: redraw_room(who, room, name="?", drawing="H"),
            lambda who: seat_meeting(who, meeting, room),
            lambda who: give_seat(who, place(cabinet, meeting, "health"), None),
        ):
            with pytest.raises(NotAllowed):
                deed(person)


@pytest.mark.parametrize(
    "change",
    ["x = 2, y = 0", "row = 1, place = 1", "kind = 'head'", "kind = 'sofa'", "x = 40", "y = 26"],
)
def test_the_database_keeps_seats_apart(cabinet, change):
    seat = room_of(cabinet).seats.get(row=2, place=1)
    sql = f"UPDATE meetings_seat SET {change} WHERE id = %s"
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [seat.pk])


def test_the_database_keeps_one_person_a_seat(cabinet):
    meeting = cabinet.meeting()
    seat_meeting(cabinet.secretary, meeting, room_of(cabinet))
    first, second = Seating.objects.order_by("pk")[:2]
    for change in ({"seat": second.seat}, {"participant": second.participant}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Seating.objects.filter(pk=first.pk).update(**change)
