"""What comes late the chair may refuse: it goes untold, and the secretary hears why."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agendas.actions import consent_to_late, defer_item, place_submission, refuse_late
from agendas.errors import ItemSettled, NotLate, ReasonMissing
from agendas.models import AgendaVersion, Item
from agendas.policies import items_visible_to
from agendas.states import ItemState
from core.clock import at
from core.errors import NotAllowed
from core.needs import needs_of
from papers.actions import refuse_late_papers, replace_paper, table_paper, take_late_papers
from papers.errors import NoLatePapers
from papers.ingest.reading import read_pdf
from papers.policies import papers_visible_to, versions_visible_to
from realtime.models import Entry
from tests.papers import files


def door(name, thing):
    return reverse(name, args=[thing.pk])


def laid(cabinet, item, title="Tờ trình", **facts):
    file = read_pdf(files.good(text=title), name="to-trinh.pdf")
    return table_paper(cabinet.secretary, item, title=title, file=file, **facts)


@pytest.fixture
def ahead(cabinet):
    """A session in a month, whose limit is still to come."""
    return cabinet.convened("A", "B", starts_at=timezone.now() + timedelta(days=30), ends_at=None)


@pytest.fixture
def eve(ahead):
    """The day before that session."""
    with at(ahead.starts_at - timedelta(days=1)):
        yield ahead.starts_at - timedelta(days=1)


# --- items --------------------------------------------------------------------------------------


def test_a_refused_item_leaves_the_agenda_untold(cabinet, ahead, eve):
    item = cabinet.item(ahead, "Gấp", position=1, late_for="Bão")
    part = cabinet.item(ahead, "Một phần", parent=item)
    consent_to_late(cabinet.chair, part)
    for person in (cabinet.secretary, cabinet.finance):
        with pytest.raises(NotAllowed):
            refuse_late(person, item, reason="Chưa chín")
    with pytest.raises(ReasonMissing):
        refuse_late(cabinet.chair, item, reason=" ")

    item = refuse_late(cabinet.chair, item, reason=" Chưa chín ")

    assert (item.state, item.withdrawn_for) == (ItemState.WITHDRAWN, "Chưa chín")
    assert (item.late_refused_by, item.is_waiting) == (cabinet.chair, False)
    assert not [need for need in needs_of(cabinet.chair) if "Gấp" in need.title]
    for deed in (consent_to_late, lambda *facts: refuse_late(*facts, reason="?")):
        with pytest.raises(ItemSettled):
            deed(cabinet.chair, item)
    cabinet.item(ahead, "C")
    consent_to_late(cabinet.chair, ahead.items.get(title="C"))
    cabinet.publish(ahead)
    lines = AgendaVersion.objects.last().lines
    assert [f"{line['label']} {line['title']}" for line in lines] == ["1 A", "2 B", "3 C"]
    assert not items_visible_to(cabinet.finance).filter(pk__in=[item.pk, part.pk]).exists()


def test_the_secretary_is_told_and_the_record_keeps_it(cabinet, ahead, eve):
    item = cabinet.item(ahead, "Gấp")
    refuse_late(cabinet.chair, item, reason="Chưa chín")

    notice = cabinet.secretary.notices.get(kind="late.refused")
    assert "Gấp" in notice.title
    assert (notice.body, notice.url) == ("Chưa chín", door("agendas:item", item))
    assert not cabinet.finance.notices.filter(kind="late.refused").exists()
    told = Entry.objects.get(name="item.consent_refused").facts
    assert (told["title"], told["reason"]) == ("Gấp", "Chưa chín")


def test_what_is_in_time_or_taken_is_not_refused(cabinet, ahead, eve):
    taken = consent_to_late(cabinet.chair, cabinet.item(ahead, "Gấp"))
    for item in (taken, ahead.items.get(title="A")):
        with pytest.raises(NotLate):
            refuse_late(cabinet.chair, item, reason="Chưa chín")


def test_a_refused_submission_may_come_on_another_agenda(cabinet, register, ahead, eve):
    submission = register.routed("Gấp")
    item = place_submission(cabinet.secretary, submission, ahead, late_for="Bão")
    refuse_late(cabinet.chair, item, reason="Chưa chín")
    later = cabinet.meeting(starts_at=ahead.starts_at + timedelta(days=30), ends_at=None)

    assert place_submission(cabinet.secretary, submission, later).matter == item.matter


def test_the_agency_hears_that_its_submission_was_refused(cabinet, register, ahead, eve):
    submission = register.routed("Gấp")
    item = place_submission(cabinet.secretary, submission, ahead, late_for="Bão")

    refuse_late(cabinet.chair, item, reason="Chưa chín")

    assert register.clerk().notices.latest("pk").title == "Đã đưa ra khỏi chương trình: Gấp"


def test_the_chair_refuses_on_the_page(cabinet, client, ahead, eve):
    item = cabinet.item(ahead, "Gấp")
    refusal = door("agendas:item_refuse", item)
    client.force_login(cabinet.chair)
    assert refusal in client.get(door("agendas:item", item)).content.decode()
    assert client.post(refusal, {"reason": ""}).status_code == 422

    page = client.post(refusal, {"reason": "Chưa chín"}, follow=True).content.decode()

    assert "chủ tọa không tiếp nhận" in page
    assert "chủ tọa đã đồng ý" not in page
    assert "Chưa chín" in page
    client.force_login(cabinet.secretary)
    agenda = client.get(door("agendas:agenda", ahead)).content.decode()
    assert "chủ tọa không tiếp nhận" in agenda


# --- papers -------------------------------------------------------------------------------------


def test_a_refused_version_is_kept_and_never_shown(cabinet, client, ahead):
    item = ahead.items.get(title="A")
    paper = laid(cabinet, item)
    with at(ahead.starts_at - timedelta(days=1)):
        second = replace_paper(cabinet.secretary, paper, file=read_pdf(files.good(text="Sửa")))
        alone = laid(cabinet, item, "Phụ lục", late_for="Số liệu mới")
        with pytest.raises(NotAllowed):
            refuse_late_papers(cabinet.secretary, item, reason="Chưa thẩm định")
        with pytest.raises(ReasonMissing):
            refuse_late_papers(cabinet.chair, item, reason=" ")

        refuse_late_papers(cabinet.chair, item, reason="Chưa thẩm định")

        second.refresh_from_db()
        assert (second.late_refused_for, second.is_waiting, second.is_admitted) == (
            "Chưa thẩm định",
            False,
            False,
        )
        with pytest.raises(NoLatePapers):
            take_late_papers(cabinet.chair, item)
        assert not [n for n in needs_of(cabinet.chair) if n.url == door("agendas:item", item)]
        assert [one.number for one in versions_visible_to(cabinet.finance)] == [1]
        assert list(papers_visible_to(cabinet.finance)) == [paper]
        assert alone in papers_visible_to(cabinet.secretary)
        client.force_login(cabinet.secretary)
        assert "Chưa thẩm định" in client.get(door("papers:list", item)).content.decode()
        client.force_login(cabinet.finance)
        assert client.get(door("papers:file", paper), {"version": 2}).status_code == 404


def test_the_secretary_hears_of_it_and_asks_again_with_a_new_version(cabinet, ahead):
    item = ahead.items.get(title="A")
    paper = laid(cabinet, item)
    with at(ahead.starts_at - timedelta(days=1)):
        replace_paper(cabinet.secretary, paper, file=read_pdf(files.good(text="Sửa")))
        refuse_late_papers(cabinet.chair, item, reason="Chưa thẩm định")
        notice = cabinet.secretary.notices.get(kind="late.refused")
        assert "Tờ trình BIS" in notice.title
        assert notice.body == "Chưa thẩm định"
        told = Entry.objects.get(name="paper.refused").facts
        assert (told["reason"], len(told["version_ids"])) == ("Chưa thẩm định", 1)

        third = replace_paper(cabinet.secretary, paper, file=read_pdf(files.good(text="Sửa nữa")))

        assert third.is_waiting
        assert take_late_papers(cabinet.chair, item) == [third]
        assert [one.number for one in versions_visible_to(cabinet.finance)] == [1, 3]


def test_the_same_file_may_be_laid_again_where_it_is_in_time(cabinet, ahead):
    item = ahead.items.get(title="A")
    with at(ahead.starts_at - timedelta(days=1)):
        laid(cabinet, item, "Phụ lục", late_for="Số liệu mới")
        refuse_late_papers(cabinet.chair, item, reason="Chưa thẩm định")
        later = cabinet.convened("B", starts_at=ahead.starts_at + timedelta(days=30), ends_at=None)
        item = defer_item(cabinet.secretary, item, meeting=later, reason="Chờ phụ lục")

        again = laid(cabinet, item, "Phụ lục")

        cabinet.publish(later)
        assert list(papers_visible_to(cabinet.finance)) == [again]


def test_late_papers_are_refused_on_the_page(cabinet, client, ahead):
    item = ahead.items.get(title="A")
    with at(ahead.starts_at - timedelta(days=1)):
        laid(cabinet, item, late_for="Số liệu mới")
        client.force_login(cabinet.chair)
        refusal = door("papers:refuse", item)
        assert refusal in client.get(door("papers:list", item)).content.decode()
        assert "Số liệu mới" in client.get(refusal).content.decode()
        assert client.post(refusal, {"reason": ""}).status_code == 422
        assert client.post(refusal, {"reason": "Chưa thẩm định"}).status_code == 302
        assert client.post(refusal, {"reason": "Chưa thẩm định"}).status_code == 409
    assert Item.objects.get(pk=item.pk).state == ItemState.PLANNED
