"""What submissions need of each: counts agree with what one may see, groups with what is due."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agendas.actions import ask_advice, place_submission, return_submission
from core.clock import at
from core.needs import needs_of
from tests.submitting import agency

PAST = timedelta(days=30)


def needs(person):
    """Return verb, title and group of what submissions need of somebody."""
    ours = ("/submissions/", "/advices/")
    return {(n.verb, n.title, n.group) for n in needs_of(person) if n.url.startswith(ours)}


def test_a_clerk_mends_writes_answers_and_waits(cabinet, register):
    register.draft("Dự thảo")
    return_submission(cabinet.secretary, register.lodged("Trả lại"), reason="Thiếu")
    lodged = register.lodged("Đã trình")
    with at(timezone.now() - PAST):
        ask_advice(register.clerk(), lodged, agencies=[agency("health")])

    assert needs(register.clerk()) == {
        ("Soạn tiếp", "Dự thảo", "week"),
        ("Hoàn thiện, trình lại", "Trả lại", "now"),
        ("Xem hồ sơ", "Đã trình", "waiting"),
    }
    assert needs(register.clerk("health")) == {("Gửi ý kiến", "Đã trình", "now")}
    assert needs(register.clerk("justice")) == set()


def test_secretary_and_chair_hear_of_what_is_theirs(cabinet, register):
    with at(timezone.now() - PAST):
        register.lodged("Trễ")
        register.accepted("Trễ phân hướng")
    register.routed("Đã phân")
    place_submission(cabinet.secretary, register.routed("Đã xếp"), cabinet.meeting())

    assert {need[:2] for need in needs(cabinet.secretary)} == {
        ("Kiểm tra", "Trễ"),
        ("Đưa vào chương trình", "Đã phân"),
    }
    assert ("Kiểm tra", "Trễ", "now") in needs(cabinet.secretary)
    assert needs(cabinet.chair) == {("Phân hướng", "Trễ phân hướng", "now")}
    for person in (cabinet.admin, cabinet.superuser(), cabinet.archivist, cabinet.stranger()):
        assert needs(person) == set()


def test_what_is_late_is_said_with_its_moment(cabinet, register):
    with at(timezone.now() - PAST):
        register.lodged("Trễ")
    (need,) = [n for n in needs_of(cabinet.secretary) if n.title == "Trễ"]
    assert need.when < timezone.now()
    assert need.late


@pytest.mark.parametrize("many", [1, 6])
@pytest.mark.parametrize("key", ["finance_clerk", "secretary", "chair"])
def test_the_home_page_asks_no_more_for_more(
    cabinet, register, client, key, many, django_assert_max_num_queries
):
    for number in range(many):
        register.lodged(f"A{number}")
        register.accepted(f"B{number}")
    client.force_login(cabinet.people[key])
    with django_assert_max_num_queries(18):
        client.get(reverse("people:home"))
