"""The list of released sessions: newest first, in pages, found by words with or without diacritics."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.clock import now
from exchange.actions import confirm_release, plan_release
from exchange.states import Audience, What
from papers.actions import table_paper
from tests.exchange.agencies import TWO, asked, gate, listed
from tests.exchange.conftest import Told, read_once


@pytest.mark.parametrize(
    "words", ["dự toán", "du toan", "DU TOAN ngan", "bo tai chinh", "thuong ky"]
)
def test_sessions_are_found_with_or_without_diacritics(clerk, released, words):
    assert released.meeting.title in listed(clerk, q=words)


@pytest.mark.parametrize("words", ["nhân sự", "nhan su", "to trinh", "giao bo", "khong co"])
def test_what_is_not_released_is_not_found(clerk, released, words):
    assert released.meeting.title not in listed(clerk, q=words)


def test_papers_and_decisions_are_found_once_released(clerk, released):
    released.open(What.PAPERS, *TWO)
    released.open(What.DECISIONS, *TWO)

    assert "Tờ trình" in listed(clerk, q="to trinh")
    assert "Giao Bộ Tài chính thực hiện." in listed(clerk, q="giao bo thuc hien")


def test_the_list_has_pages_newest_first(clerk, cabinet):
    first = timezone.now() + timedelta(days=1)
    for number in range(13):
        told = Told.__new__(Told)
        told.cabinet = cabinet
        told.meeting = cabinet.convened(
            f"Việc {number}",
            title=f"Phiên {number:02}",
            starts_at=first + timedelta(days=number),
            ends_at=None,
        )
        told.open(What.AGENDA, *TWO)

    shown = listed(clerk)
    assert shown.index("Phiên 12") < shown.index("Phiên 11")
    assert "Phiên 00" not in shown
    assert "Phiên 00" in listed(clerk, page="2")
    assert "Phiên 00" in listed(clerk, q="viec 0")


def test_list_and_session_ask_the_same_few_questions(
    clerk, cabinet, released, django_assert_num_queries
):
    released.open(What.PAPERS, *TWO)
    released.open(What.DECISIONS, *TWO)
    addresses = [
        reverse("exchange:released"),
        reverse("exchange:released") + "?q=du+toan",
        reverse("exchange:released_meeting", args=[released.meeting.pk]),
    ]
    before = [asked(clerk, url) for url in addresses]
    for number in range(3):
        title = f"Phụ lục {number}"
        table_paper(cabinet.secretary, released.budget, title=title, file=read_once(title))
    confirm_release(cabinet.secretary, gate(released, What.PAPERS, Audience.MEMBERS))
    confirm_release(cabinet.secretary, gate(released, What.PAPERS))
    other = cabinet.convened("Dự toán khác", "Dự toán nữa")
    for audience in TWO:
        plan_and_open(cabinet, other, audience)

    assert [asked(clerk, url) for url in addresses] == before
    assert max(before) <= 22


def plan_and_open(cabinet, meeting, audience):
    facts = {"what": What.AGENDA, "audience": audience, "planned_at": now()}
    confirm_release(cabinet.secretary, plan_release(cabinet.secretary, meeting, **facts))
