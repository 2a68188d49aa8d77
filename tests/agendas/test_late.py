"""What comes late waits for the chair; what is urgent the chair takes up."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agendas.actions import (
    add_urgent_item,
    ask_consent,
    consent_to_late,
    defer_item,
    place_submission,
    withdraw_item,
)
from agendas.errors import (
    NotInSession,
    NotLate,
    ReasonMissing,
    WaitsForConsent,
)
from agendas.models import AgendaVersion, Item
from agendas.policies import items_visible_to
from core.clock import at
from core.errors import NotAllowed
from core.needs import needs_of
from papers.actions import replace_paper, table_paper, take_late_papers
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
    return cabinet.convened("A", starts_at=timezone.now() + timedelta(days=30), ends_at=None)


@pytest.fixture
def eve(ahead):
    """The day before that session."""
    with at(ahead.starts_at - timedelta(days=1)):
        yield ahead.starts_at - timedelta(days=1)


# --- items --------------------------------------------------------------------------------------


def test_an_item_after_the_limit_waits_for_the_chair(cabinet, ahead, eve):
    item = cabinet.item(ahead, "Gấp")

    assert item.late_at == eve
    with pytest.raises(WaitsForConsent):
        cabinet.publish(ahead)
    with pytest.raises(ReasonMissing):
        ask_consent(cabinet.secretary, item, reason=" ")
    ask_consent(cabinet.secretary, item, reason="Thiên tai")
    for person in (cabinet.secretary, cabinet.finance):
        with pytest.raises(NotAllowed):
            consent_to_late(person, item)
    need = next(n for n in needs_of(cabinet.chair) if n.url == door("agendas:item", item))
    assert need.detail == "Thiên tai"

    item = consent_to_late(cabinet.chair, item)

    assert item.late_consent_by == cabinet.chair
    assert not [n for n in needs_of(cabinet.chair) if n.url == door("agendas:item", item)]
    cabinet.publish(ahead)
    assert items_visible_to(cabinet.finance).filter(pk=item.pk).exists()
    assert [line["late"] for line in AgendaVersion.objects.last().lines] == [False, True]
    with pytest.raises(NotLate):
        consent_to_late(cabinet.chair, item)


def test_in_time_or_at_short_notice_nothing_is_late(cabinet, ahead):
    assert cabinet.item(ahead, "Đúng hạn").late_at is None
    assert cabinet.item(cabinet.meeting(), "Phiên bất thường").late_at is None


def test_the_chair_consents_on_the_page_of_the_item(cabinet, client, ahead, eve):
    client.force_login(cabinet.secretary)
    new = door("agendas:item_new", ahead)
    facts = {"title": "Gấp", "kind": "decision", "minutes": 5}
    assert client.post(new, facts).status_code == 422
    client.post(new, {**facts, "late_for": "Thiên tai"})
    item = Item.objects.get(title="Gấp")
    assert item.late_for == "Thiên tai"
    assert client.post(door("agendas:item_ask", item), {"reason": ""}).status_code == 422
    client.post(door("agendas:item_ask", item), {"reason": "Bão"})

    client.force_login(cabinet.chair)
    page = client.get(door("agendas:item", item)).content.decode()
    assert "Bão" in page
    assert door("agendas:item_consent", item) in page
    client.post(door("agendas:item_consent", item))

    item.refresh_from_db()
    assert not item.is_waiting


# --- papers -------------------------------------------------------------------------------------


def test_a_late_paper_is_read_once_the_chair_has_taken_it(cabinet, ahead, eve):
    item = ahead.items.get()
    paper = laid(cabinet, item, late_for="Số liệu mới")
    assert paper.current.late_at == eve
    assert not papers_visible_to(cabinet.finance).exists()
    assert papers_visible_to(cabinet.secretary).get() == paper
    with pytest.raises(NotAllowed):
        take_late_papers(cabinet.secretary, item)
    needs = [n for n in needs_of(cabinet.chair) if n.url == door("agendas:item", item)]
    assert "Số liệu mới" in needs[0].detail

    take_late_papers(cabinet.chair, item)

    assert papers_visible_to(cabinet.finance).get() == paper
    assert versions_visible_to(cabinet.finance).get().late_consent_by == cabinet.chair
    with pytest.raises(NoLatePapers):
        take_late_papers(cabinet.chair, item)


def test_until_then_members_read_the_version_before(cabinet, client, ahead):
    item = ahead.items.get()
    paper = laid(cabinet, item)
    with at(ahead.starts_at - timedelta(days=1)):
        replace_paper(cabinet.secretary, paper, file=read_pdf(files.good(text="Sửa")))
        client.force_login(cabinet.finance)
        papers = door("papers:list", item)
        assert "BIS" not in client.get(papers).content.decode()
        assert client.get(door("papers:file", paper), {"version": 2}).status_code == 404
        assert client.get(door("papers:file", paper), {"version": 1}).status_code == 200

        client.force_login(cabinet.chair)
        assert "BIS" in client.get(papers).content.decode()
        client.post(door("papers:consent", item))
        client.force_login(cabinet.finance)
        assert "BIS" in client.get(papers).content.decode()


def test_the_form_asks_why_a_paper_is_late(cabinet, client, ahead, eve):
    client.force_login(cabinet.secretary)
    page = client.get(door("papers:upload", ahead.items.get())).content.decode()
    assert 'name="late_for"' in page


# --- urgent -------------------------------------------------------------------------------------


@pytest.fixture
def here(cabinet):
    return cabinet.in_session("A", "B")


def test_the_chair_takes_up_an_urgent_item_and_it_is_published_at_once(cabinet, here):
    item = add_urgent_item(cabinet.chair, here, title="Bão số 9", reason="Bão đổ bộ tối nay")

    assert (item.label, item.is_urgent, item.is_published) == ("3", True, True)
    assert items_visible_to(cabinet.finance).filter(pk=item.pk).exists()
    assert AgendaVersion.objects.filter(meeting=here).last().letter == "B"
    handed = laid(cabinet, item)
    assert handed.current.late_at is not None
    assert papers_visible_to(cabinet.finance).get() == handed


def test_nobody_else_takes_up_anything_and_not_before_the_session(cabinet, here, ahead):
    for person in (cabinet.secretary, cabinet.finance):
        with pytest.raises(NotAllowed):
            add_urgent_item(person, here, title="Bão", reason="Gấp")
    with pytest.raises(ReasonMissing):
        add_urgent_item(cabinet.chair, here, title="Bão", reason="")
    with pytest.raises(NotInSession):
        add_urgent_item(cabinet.chair, ahead, title="Bão", reason="Gấp")


def test_the_urgent_item_on_the_page(cabinet, client, here):
    client.force_login(cabinet.chair)
    assert (
        door("agendas:item_urgent", here)
        in client.get(door("agendas:agenda", here)).content.decode()
    )
    facts = {"title": "Bão số 9", "kind": "decision", "minutes": 5}
    assert client.post(door("agendas:item_urgent", here), facts).status_code == 422
    answer = client.post(door("agendas:item_urgent", here), {**facts, "reason": "Bão"})
    assert answer.url == door("agendas:item", Item.objects.get(title="Bão số 9"))
    page = client.get(answer.url).content.decode()
    assert "Đưa vào như nội dung cấp bách" in page


@pytest.mark.parametrize("way", ["defer", "withdraw"])
def test_what_the_chair_did_not_take_stays_untold(cabinet, ahead, eve, way):
    item = cabinet.item(ahead, "Chưa ai biết")
    if way == "defer":
        later = cabinet.meeting(
            "Phiên sau", starts_at=ahead.starts_at + timedelta(days=30), ends_at=None
        )
        defer_item(cabinet.secretary, item, meeting=later, reason="Đến muộn")
    else:
        withdraw_item(cabinet.secretary, item, reason="Đến muộn")
    cabinet.item(ahead, "Một việc khác")
    consent_to_late(cabinet.chair, Item.objects.get(title="Một việc khác"))

    cabinet.publish(ahead)

    assert not items_visible_to(cabinet.finance).filter(pk=item.pk).exists()
    told = Entry.objects.filter(name="agenda.published").latest("number")
    for words in (AgendaVersion.objects.last().lines, told.facts):
        assert "Một việc khác" in str(words)
        assert "Chưa ai biết" not in str(words)
    assert items_visible_to(cabinet.secretary).filter(pk=item.pk).exists()


def test_what_its_agency_calls_urgent_waits_for_the_chair_all_the_same(
    cabinet, register, client, ahead, eve
):
    submission = register.routed("Gấp", urgency="urgent")
    item = place_submission(cabinet.secretary, submission, ahead, late_for="Thiên tai")
    client.force_login(cabinet.chair)
    page = client.get(door("agendas:item", item)).content.decode()
    assert door("agendas:item_consent", item) in page
    consent_to_late(cabinet.chair, item)
    cabinet.publish(ahead)

    first = ahead.items.get(title="A")
    first.is_urgent = True
    first.save()
    paper = laid(cabinet, first)

    assert paper.current.is_waiting
    assert not papers_visible_to(cabinet.finance).filter(pk=paper.pk).exists()


def test_a_paper_in_time_under_an_urgent_submission_is_not_late(cabinet, register, ahead):
    submission = register.routed("Gấp", urgency="urgent")
    item = place_submission(cabinet.secretary, submission, ahead)

    assert laid(cabinet, item).current.late_at is None
