"""Papers of a submission that was on an agenda, and opinions that lapse a check."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agendas.actions import (
    accept_submission,
    ask_advice,
    check_item,
    place_submission,
    return_submission,
    route_submission,
    withdraw_item,
)
from agendas.states import Answer
from core.clock import at
from core.errors import Refusal
from papers.actions import (
    give_opinion,
    replace_paper,
    table_paper,
    take_late_papers,
    withdraw_paper,
)
from papers.models import Paper, PaperRole
from papers.policies import papers_visible_to, versions_visible_to
from realtime.live import state_of
from tests.papers.folder import Folder, pdf
from tests.submitting import agency


def refused(deed, code):
    with pytest.raises(Refusal) as told:
        deed()
    assert told.value.code == code
    return told.value.sentence


@pytest.fixture
def folder(register):
    return Folder(register)


def _routed(cabinet, folder):
    submission = folder.submission
    accept_submission(cabinet.secretary, submission, answers=folder.register.yes(submission))
    return route_submission(cabinet.chair, submission, route="session")


def test_members_who_saw_a_withdrawn_item_do_not_read_what_is_written_anew(cabinet, folder):
    submission = folder.full()
    accept_submission(cabinet.secretary, submission, answers=folder.register.yes(submission))
    route_submission(cabinet.chair, submission, route="session")
    item = place_submission(cabinet.secretary, submission, cabinet.convened("A"))
    cabinet.publish(item.meeting)
    assert papers_visible_to(cabinet.health).count() == 2

    withdraw_item(cabinet.secretary, item, reason="Chưa chuẩn bị kỹ")
    return_submission(cabinet.chair, submission, reason="Viết lại")
    folder.lay(PaperRole.APPENDIX, pages=3)
    draft = Paper.objects.get(role=PaperRole.DRAFT)
    replace_paper(folder.clerk, draft, file=pdf(4, "viết lại"))

    roles = {paper.role for paper in papers_visible_to(cabinet.health)}
    assert roles == {PaperRole.SUBMISSION, PaperRole.DRAFT}
    versions = versions_visible_to(cabinet.health).filter(paper=draft)
    assert [version.number for version in versions] == [1]
    assert papers_visible_to(folder.clerk).count() == 3
    line = state_of("meeting", item.meeting_id, "member")["agenda"]["items"][1]
    assert (line["title"], line["papers"]) == ("Gia hạn nộp thuế", 2)


def test_a_withdrawn_item_that_is_no_submission_takes_no_papers(cabinet, folder):
    item = cabinet.item(cabinet.meeting(), "B")
    paper = table_paper(cabinet.secretary, item, title="Tờ trình", file=pdf(1, "b"))
    withdraw_item(cabinet.secretary, item, reason="Thôi")

    for deed in (
        lambda: table_paper(cabinet.secretary, item, title="Khác", file=pdf(1, "khác")),
        lambda: replace_paper(cabinet.secretary, paper, file=pdf(1, "khác")),
        lambda: withdraw_paper(cabinet.secretary, paper),
    ):
        refused(deed, "item_is_withdrawn")


def test_an_opinion_lapses_the_check_of_the_item_and_may_come_late(cabinet, register, folder):
    starts = timezone.now() + timedelta(days=30)
    meeting = cabinet.convened("A", starts_at=starts, ends_at=None)
    submission = folder.full()
    accept_submission(cabinet.secretary, submission, answers=register.yes(submission))
    route_submission(cabinet.chair, submission, route="session")
    item = place_submission(cabinet.secretary, submission, meeting)
    cabinet.publish(meeting)
    asked = [agency("health"), agency("justice")]
    health, justice = ask_advice(
        folder.clerk, submission, agencies=asked, due_at=starts - timedelta(hours=1)
    )
    check_item(cabinet.secretary, item)

    give_opinion(register.clerk("health"), health, answer=Answer.AGREE, files=[pdf(1, "Y")])

    item.refresh_from_db()
    assert item.checked_at is None
    assert papers_visible_to(cabinet.transport).count() == 3
    assert cabinet.heard(meeting)[-1] == "paper.tabled"
    with at(starts - timedelta(hours=3)):
        give_opinion(register.clerk("justice"), justice, answer=Answer.AGREE, files=[pdf(1, "T")])
        assert papers_visible_to(cabinet.transport).count() == 3
        for person in (folder.clerk, register.clerk("justice"), cabinet.secretary):
            assert papers_visible_to(person).count() == 4
        assert papers_visible_to(register.clerk("health")).count() == 3
        take_late_papers(cabinet.chair, item)
        assert papers_visible_to(cabinet.transport).count() == 4
