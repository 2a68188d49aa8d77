"""The pages of rooms and seats, as the secretary and a member use them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.actions import seat_meeting
from meetings.models import Seat, Seating
from tests.meetings.test_seats import HALL, place, room_of


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
