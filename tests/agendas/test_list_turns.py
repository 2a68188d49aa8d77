"""Whose move it is in the lists of an agenda, of the programme and of opinions."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agendas.actions import answer_advice, ask_advice, check_item, confirm_entry, register_entry
from core.clock import at
from tests.submitting import agency

MARCH = datetime(2020, 3, 2, 9, tzinfo=timezone.get_default_timezone())


def page_of(client, person, name, *keys, **query):
    client.force_login(person)
    return client.get(reverse(name, args=keys), query).content.decode()


def test_an_item_waits_for_papers_then_for_the_check_and_only_the_desk_is_told(cabinet, client):
    meeting = cabinet.convened("Ngân sách")
    meeting.items.update(sponsor=agency("finance"))
    item = meeting.items.get()
    agenda = "agendas:agenda"
    missing, check = "BTC · gửi tài liệu", "Ban thư ký · rà soát thể thức"
    assert missing in page_of(client, cabinet.secretary, agenda, meeting.pk)
    assert missing not in page_of(client, cabinet.finance, agenda, meeting.pk)

    meeting.items.update(kind="discussion")
    assert check in page_of(client, cabinet.secretary, agenda, meeting.pk)
    assert check not in page_of(client, cabinet.finance, agenda, meeting.pk)

    item.refresh_from_db()
    check_item(cabinet.secretary, item)
    assert 'class="turn"' not in page_of(client, cabinet.secretary, agenda, meeting.pk)


def test_what_came_late_waits_for_the_chair(cabinet, client):
    meeting = cabinet.meeting()
    item = cabinet.item(meeting)
    item.late_at, item.late_for = timezone.now(), "Mới có ý kiến"
    item.save()
    page = page_of(client, cabinet.chair, "agendas:agenda", meeting.pk)
    assert "Chủ trì · quyết định về phần gửi muộn" in page


def test_an_entry_of_the_programme_waits_for_the_desk_then_for_its_agency(
    cabinet, register, client
):
    facts = {"title": "Luật Nhà ở", "agency": agency("finance"), "kind": "decision"}
    with at(MARCH):
        entry = register_entry(cabinet.secretary, cabinet.body, year=2020, month=4, **facts)
        told = ["Ban thư ký · đưa vào chương trình công tác", "BTC · trình hồ sơ"]
        for words in told:
            for person in (cabinet.secretary, register.clerk()):
                page = page_of(client, person, "agendas:programme", year=2020)
                assert words in page
                assert "(trễ hạn)" not in page
            page = page_of(client, cabinet.health, "agendas:programme", year=2020)
            assert "Luật Nhà ở" not in page or words not in page
            if words == told[0]:
                confirm_entry(cabinet.secretary, entry)
    with at(MARCH + timedelta(days=90)):
        page = page_of(client, cabinet.secretary, "agendas:programme", year=2020)
        assert "(trễ hạn)" in page


@pytest.mark.parametrize("many", [1, 3])
def test_the_opinions_say_who_is_to_answer(cabinet, register, client, many):
    with at(MARCH):
        submission = register.lodged("Gia hạn")
        asked = [agency(key) for key in ("health", "justice", "transport")][:many]
        advices = ask_advice(register.clerk(), submission, agencies=asked)
        page = page_of(client, register.clerk(), "agendas:submission", submission.pk)
        assert page.count("· trả lời") == len(asked)
    page = page_of(client, register.clerk(), "agendas:submission", submission.pk)
    assert page.count("(trễ hạn)") >= len(asked)

    answer_advice(register.clerk("health"), advices[0], answer="agree")

    page = page_of(client, register.clerk(), "agendas:submission", submission.pk)
    assert page.count("· trả lời") == len(asked) - 1
