"""Rooms and who sits in them: by protocol order, then as the secretary changes it."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

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
    PlanUnreadable,
    RecordClosed,
    RoomInUse,
    RoomNameTaken,
    RoomOfOther,
    SeatOfOtherRoom,
)
from meetings.models import Room, Seat, Seating, Site
from meetings.roomplan import seating_order, spots_of, surface_of
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


# --- the drawing ------------------------------------------------------------------------------


def test_a_drawing_is_read_by_rows_and_places():
    spots = spots_of(HALL)

    assert [(spot.label, spot.x, spot.y, spot.kind) for spot in spots] == [
        ("A1", 2, 0, "head"),
        ("B1", 0, 1, "table"), ("B2", 4, 1, "table"),
        ("C1", 0, 2, "table"), ("C2", 4, 2, "table"),
        ("D1", 0, 3, "behind"), ("D2", 4, 3, "behind"),
    ]  # fmt: skip
    assert surface_of(HALL) == [(1, 1, 3), (1, 2, 3)]
    assert surface_of("##.#") == [(0, 0, 2), (3, 0, 1)]
    assert [spot.label for spot in spots_of("H\n###\noo")] == ["A1", "B1", "B2"]


def test_the_first_sit_next_to_the_chair_alternately_left_and_right():
    order = [spot.label for spot in seating_order(spots_of("boHob\no###o\no###o"))]

    assert order == ["A3", "A2", "A4", "B1", "B2", "C1", "C2", "A1", "A5"]


@pytest.mark.parametrize("drawing", ["", "ooo", "HH", "H?", "H" + "o" * 40, "H\n" * 27])
def test_what_is_no_room_is_refused(drawing):
    with pytest.raises(PlanUnreadable):
        spots_of(drawing)


@given(st.lists(st.text("ob#. ", max_size=12), max_size=12), st.integers(0, 11))
def test_every_seat_comes_once_in_the_order(lines, at):
    lines.insert(min(at, len(lines)), "..H")
    spots = spots_of("\n".join(lines))

    order = seating_order(spots)

    assert order[0].kind == "head"
    assert sorted(order, key=id) == sorted(spots, key=id)
    assert len({spot.label for spot in spots}) == len(spots)
    kinds = [spot.kind for spot in order[1:]]
    assert kinds == sorted(kinds, key=["table", "behind"].index)


# --- rooms ------------------------------------------------------------------------------------


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


# --- the pages --------------------------------------------------------------------------------


@pytest.fixture
def secretary(cabinet, client):
    client.force_login(cabinet.secretary)
    return client


def door(name, thing):
    return reverse(f"meetings:{name}", args=[thing.pk])


def test_a_room_is_drawn_and_drawn_anew_on_its_page(cabinet, secretary):
    new = reverse("meetings:room_new")
    facts = {"site": cabinet.site.pk, "name": "Phòng họp", "drawing": HALL.replace("\n", "\r\n")}
    bad = secretary.post(new, facts | {"drawing": "ooo"})
    assert bad.status_code == 422
    assert "id_drawing_error" in bad.content.decode()

    answer = secretary.post(new, facts)
    page = secretary.get(answer.url).content.decode()

    assert page.count('class="plan-seat"') == 7
    assert page.count('class="plan-table"') == 2
    assert "7 ghế" in page
    assert page.count("button filled") == 1
    assert secretary.post(new, facts).status_code == 422, "the name is taken"
    assert secretary.post(answer.url, {"name": "Phòng lớn", "drawing": "oHo"}).url == answer.url
    assert "3 ghế" in secretary.get(reverse("meetings:rooms")).content.decode()


def test_a_meeting_is_seated_and_changed_on_its_page(cabinet, secretary):
    room, meeting = room_of(cabinet), cabinet.convened()
    url = door("seats", meeting)
    assert "Chưa chọn phòng" in secretary.get(url).content.decode()

    assert secretary.post(door("seats_order", meeting), {"room": room.pk}).url == url
    page = secretary.get(url).content.decode()
    assert 'aria-label="A1: Trần Minh Khôi"' in page
    assert 'aria-label="D2: trống"' in page
    free = Seat.objects.get(row=4, place=2)
    finance = place(cabinet, meeting, "finance")
    change = {"place": finance.pk, "seat": free.pk}
    part = secretary.post(door("seats_change", meeting), change, headers={"hx-request": "true"})
    assert 'aria-label="D2: Lê Thị Hòa"' in part.content.decode()
    assert "<html" not in part.content.decode()
    assert secretary.post(door("seats_change", meeting), change).url == url
    assert secretary.post(door("seats_change", meeting), {"place": 0}).status_code == 422
    assert secretary.post(door("seats_order", meeting), {"room": 0}).status_code == 422


def test_a_member_sees_where_to_sit(cabinet, client):
    meeting = cabinet.convened()
    client.force_login(cabinet.finance)
    assert "Chỗ ngồi" not in client.get(door("page", meeting)).content.decode()
    seat_meeting(cabinet.secretary, meeting, room_of(cabinet))

    page = client.get(door("page", meeting)).content.decode()
    plan = client.get(door("seats", meeting)).content.decode()

    assert door("seats", meeting) in page
    assert "B1" in page
    assert plan.count("data-own") == 1
    assert "seat-change" not in plan
    assert 'role="button"' not in plan


def test_it_speaks_english(cabinet, secretary):
    meeting = cabinet.meeting()
    seat_meeting(cabinet.secretary, meeting, room_of(cabinet))
    secretary.cookies["django_language"] = "en"

    page = secretary.get(door("seats", meeting)).content.decode()

    assert "Who sits where" in page
    assert "Seat by protocol" in page


def test_a_full_room_asks_as_little_as_an_empty_one(cabinet, client):
    meeting = cabinet.convened()
    room = room_of(cabinet)
    seat_meeting(cabinet.secretary, meeting, room)
    client.force_login(cabinet.finance)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(door("seats", meeting)).status_code == 200
        return len(queries)

    full = asked()
    Seating.objects.exclude(participant__person=cabinet.finance).delete()
    assert asked() == full
