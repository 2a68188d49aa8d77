"""The register and the programme narrowed; what a kept search counts is what its page shows."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from agendas.actions import confirm_entry, place_submission, return_submission
from core.clock import at
from people.searches.keeping import keep_search
from people.searches.lists import Glance
from people.searches.reading import counted
from tests.agendas.test_programme import HEALTH, entry_of
from tests.submitting import agency


@pytest.fixture
def full(cabinet, register):
    """Let the register hold something of every sort."""
    meeting = cabinet.meeting()
    with at(timezone.now() - timedelta(days=40)):
        register.lodged("Thuế trễ")
    register.lodged("Thuế giá trị gia tăng", urgency="flash", preferred_meeting=meeting)
    register.accepted("Khám bệnh", "health", kind="information")
    register.routed("Đất đai")
    return_submission(cabinet.secretary, register.lodged("Trả lại"), reason="Thiếu")
    place_submission(cabinet.secretary, register.routed("Đã xếp"), meeting)
    return meeting


def shown(client, **query):
    groups = client.get(reverse("agendas:submissions"), query).context["groups"]
    return {row.submission.title for group in groups for row in group.rows}


def kept(person, place, query):
    keep_search(person, place=place, query=urlencode(query, doseq=True), name="A")
    (one,) = counted(Glance(person))
    return one.count


ASKED = [
    ({"q": "thue"}, {"Thuế trễ", "Thuế giá trị gia tăng"}),
    ({"q": "bộ y tế"}, {"Khám bệnh"}),
    ({"q": "dat dai btc"}, {"Đất đai"}),
    ({"urgency": "flash"}, {"Thuế giá trị gia tăng"}),
    ({"kind": "information"}, {"Khám bệnh"}),
    ({"late": "on"}, {"Thuế trễ"}),
    ({"move": "mine"}, {"Thuế trễ", "Thuế giá trị gia tăng", "Đất đai"}),
    ({"move": "chair"}, {"Khám bệnh"}),
    ({"move": "agency"}, {"Trả lại"}),
    ({"move": "nobody"}, {"Đã xếp"}),
    ({"move": "nobody", "late": "on"}, set()),
    ({"move": "secretariat", "q": "thue", "late": "on"}, {"Thuế trễ"}),
    ({"state": "routed"}, {"Đất đai", "Đã xếp"}),
]


@pytest.mark.parametrize(("query", "found"), ASKED)
def test_the_secretary_finds_and_counts_the_same(cabinet, full, client, query, found):
    client.force_login(cabinet.secretary)
    assert shown(client, **query) == found
    assert kept(cabinet.secretary, "submissions", query) == len(found)


def test_the_preferred_session_and_the_sponsor_are_offered_and_narrow(cabinet, full, client):
    client.force_login(cabinet.secretary)
    page = client.get(reverse("agendas:submissions")).content.decode()
    assert f'<option value="{full.pk}"' in page
    assert shown(client, session=full.pk) == {"Thuế giá trị gia tăng"}
    assert shown(client, agency=agency("health").pk) == {"Khám bệnh"}
    assert shown(client, q="2") == {"Thuế giá trị gia tăng"}, "its number in the register"


def test_no_agency_is_offered_that_one_may_not_know_of(cabinet, full, register, client):
    client.force_login(register.clerk("health"))
    page = client.get(reverse("agendas:submissions")).content.decode()
    assert f'<option value="{agency("health").pk}"' in page
    assert f'<option value="{agency("finance").pk}"' not in page
    assert shown(client, agency=agency("finance").pk) == set()


def test_of_many_that_are_done_all_are_counted_and_the_newest_shown(
    cabinet, register, client, monkeypatch
):
    monkeypatch.setattr("agendas.submissions.lists.NEWEST", 2)
    meeting = cabinet.meeting()
    for number in range(3):
        place_submission(cabinet.secretary, register.routed(f"Xong {number}"), meeting)
    client.force_login(cabinet.secretary)
    (group,) = client.get(reverse("agendas:submissions"), {"move": "nobody"}).context["groups"]
    assert (group.count, len(group.rows)) == (3, 2)
    assert kept(cabinet.secretary, "submissions", {"move": "nobody"}) == 3


PROGRAMME = [
    ({"year": 2027, "q": "ngan sach"}, 2),
    ({"year": 2027, "q": "ngan sach", "quarter": 1}, 1),
    ({"year": 2027, "q": "ngan sach", "month": 7}, 1),
    ({"year": 2027, "state": "confirmed"}, 1),
    ({"year": 2028, "q": "ngan sach"}, 0),
    ({"q": "thuoc"}, 1),
]


@pytest.mark.parametrize(("query", "count"), PROGRAMME)
def test_the_programme_is_narrowed_and_counted(cabinet, client, query, count):
    entry_of(cabinet, "Luật Ngân sách")
    entry_of(cabinet, "Thi hành Luật Ngân sách", month=7)
    confirm_entry(cabinet.secretary, entry_of(cabinet, "Giá thuốc", HEALTH))
    client.force_login(cabinet.secretary)
    months = client.get(reverse("agendas:programme"), query).context["months"]
    assert sum(len(cell.entries) for month in months for cell in month.cells) == count
    assert kept(cabinet.secretary, "programme", query) == count


def test_a_narrowed_programme_leaves_out_sessions_and_empty_months(cabinet, client):
    entry_of(cabinet, "Luật Ngân sách")
    start = timezone.make_aware(timezone.datetime(2027, 3, 4, 8))
    cabinet.meeting("Phiên tháng ba", starts_at=start, ends_at=None)
    client.force_login(cabinet.secretary)
    url = reverse("agendas:programme")
    page = client.get(url, {"year": 2027, "q": "ngan"}).content.decode()
    assert page.count('<th scope="row"') == 1
    assert "Phiên tháng ba" not in page
    assert 'name="year" value="2027"' in page, "the bar carries the period"
    assert "?q=ngan&amp;year=2026" in page, "another year is narrowed alike"
    nothing = client.get(url, {"year": 2027, "q": "xyz"}).content.decode()
    assert "Không có mục nào trong chương trình phù hợp" in nothing
    assert "Phiên tháng ba" in client.get(url, {"year": 2027}).content.decode()
