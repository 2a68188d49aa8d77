"""Papers are laid under items, replaced and withdrawn; the journal tells of it."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from agendas.lateness import limit_of
from core.clock import at
from core.errors import NotAllowed
from core.workdays import end_of
from meetings.errors import RecordClosed
from meetings.models import Deadline, Meeting
from meetings.states import MeetingState
from papers.actions import note_opening, replace_paper, table_paper, withdraw_paper
from papers.errors import AlreadyTabled, PaperIsWithdrawn
from papers.ingest.reading import read_pdf
from papers.models import PaperRole
from papers.policies import papers_visible_to
from tests.papers import files

FEBRUARY = datetime(2020, 2, 3, 8, 0, tzinfo=timezone.get_default_timezone())


def test_the_secretary_lays_a_paper_under_an_item(desk, cabinet):
    paper = desk.table(role=PaperRole.DRAFT)

    version = paper.current
    assert (version.number, version.pages, version.name) == (1, 2, "to-trinh.pdf")
    assert files.stored(version.original) == files.good(text="Tờ trình")
    assert "Tờ trình, trang 1." in version.texts[0]
    assert cabinet.heard(desk.meeting)[-1] == "paper.tabled"


def test_the_chair_may_too_and_nobody_else(desk, cabinet):
    file = read_pdf(files.good(text="Phụ lục"))

    table_paper(cabinet.chair, desk.item, title="Phụ lục", file=file)

    for person in (cabinet.finance, cabinet.admin, cabinet.superuser(), cabinet.stranger()):
        with pytest.raises(NotAllowed):
            table_paper(person, desk.item, title="Khác", file=file)


def test_papers_keep_the_order_in_which_they_came(desk):
    titles = ["Tờ trình", "Dự thảo", "Phụ lục"]
    for title in titles:
        desk.table(title=title)

    assert [str(paper) for paper in desk.item.matter.papers.all()] == titles


def test_the_same_bytes_lie_under_an_item_once(desk):
    desk.table()

    with pytest.raises(AlreadyTabled) as told:
        desk.table()

    assert "Tờ trình" in told.value.sentence
    assert desk.item.matter.papers.count() == 1


def test_a_refused_paper_leaves_no_file_behind(desk, settings):
    desk.table()
    before = sorted(settings.MEDIA_ROOT.rglob("*.pdf"))

    with pytest.raises(AlreadyTabled):
        desk.table()

    assert sorted(settings.MEDIA_ROOT.rglob("*.pdf")) == before


def test_a_new_version_is_bis_and_the_first_stays(desk, cabinet):
    paper = desk.table()
    first = paper.current

    second = replace_paper(
        cabinet.secretary, paper, file=read_pdf(files.good(text="Sửa")), reason="Sửa Điều 2"
    )

    assert (second.number, second.label, second.reason) == (2, "BIS", "Sửa Điều 2")
    assert files.stored(first.original) == files.good(text="Tờ trình")
    assert cabinet.heard(desk.meeting)[-1] == "paper.replaced"


def test_a_withdrawn_paper_is_gone_for_members_and_kept_for_the_desk(desk, cabinet):
    paper = desk.table()

    withdraw_paper(cabinet.secretary, paper, reason="Rút để hoàn thiện")

    assert not papers_visible_to(cabinet.finance).exists()
    assert papers_visible_to(cabinet.secretary).get().withdrawn_reason == "Rút để hoàn thiện"
    assert cabinet.heard(desk.meeting)[-1] == "paper.withdrawn"
    with pytest.raises(PaperIsWithdrawn):
        withdraw_paper(cabinet.secretary, paper)
    with pytest.raises(PaperIsWithdrawn):
        replace_paper(cabinet.secretary, paper, file=read_pdf(files.good(text="Sửa")))


def test_a_sealed_meeting_takes_no_more_papers(desk):
    Meeting.objects.filter(pk=desk.meeting.pk).update(
        state=MeetingState.SEALED, sealed_at=timezone.now()
    )
    desk.item.meeting.refresh_from_db()

    with pytest.raises(RecordClosed):
        desk.table()


def test_a_paper_is_late_after_the_limit_in_force_on_the_day_of_the_session(desk, cabinet):
    cabinet.working_calendar(2020)
    desk.meeting.starts_at = FEBRUARY
    desk.meeting.planned_at = FEBRUARY - timedelta(days=60)
    assert limit_of(desk.meeting).moment == end_of(date(2020, 1, 20)), "not counting Tết"

    facts = {"body": cabinet.body, "code": "papers_before_session", "source": "Quy chế"}
    Deadline.objects.create(**facts, days=2, starts=date(2020, 2, 1))
    Deadline.objects.create(**facts, days=9, starts=date(2020, 2, 4))
    assert limit_of(desk.meeting).moment == end_of(date(2020, 1, 30))


def test_what_comes_after_the_limit_is_marked_with_its_time(desk, cabinet):
    Meeting.objects.filter(pk=desk.meeting.pk).update(
        starts_at=timezone.now() + timedelta(days=30), ends_at=None
    )
    desk.item.meeting.refresh_from_db()

    assert desk.table().current.late_at is None
    with at(desk.item.meeting.starts_at - timedelta(days=1)):
        late = desk.table(title="Bổ sung").current
    assert late.late_at == late.made_at


def test_an_opening_is_told_once_a_reading(desk, cabinet):
    version = desk.table().current

    assert note_opening(cabinet.finance, version, desk.item)
    assert not note_opening(cabinet.finance, version, desk.item)
    assert note_opening(cabinet.health, version, desk.item)
    with at(timezone.now() + timedelta(hours=1)):
        assert note_opening(cabinet.finance, version, desk.item)

    assert cabinet.heard(desk.meeting).count("paper.opened") == 3
