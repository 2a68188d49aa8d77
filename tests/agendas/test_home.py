"""What needs me, where several sessions are ahead: they are read together."""

import pytest
from django.urls import reverse

from agendas.actions import give_position
from people.models import Assistance
from tests.cabinet import SINCE


@pytest.fixture
def helper(cabinet):
    """Return an assistant of the minister of finance."""
    person = cabinet.person("helper")
    seat = cabinet.body.memberships.get(person=cabinet.finance)
    Assistance.objects.create(membership=seat, person=person, starts=SINCE)
    return person


def sessions(cabinet, count):
    """Convene sessions at which something is opposed, something new, and a draft of the next."""
    for number in range(count):
        meeting = cabinet.convened(f"Ngân sách {number}", f"Cư trú {number}")
        give_position(cabinet.health, meeting.items.first(), stance="objection", reason="Chưa đủ")
        cabinet.item(meeting, f"Mới {number}")
        cabinet.item(cabinet.meeting(f"Phiên sau {number}"), "Dự án luật")


@pytest.mark.parametrize("count", [1, 4])
@pytest.mark.parametrize(
    ("who", "verbs"),
    [
        ("secretary", ["Công bố chương trình", "Công bố chương trình", "Xem ý kiến khác"]),
        ("finance", ["Cho ý kiến về 2 nội dung", "Trả lời giấy mời"]),
        ("helper", ["Chuẩn bị ý kiến"]),
    ],
)
def test_the_home_page_asks_no_more_for_more_sessions(
    cabinet, helper, client, who, verbs, count, django_assert_max_num_queries
):
    sessions(cabinet, count)
    client.force_login(cabinet.people[who])

    with django_assert_max_num_queries(22):
        page = client.get(reverse("people:home")).content.decode()

    for verb in set(verbs):
        assert page.count(f">{verb}<") == verbs.count(verb) * count, verb
