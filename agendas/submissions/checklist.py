"""The questions of the Government's check of a submission, as data with their sources."""

from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from agendas.models import Checkpoint, Submission, SubmissionRule
from core.clock import now
from people.models import Body


class Question(NamedTuple):
    """One question of the check."""

    code: str
    text: str
    text_en: str
    source: str
    is_required: bool = True


QUESTIONS = (
    Question(
        "remit",
        "Nội dung thuộc thẩm quyền xem xét, quyết định của cơ quan tập thể",
        "The matter is within the body's remit",
        "Luật Tổ chức Chính phủ; Nghị định 138/2016/NĐ-CP, Điều 15",
    ),
    Question(
        "signed",
        "Tờ trình do người đứng đầu cơ quan trình ký",
        "The submission is signed by the head of the agency",
        "Nghị định 30/2020/NĐ-CP, Điều 13",
    ),
    Question(
        "complete",
        "Có đủ tờ trình, dự thảo; hồ sơ trên 10 trang có tóm tắt không quá 6 trang",
        "Submission and draft are there; above 10 pages a summary of at most 6",
        "Nghị định 191/2026/NĐ-CP, Điều 14",
    ),
    Question(
        "opinions",
        "Đã lấy ý kiến cơ quan liên quan, có tổng hợp và giải trình ý kiến khác nhau",
        "Agencies concerned were asked; differing opinions are set out and answered",
        "Nghị định 191/2026/NĐ-CP, Điều 18",
    ),
    Question(
        "appraisal",
        "Có văn bản thẩm định của Bộ Tư pháp, nếu là văn bản quy phạm pháp luật",
        "The Ministry of Justice has appraised it, where it is legislation",
        "Luật Ban hành văn bản quy phạm pháp luật",
        is_required=False,
    ),
    Question(
        "secrecy",
        "Tài liệu điện tử không chứa bí mật nhà nước",
        "The electronic papers hold no state secret",
        "Luật Bảo vệ bí mật nhà nước",
    ),
)


@transaction.atomic
def lay_checklist(body: Body, *, starts: date) -> int:
    """Give a body the Government's questions and page limits from a day on; return how many."""
    SubmissionRule.objects.get_or_create(body=body, starts=starts)
    for order, question in enumerate(QUESTIONS, start=1):
        facts = {**question._asdict(), "order": order}
        code = facts.pop("code")
        Checkpoint.objects.get_or_create(body=body, code=code, starts=starts, defaults=facts)
    return len(QUESTIONS)


def rule_for(submission: Submission) -> SubmissionRule:
    """Return the page limits in force for a submission; where a body has none, the Government's."""
    day = timezone.localdate(now())
    rules = SubmissionRule.objects.on(day).filter(body=submission.body_id)
    return rules.order_by("starts").last() or SubmissionRule(body=submission.body, starts=day)
