"""The register as each sees it: by whose move it is, narrowed, and without a question for each line."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agendas.actions import ask_advice, place_submission, return_submission
from agendas.states import Route
from core.clock import at
from tests.submitting import agency


def door(name):
    return reverse(f"agendas:{name}")


@pytest.fixture
def entered(client):
    """Return how to knock as somebody."""

    def enter(person):
        client.force_login(person)
        return client

    return enter


def lists(client, **query):
    answer = client.get(door("submissions"), query)
    assert answer.status_code == 200
    groups = answer.context["groups"]
    return {group.key: [row.submission.title for row in group.rows] for group in groups}


def test_everybody_finds_what_waits_for_him(cabinet, register, entered):
    register.draft("Dự thảo")
    register.lodged("Đã trình")
    register.accepted("Đã nhận")
    register.routed("Đã phân")
    register.routed("Họp trước", route=Route.PRELIMINARY)
    return_submission(cabinet.secretary, register.lodged("Trả lại"), reason="Thiếu")
    placed = register.routed("Đã xếp")
    place_submission(cabinet.secretary, placed, cabinet.meeting())
    ask_advice(register.clerk(), placed, agencies=[agency("health")])

    waiting = ["Đã trình", "Họp trước", "Đã phân", "Đã nhận"]
    mine = lists(entered(register.clerk()))
    assert sorted(mine["mend"]) == ["Dự thảo", "Trả lại"]
    assert sorted(mine["waiting"]) == sorted(waiting)
    assert mine["done"] == ["Đã xếp"]
    desk = lists(entered(cabinet.secretary))
    assert desk["check"] == ["Đã trình"]
    assert desk["place"] == ["Đã phân"]
    chair = lists(entered(cabinet.chair))
    assert sorted(chair["route"]) == ["Họp trước", "Đã nhận"]
    assert lists(entered(register.clerk("health"))) == {"answer": ["Đã xếp"]}
    assert lists(entered(register.clerk("justice"))) == {}


def test_the_register_is_narrowed(cabinet, register, entered):
    with at(timezone.now() - timedelta(days=30)):
        register.lodged("Trễ")
    register.lodged("Mới")
    register.accepted("Y tế", "health")
    client = entered(cabinet.secretary)
    assert lists(client, state="accepted") == {"waiting": ["Y tế"]}
    assert lists(client, agency=agency("health").pk) == {"waiting": ["Y tế"]}
    assert lists(client, late="on") == {"check": ["Trễ"]}
    assert lists(client, state="?", agency="x").keys() == {"check", "waiting"}


@pytest.mark.parametrize("key", ["finance_clerk", "secretary"])
def test_the_register_asks_the_database_no_more_for_more(
    cabinet, register, entered, key, django_assert_max_num_queries
):
    for number in range(6):
        submission = register.lodged(f"Hồ sơ {number}")
        ask_advice(register.clerk(), submission, agencies=[agency("health")])
    client = entered(cabinet.people[key])
    lists(client)
    with django_assert_max_num_queries(14):
        lists(client)
