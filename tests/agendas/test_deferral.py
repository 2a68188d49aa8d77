"""An item deferred to a session ahead: its matter goes on, both sessions name each other."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agendas.actions import (
    defer_item,
    grant_sight,
    withdraw_item,
)
from agendas.errors import (
    AgendaSettled,
    ItemSettled,
    NoOtherMeeting,
    ReasonMissing,
)
from agendas.models import Item
from agendas.policies import items_visible_to, persons_who_see
from agendas.states import ItemState
from core.clock import at
from core.errors import NotAllowed
from meetings.actions import invite, move_meeting
from papers.actions import replace_paper, table_paper, take_late_papers
from papers.errors import ItemGoesOnElsewhere, ItemIsWithdrawn
from papers.ingest.reading import read_pdf
from papers.policies import papers_visible_to, versions_visible_to
from tests.papers import files


def door(name, thing):
    return reverse(name, args=[thing.pk])


def laid(cabinet, item, title="Tờ trình", **facts):
    file = read_pdf(files.good(text=title), name="to-trinh.pdf")
    return table_paper(cabinet.secretary, item, title=title, file=file, **facts)


@pytest.fixture
def ahead(cabinet):
    """A session in a month, whose limit is still to come."""
    return cabinet.convened("A", starts_at=timezone.now() + timedelta(days=30), ends_at=None)


@pytest.fixture
def here(cabinet):
    return cabinet.in_session("A", "B")


def test_a_deferred_item_goes_on_with_its_papers_and_both_name_each_other(
    cabinet, client, here, ahead
):
    item = here.items.get(title="A")
    paper = laid(cabinet, item)
    sub = cabinet.item(here, "A1", parent=item)

    after = defer_item(cabinet.secretary, item, meeting=ahead, reason="Chờ thẩm định")

    item, sub = (Item.objects.get(pk=one.pk) for one in (item, sub))
    assert {item.state, sub.state} == {ItemState.DEFERRED}
    assert (after.continues, after.matter, after.label) == (item, item.matter, "2")
    assert sub.continued_by.label == "2.1"
    cabinet.publish(ahead)
    with at(timezone.now() + timedelta(seconds=5)):
        replace_paper(cabinet.secretary, paper, file=read_pdf(files.good(text="Sửa")))
        client.force_login(cabinet.finance)
        old, new = (client.get(door("agendas:item", one)).content.decode() for one in (item, after))
        assert door("agendas:item", after) in old
        assert "Chờ thẩm định" in new
        assert door("agendas:item", item) in new
        assert "BIS" not in client.get(door("papers:list", item)).content.decode()
        assert "BIS" in client.get(door("papers:list", after)).content.decode()
    with pytest.raises(ItemGoesOnElsewhere):
        laid(cabinet, item, "Phụ lục")


def test_who_sees_only_the_deferred_item_reads_what_lay_there_then(cabinet, here, ahead):
    guest = cabinet.person("guest")
    invite(cabinet.secretary, here, person=guest, capacity="invitee")
    item = here.items.get(title="A")
    paper = laid(cabinet, item)
    defer_item(cabinet.secretary, item, meeting=ahead, reason="Chờ thẩm định")
    cabinet.publish(ahead)
    with at(timezone.now() + timedelta(seconds=5)):
        replace_paper(cabinet.secretary, paper, file=read_pdf(files.good(text="Sửa")))
        laid(cabinet, item.continued_by, "Phụ lục")

    assert [one.number for one in versions_visible_to(guest)] == [1]
    assert papers_visible_to(guest).get() == paper
    assert papers_visible_to(cabinet.finance).count() == 2


def test_sight_of_a_restricted_item_goes_with_it(cabinet, here, ahead):
    item = cabinet.item(here, "Mật", restricted=True)
    grant_sight(cabinet.secretary, item, person=cabinet.health)

    after = defer_item(cabinet.secretary, item, meeting=ahead, reason="Chờ thẩm định")

    assert (after.restricted, after.label) == (True, "H1")
    assert list(persons_who_see(after)) == [cabinet.health]
    assert not items_visible_to(cabinet.finance).filter(pk=after.pk).exists()


def test_the_item_under_discussion_leaves_the_floor_when_it_is_deferred(cabinet, here, ahead):
    from agendas.models import Timer

    item = cabinet.open_item(here)
    defer_item(cabinet.chair, item, meeting=ahead, reason="Cần thêm thông tin")
    assert not Timer.objects.filter(meeting=here).exists()
    assert cabinet.open_item(here, 2).state == ItemState.OPEN


def test_an_item_is_deferred_to_a_session_ahead_of_the_same_body(cabinet, here, ahead):
    item = here.items.get(title="A")
    for meeting in (here, cabinet.in_session("X")):
        with pytest.raises(NoOtherMeeting):
            defer_item(cabinet.secretary, item, meeting=meeting, reason="Chờ")
    with pytest.raises(ReasonMissing):
        defer_item(cabinet.secretary, item, meeting=ahead, reason=" ")
    with pytest.raises(NotAllowed):
        defer_item(cabinet.finance, item, meeting=ahead, reason="Chờ")
    over = move_meeting(cabinet.chair, cabinet.in_session("Y"), "adjourned")
    with pytest.raises(AgendaSettled):
        defer_item(cabinet.secretary, over.items.get(), meeting=ahead, reason="Chờ")
    assert not Item.objects.filter(continues__isnull=False).exists()


def test_an_item_is_not_deferred_over_an_open_vote(cabinet, here, ahead):
    from core.errors import RuleBroken
    from voting.actions import open_vote

    item = cabinet.open_item(here)
    open_vote(cabinet.chair, item, question="Thông qua?")
    with pytest.raises(RuleBroken):
        defer_item(cabinet.secretary, item, meeting=ahead, reason="Chờ")


def test_a_paper_that_was_late_here_may_be_in_time_there(cabinet, ahead):
    later = cabinet.meeting(starts_at=ahead.starts_at + timedelta(days=30), ends_at=None)
    item = ahead.items.get()
    with at(ahead.starts_at - timedelta(days=1)):
        paper = laid(cabinet, item)
        assert paper.current.is_waiting
        defer_item(cabinet.secretary, item, meeting=later, reason="Chờ thẩm định")
    paper.refresh_from_db()
    assert paper.current.late_at is None


def test_deferring_on_the_page(cabinet, client, here, ahead):
    client.force_login(cabinet.secretary)
    page = door("agendas:item_defer", here.items.get(title="A"))
    assert ahead.title in client.get(page).content.decode()
    assert client.post(page, {"reason": "Chờ"}).status_code == 422
    assert client.post(page, {"meeting": ahead.pk, "reason": "Chờ"}).status_code == 302
    assert "Chuyển sang" in client.get(door("agendas:agenda", here)).content.decode()


def test_a_sub_item_that_was_dealt_with_holds_the_item_back(cabinet, here, ahead):
    from agendas.actions import close_item, open_item

    item = here.items.get(title="A")
    sub = cabinet.take_up(cabinet.item(here, "A1", parent=item))
    close_item(cabinet.chair, open_item(cabinet.chair, sub))
    with pytest.raises(ItemSettled):
        defer_item(cabinet.secretary, item, meeting=ahead, reason="Chờ")


def test_the_chair_takes_no_papers_under_what_is_gone(cabinet, client, ahead):
    later = cabinet.meeting(starts_at=ahead.starts_at + timedelta(hours=5), ends_at=None)
    cabinet.item(ahead, "B")
    first, second = ahead.items.all()
    with at(ahead.starts_at - timedelta(days=1)):
        papers = [laid(cabinet, item, f"Tờ trình {item}") for item in (first, second)]
        defer_item(cabinet.secretary, first, meeting=later, reason="Chờ thẩm định")
        withdraw_item(cabinet.secretary, second, reason="Thôi")
        client.force_login(cabinet.chair)
        for item, refusal in ((first, ItemGoesOnElsewhere), (second, ItemIsWithdrawn)):
            with pytest.raises(refusal):
                take_late_papers(cabinet.chair, item)
            page = client.get(door("papers:list", item)).content.decode()
            assert door("papers:consent", item) not in page
            assert client.post(door("papers:consent", item)).status_code == 409
        assert all(paper.versions.get().is_waiting for paper in papers)
        assert take_late_papers(cabinet.chair, first.continued_by)


def test_who_sees_the_whole_sees_a_part_that_goes_on_alone(cabinet, here, ahead):
    item = cabinet.item(here, "Nhân sự", restricted=True)
    grant_sight(cabinet.secretary, item, person=cabinet.health)
    part = cabinet.item(here, "Miễn nhiệm", parent=item)

    after = defer_item(cabinet.secretary, part, meeting=ahead, reason="Chờ")

    assert list(persons_who_see(after)) == [cabinet.health]
    assert after.parent is None
