"""Papers of a submission before it is on an agenda, and what its lodging asks of them."""

import pytest

from agendas.actions import (
    accept_submission,
    answer_advice,
    ask_advice,
    lodge_submission,
    place_submission,
    return_submission,
    route_submission,
    withdraw_item,
)
from agendas.models import Advice, SubmissionRule
from agendas.states import Answer
from core.errors import NotAllowed, Refusal
from papers.actions import (
    attach_paper,
    give_opinion,
    note_opening,
    replace_paper,
    table_paper,
    withdraw_paper,
)
from papers.models import Paper, PaperRole
from papers.policies import papers_visible_to
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


def test_a_decision_needs_submission_and_draft_and_hears_of_both_at_once(folder):
    told = refused(
        lambda: lodge_submission(folder.clerk, folder.submission), "submission_incomplete"
    )
    assert "Thiếu tờ trình." in told
    assert "Thiếu dự thảo." in told
    assert folder.full().number == 1


def test_a_long_submission_needs_a_short_summary(folder):
    folder.lay(PaperRole.SUBMISSION, 6)
    folder.lay(PaperRole.DRAFT, 5)
    told = refused(
        lambda: lodge_submission(folder.clerk, folder.submission), "submission_incomplete"
    )
    assert "11 trang" in told
    assert "Điều 14" in told
    long = folder.lay(PaperRole.SUMMARY, 7)
    told = refused(
        lambda: lodge_submission(folder.clerk, folder.submission), "submission_incomplete"
    )
    assert "7 trang" in told
    replace_paper(folder.clerk, long, file=pdf(6, "Tóm tắt"))
    assert lodge_submission(folder.clerk, folder.submission).number == 1


def test_the_limits_are_the_bodys(folder):
    SubmissionRule.objects.update(summary_over_pages=1, summary_max_pages=2)
    folder.lay(PaperRole.SUBMISSION, 1)
    folder.lay(PaperRole.DRAFT, 1)
    told = refused(
        lambda: lodge_submission(folder.clerk, folder.submission), "submission_incomplete"
    )
    assert "quá 1 trang" in told


def test_without_a_rule_of_the_body_the_governments_holds(folder):
    SubmissionRule.objects.all().delete()
    folder.lay(PaperRole.SUBMISSION, 6)
    folder.lay(PaperRole.DRAFT, 5)
    refused(lambda: lodge_submission(folder.clerk, folder.submission), "submission_incomplete")


def test_only_the_agency_lays_papers_in(cabinet, folder):
    submission = folder.full()
    return_submission(cabinet.secretary, submission, reason="Thiếu")
    paper = Paper.objects.first()
    for person in (cabinet.secretary, cabinet.chair, folder.register.clerk("health")):
        with pytest.raises(NotAllowed):
            folder.lay(PaperRole.APPENDIX, who=person)
        with pytest.raises(NotAllowed):
            replace_paper(person, paper, file=pdf(1, "khác"))
        with pytest.raises(NotAllowed):
            withdraw_paper(person, paper)
    assert withdraw_paper(folder.clerk, paper, reason="Nhầm").is_withdrawn


def test_what_is_lodged_is_not_rewritten(folder):
    folder.full()
    refused(lambda: folder.lay(PaperRole.APPENDIX), "submission_settled")
    paper = Paper.objects.first()
    refused(lambda: replace_paper(folder.clerk, paper, file=pdf(1, "khác")), "submission_settled")


def test_the_same_file_twice_is_refused(folder):
    folder.lay(PaperRole.SUBMISSION)
    refused(lambda: folder.lay(PaperRole.SUBMISSION), "already_tabled")


def test_papers_are_read_by_who_sees_the_submission(cabinet, folder):
    paper = folder.lay(PaperRole.SUBMISSION)
    health = folder.register.clerk("health")

    def readers():
        return {k for k, p in cabinet.people.items() if papers_visible_to(p).contains(paper)}

    assert readers() == {"finance", "finance_clerk"}
    ask_advice(folder.clerk, folder.submission, agencies=[agency("health")])
    assert readers() == {"finance", "finance_clerk", "health", "health_clerk"}
    folder.lay(PaperRole.DRAFT)
    lodged = lodge_submission(folder.clerk, folder.submission)
    assert {"chair", "secretary"} < readers()
    return_submission(cabinet.secretary, lodged, reason="Thiếu")
    withdraw_paper(folder.clerk, paper)
    assert not papers_visible_to(health).contains(paper)
    assert papers_visible_to(cabinet.secretary).contains(paper)


def test_papers_go_with_the_matter_and_come_back(cabinet, folder):
    folder.full()
    submission = _routed(cabinet, folder)
    item = place_submission(cabinet.secretary, submission, cabinet.meeting())
    paper = Paper.objects.get(role=PaperRole.DRAFT)
    replace_paper(cabinet.secretary, paper, file=pdf(1, "bản mới"))
    with pytest.raises(NotAllowed):
        replace_paper(folder.clerk, paper, file=pdf(1, "bản của bộ"))

    withdraw_item(cabinet.secretary, item, reason="Chưa kịp")
    return_submission(cabinet.chair, submission, reason="Làm rõ")
    replace_paper(folder.clerk, paper, file=pdf(1, "bản của bộ"))
    assert paper.versions.count() == 3


def _routed(cabinet, folder):
    submission = folder.submission
    accept_submission(cabinet.secretary, submission, answers=folder.register.yes(submission))
    return route_submission(cabinet.chair, submission, route="session")


def test_a_secret_matter_takes_no_file(cabinet, register):
    secret = register.draft(secrecy="secret", kind="decision")
    refused(lambda: attach_paper(register.clerk(), secret, title="X", file=pdf()), "paper_only")
    assert lodge_submission(register.clerk(), secret).number == 1
    (advice,) = ask_advice(register.clerk(), secret, agencies=[agency("health")])
    health = register.clerk("health")
    refused(lambda: give_opinion(health, advice, answer=Answer.AGREE, files=[pdf()]), "paper_only")
    assert not Advice.objects.get().is_answered

    item = cabinet.item(cabinet.meeting(), "Nội dung mật số 9, tài liệu giấy", secrecy="secret")
    refused(lambda: table_paper(cabinet.secretary, item, title="X", file=pdf()), "paper_only")


def test_a_new_text_outdates_the_opinions_on_it(register, folder):
    draft, summary = folder.lay(PaperRole.DRAFT), folder.lay(PaperRole.SUMMARY)
    asked = [agency("health"), agency("justice")]
    health, justice = ask_advice(folder.clerk, folder.submission, agencies=asked)
    answer_advice(register.clerk("health"), health, answer=Answer.AGREE, about="draft")
    answer_advice(register.clerk("justice"), justice, answer=Answer.AGREE, about="opinions")

    replace_paper(folder.clerk, summary, file=pdf(2, "Tóm tắt"))
    assert not Advice.objects.filter(outdated_at__isnull=False).exists()
    replace_paper(folder.clerk, draft, file=pdf(2, "Dự thảo 2"))
    assert Advice.objects.get(outdated_at__isnull=False).agency == agency("health")


def test_an_opinion_comes_with_files_that_nobody_changes(cabinet, register, folder):
    (advice,) = ask_advice(folder.clerk, folder.submission, agencies=[agency("health")])
    health = register.clerk("health")
    sent = [pdf(1, "Công văn"), pdf(2, "Phụ lục công văn")]
    give_opinion(health, advice, answer=Answer.DISAGREE, text="Không đủ nguồn", files=sent)

    papers = list(Paper.objects.filter(role=PaperRole.ADVICE))
    assert [paper.advice for paper in papers] == [advice, advice]
    for person in (health, folder.clerk, cabinet.secretary):
        with pytest.raises(NotAllowed):
            withdraw_paper(person, papers[0])
    with pytest.raises(NotAllowed):
        give_opinion(folder.clerk, advice, answer=Answer.AGREE)


def test_who_opens_a_paper_is_told_in_the_submissions_journal(folder):
    paper = folder.lay(PaperRole.SUBMISSION)
    assert note_opening(folder.clerk, paper.current, folder.submission)
    assert not note_opening(folder.clerk, paper.current, folder.submission)
    assert folder.register.heard(folder.submission)[-2:] == [
        "submission.paper_attached",
        "submission.paper_opened",
    ]
