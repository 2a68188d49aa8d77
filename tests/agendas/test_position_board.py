"""Positions as chair and secretary see them, and whom they wait for."""

import csv
import io

import pytest
from django.urls import reverse

from agendas.actions import give_all, give_position, grant_sight
from core.needs import needs_of
from people.actions import appoint_assistant
from tests.cabinet import SINCE

HTMX = {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": "http://testserver/meetings/1/agenda/"}


def door(name, thing):
    return reverse(f"agendas:{name}", args=[thing.pk])


@pytest.fixture
def meeting(cabinet):
    return cabinet.convened("A", "B", "C")


@pytest.fixture
def member(cabinet, client):
    client.force_login(cabinet.finance)
    return client


@pytest.fixture
def helper(cabinet):
    seat = cabinet.body.memberships.get(person=cabinet.finance)
    person = cabinet.person("helper")
    appoint_assistant(cabinet.finance, seat, person=person, starts=SINCE)
    return person


def page(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def verbs(person):
    return [need.verb for need in needs_of(person)]


def test_the_board_names_everybody_and_is_a_table_for_a_spreadsheet(cabinet, client, meeting):
    item = meeting.items.first()
    give_position(cabinet.finance, item, stance="objection", reason="=1+1")
    client.force_login(cabinet.chair)
    told = page(client, door("positions", meeting))
    assert str(cabinet.transport) in told
    assert "=1+1" in told

    table = client.get(door("positions_table", meeting)).content.decode("utf-8-sig")

    rows = list(csv.reader(io.StringIO(table)))
    assert len(rows) == 1 + 3 * 5
    own = next(row for row in rows if row[2] == str(cabinet.finance) and row[0] == "1")
    assert own[4:6] == ["Có ý kiến khác", "'=1+1"]


def test_a_restricted_item_is_on_the_board_for_those_asked_alone(cabinet, client, meeting):
    item = cabinet.item(meeting, "Nhân sự", restricted=True)
    grant_sight(cabinet.secretary, item, person=cabinet.finance)
    cabinet.publish(meeting)
    client.force_login(cabinet.secretary)
    table = client.get(door("positions_table", meeting)).content.decode("utf-8-sig")
    hidden = [row[2] for row in csv.reader(io.StringIO(table)) if row[0] == "H1"]
    assert hidden == [str(cabinet.chair), str(cabinet.finance)]


def test_what_needs_whom(cabinet, meeting, helper):
    item = cabinet.item(meeting, "Nhân sự", restricted=True)
    grant_sight(cabinet.secretary, item, person=cabinet.finance)
    cabinet.publish(meeting)
    assert "Cho ý kiến về 4 nội dung" in verbs(cabinet.finance)
    assert "Cho ý kiến về 3 nội dung" in verbs(cabinet.health)
    assert "Chuẩn bị ý kiến" in verbs(helper)
    assert "Xem ý kiến khác" not in verbs(cabinet.chair)

    give_all(cabinet.finance, meeting)
    give_position(cabinet.health, meeting.items.first(), stance="speak")

    assert not [verb for verb in verbs(cabinet.finance) if verb.startswith("Cho ý kiến")]
    assert "Chuẩn bị ý kiến" not in verbs(helper)
    assert "Xem ý kiến khác" in verbs(cabinet.chair)


def test_the_pages_ask_the_same_number_of_questions_for_more_items(
    cabinet, client, django_assert_max_num_queries
):
    client.force_login(cabinet.chair)
    few = cabinet.convened("A", "B")
    many = cabinet.convened(*"ABCDEFGHIJ")
    for person in cabinet.members():
        give_all(person, many)
        give_all(person, few)
    for name in ("agenda", "positions", "positions_table"):
        asked = count_of(client, door(name, few))
        with django_assert_max_num_queries(asked):
            client.get(door(name, many))


def count_of(client, url):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(url)
    return len(asked)
