"""Who has opened which paper, for those who keep the meeting."""

import pytest
from django.urls import reverse

from agendas.actions import grant_sight
from agendas.models import Item
from meetings.actions import move_meeting
from papers.actions import note_opening, replace_paper, restrict_paper, table_paper
from papers.models import Paper
from papers.openings import papers_opened, readings_of
from people.models import Notice
from tests.cabinet import paper_pdf
from tests.papers.conftest import read_once


def read(text):
    return read_once(paper_pdf(text=text))


@pytest.fixture
def desk(cabinet):
    """A convened meeting with an open paper, and a restricted one that ``finance`` may see."""
    meeting = cabinet.meeting()
    item = cabinet.item(meeting, "Dự toán ngân sách")
    hidden = cabinet.item(meeting, "Kỷ luật", restricted=True)
    grant_sight(cabinet.secretary, hidden, person=cabinet.finance)
    cabinet.publish(meeting)
    move_meeting(cabinet.secretary, meeting, "convened")
    meeting.refresh_from_db()
    for one in (item, hidden):
        one.refresh_from_db()
        table_paper(cabinet.secretary, one, title=f"Tờ trình {one.title}", file=read(one.title))
    return meeting


def told(cabinet, person):
    notices = Notice.objects.filter(person=person, kind="paper.tabled").order_by("pk")
    return [(notice.title, notice.restricted) for notice in notices]


def counts(meeting):
    return [(one.opened, len(one.readers)) for one in papers_opened(meeting)]


def test_an_opening_counts_for_the_newest_version(cabinet, desk):
    paper = Paper.objects.get(matter__items__restricted=False)
    assert counts(desk) == [(0, 5), (0, 2)]
    note_opening(cabinet.finance, paper.versions.get(), paper.item)
    note_opening(cabinet.health, paper.versions.get(), paper.item)
    assert counts(desk) == [(2, 5), (0, 2)]

    replace_paper(cabinet.secretary, paper, file=read("Bản mới"))

    assert counts(desk) == [(0, 5), (0, 2)]


def test_who_has_opened_least_stands_first(cabinet, desk):
    open_paper = Paper.objects.get(matter__items__restricted=False)
    note_opening(cabinet.chair, open_paper.versions.get(), open_paper.item)
    readings = readings_of(papers_opened(desk))
    assert [(one.opened, one.total) for one in readings] == [(0, 2), (0, 1), (0, 1), (0, 1), (1, 2)]
    assert readings[0].place.person == cabinet.finance


def test_only_the_desk_sees_it(cabinet, desk, client):
    url = reverse("papers:openings", args=[desk.pk])
    client.force_login(cabinet.finance)
    assert client.get(url).status_code == 403
    client.force_login(cabinet.secretary)
    page = client.get(url).content.decode()
    assert "Tờ trình Dự toán ngân sách" in page
    assert "5 người chưa mở" in page
    assert "5 người · mở xem" in page
    move_meeting(cabinet.secretary, desk, "cancelled", "Hoãn")
    assert "mở xem" not in client.get(url).content.decode()


@pytest.mark.parametrize("more", [0, 4])
def test_the_page_asks_no_more_for_more(cabinet, desk, client, more, django_assert_max_num_queries):
    for number in range(more):
        hidden = cabinet.item(desk, f"Nhân sự {number}", restricted=number > 1)
        cabinet.publish(desk)
        hidden.refresh_from_db()
        paper = table_paper(cabinet.secretary, hidden, title=f"Tờ {number}", file=read(f"{number}"))
        if number % 2:
            restrict_paper(cabinet.secretary, paper, restricted=True)
    client.force_login(cabinet.secretary)

    with django_assert_max_num_queries(16):
        page = client.get(reverse("papers:openings", args=[desk.pk])).content.decode()

    assert page.count("disclosure") >= 2 + more


def test_of_a_restricted_paper_only_its_readers_hear(cabinet, desk):
    assert told(cabinet, cabinet.health) == [("Tài liệu mới: Tờ trình Dự toán ngân sách", False)]
    assert told(cabinet, cabinet.finance)[-1] == ("Tài liệu mới: Tờ trình Kỷ luật", True)
    assert told(cabinet, cabinet.secretary) == []


def test_a_guest_hears_of_the_own_items_alone(cabinet, desk):
    from agendas.actions import invite_for_item

    item = cabinet.item(desk, "Dự án luật")
    cabinet.publish(desk)
    item.refresh_from_db()
    guest = cabinet.person("guest")
    invite_for_item(cabinet.secretary, item, person=guest, office="Chủ tịch")
    budget = desk.items.get(title="Dự toán ngân sách")
    for one, title in ((item, "Tờ trình luật"), (budget, "Phụ lục")):
        table_paper(cabinet.secretary, one, title=title, file=read(title))
    cabinet.item(desk, "Nội dung khác")
    cabinet.publish(desk)

    assert told(cabinet, guest) == [("Tài liệu mới: Tờ trình luật", False)]
    assert not Notice.objects.filter(person=guest, kind="agenda.published").exists()


def test_a_guest_of_an_item_reads_the_papers_of_its_sub_items(cabinet, desk):
    from agendas.actions import invite_for_item

    item = desk.items.get(title="Dự toán ngân sách")
    part = cabinet.item(desk, "Phần chi")
    cabinet.publish(desk)
    Item.objects.filter(pk=part.pk).update(parent=item, position=1)
    part.refresh_from_db()
    guest = cabinet.person("guest")
    invite_for_item(cabinet.secretary, item, person=guest)

    table_paper(cabinet.secretary, part, title="Phụ lục chi", file=read("Phần chi"))

    assert told(cabinet, guest) == [("Tài liệu mới: Phụ lục chi", False)]
    titles = [one.paper.title for one in papers_opened(desk)]
    assert titles == ["Tờ trình Dự toán ngân sách", "Phụ lục chi", "Tờ trình Kỷ luật"]


def test_a_new_version_is_told_and_named(cabinet, desk):
    paper = Paper.objects.get(matter__items__restricted=False)
    replace_paper(cabinet.secretary, paper, file=read("Bản mới"))
    assert told(cabinet, cabinet.health)[-1][0] == "Bản mới BIS: Tờ trình Dự toán ngân sách"


def test_of_what_is_not_published_nobody_hears(cabinet, desk):
    item = cabinet.item(desk, "Chưa công bố")
    table_paper(cabinet.secretary, item, title="Tờ trình", file=read("Tờ trình mật"))
    assert len(told(cabinet, cabinet.health)) == 1


def test_a_new_agenda_is_told_without_its_restricted_items(cabinet, desk):
    cabinet.item(desk, "Dự án luật")
    secret = cabinet.item(desk, "Nhân sự", restricted=True)
    grant_sight(cabinet.secretary, secret, person=cabinet.justice)
    cabinet.publish(desk)

    found = Notice.objects.filter(kind="agenda.published")
    by_title = {notice.title for notice in found.filter(person=cabinet.health)}
    assert by_title == {"Chương trình, bản B: Phiên họp thường kỳ"}
    told = found.get(person=cabinet.justice, restricted=True)
    assert told.title == "Nội dung hạn chế trong chương trình: Nhân sự"
    assert not found.filter(person=cabinet.secretary).exists()


def test_a_version_with_restricted_news_alone_is_no_news_for_the_others(cabinet, desk):
    cabinet.publish(desk)  # the open paper is news for everybody
    known = list(Notice.objects.values_list("pk", flat=True))
    cabinet.item(desk, "Nhân sự", restricted=True)
    cabinet.publish(desk)
    told = Notice.objects.filter(kind="agenda.published").exclude(pk__in=known)
    assert {notice.person for notice in told} == {cabinet.chair}
