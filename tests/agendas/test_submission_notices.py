"""Who is told of the steps of a submission, and how much of it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone, translation

from agendas.actions import (
    answer_advice,
    ask_advice,
    ask_again,
    defer_item,
    lodge_submission,
    outdate_advice,
    place_submission,
    remove_item,
    restrict_item,
    return_submission,
    withdraw_item,
    withdraw_submission,
)
from core.dates import short_day
from people.models import Notice, Post
from people.notices.outbox import send_due
from tests.cabinet import SINCE
from tests.submitting import agency, leave


def told(person):
    """Return what a person was told, the oldest first, and forget it."""
    notices = Notice.objects.filter(person=person).order_by("pk")
    titles = [notice.title for notice in notices]
    notices.delete()
    return titles


def test_each_step_is_told_to_whose_move_it_is_and_to_the_agency(cabinet, register):
    clerk, desk, chair = register.clerk(), cabinet.secretary, cabinet.chair
    submission = register.lodged("Gia hạn")
    assert told(desk) == ["Chờ kiểm tra: Gia hạn"]
    assert told(clerk) == told(chair) == []

    return_submission(desk, submission, reason="Thiếu bản so sánh")
    assert Notice.objects.get(person=clerk).body == "Thiếu bản so sánh"
    assert told(clerk) == ["Bị trả lại để hoàn thiện: Gia hạn"]

    lodge_submission(clerk, submission)
    assert told(desk) == ["Chờ kiểm tra: Gia hạn"]

    submission = register.routed("Nhà ở")
    assert told(chair) == ["Chờ phân hướng: Nhà ở"]
    assert told(desk) == ["Chờ kiểm tra: Nhà ở", "Chờ đưa vào chương trình: Nhà ở"]
    assert told(clerk) == [
        "Đã tiếp nhận, chờ chủ trì phân hướng: Nhà ở",
        "Chủ trì đã phân hướng: Nhà ở",
    ]

    withdraw_submission(clerk, submission, reason="Đổi chính sách")
    assert told(desk) == told(chair) == ["Cơ quan trình đã rút: Nhà ở"]


def test_only_the_clerks_of_today_are_told(cabinet, register):
    official, gone = cabinet.person("official"), cabinet.person("gone", is_active=False)
    for person, duty in ((official, "official"), (gone, "clerk"), (cabinet.person("new"), "clerk")):
        Post.objects.create(agency=agency("finance"), person=person, duty=duty, starts=SINCE)
    submission = register.lodged("Gia hạn")
    leave(cabinet, "finance")

    return_submission(cabinet.secretary, submission, reason="Thiếu")

    readers = set(Notice.objects.filter(kind="submission.step").values_list("person", flat=True))
    assert readers == {cabinet.new.pk}


def test_the_agency_hears_where_its_submission_stands(cabinet, register):
    clerk, first, next_one = register.clerk(), cabinet.meeting(), cabinet.meeting("Phiên sau")
    submission = register.routed("Nhà ở")
    told(clerk)
    item = place_submission(cabinet.secretary, submission, first)
    day = short_day(first.starts_at)
    assert Notice.objects.get(person=clerk).body == f"Phiên họp ngày {day}"
    assert told(clerk) == ["Đã đưa vào dự thảo chương trình: Nhà ở"]

    remove_item(cabinet.secretary, item)
    assert told(clerk) == ["Đã đưa ra khỏi chương trình: Nhà ở"]

    item = place_submission(cabinet.secretary, submission, first)
    defer_item(cabinet.secretary, item, meeting=next_one, reason="Chưa đủ ý kiến")
    assert Notice.objects.filter(person=clerk).first().body == "", "nobody has heard of that draft"
    assert told(clerk)[1:] == ["Chuyển sang phiên khác: Nhà ở"]

    item = next_one.items.get()
    withdraw_item(cabinet.secretary, item, reason="Nội bộ chưa thống nhất")
    news = Notice.objects.get(person=clerk)
    assert news.title == "Đã đưa ra khỏi chương trình: Nhà ở"
    assert "Nội bộ" not in news.body  # clerks do not see the item, nor why
    assert news.url == f"/submissions/{submission.pk}/"
    cabinet.item(first, "Không từ hồ sơ nào")
    told(clerk)
    remove_item(cabinet.secretary, first.items.get(title="Không từ hồ sơ nào"))
    assert told(clerk) == []


def test_of_a_restricted_item_no_mail_says_a_word(cabinet, register):
    clerk = register.clerk()
    clerk.email = "clerk@example.org"
    clerk.save()
    submission = register.routed("Nhân sự")
    send_due()
    mail.outbox.clear()

    place_submission(cabinet.secretary, submission, cabinet.meeting(), restricted=True)
    send_due()

    (letter,) = mail.outbox
    assert "Nhân sự" not in letter.subject + letter.body


def test_of_a_secret_matter_only_number_and_neutral_title_are_told(cabinet, register):
    submission = register.lodged("Biên giới", secrecy="secret")
    neutral = f"Nội dung mật số {submission.number}, tài liệu giấy"
    ask_advice(
        register.clerk(), submission, agencies=[agency("health")], question="Về biên giới phía Bắc"
    )
    return_submission(cabinet.secretary, submission, reason="Biên giới chưa rõ")
    assert {notice.title.partition(": ")[2] for notice in Notice.objects.all()} == {neutral}
    assert {notice.body for notice in Notice.objects.all()} == {""}


@pytest.mark.parametrize("asker", ["finance_clerk", "secretary"])
def test_opinions_are_told_to_both_sides(cabinet, register, asker):
    asking, health = cabinet.people[asker], register.clerk("health")
    submission = register.lodged("Gia hạn")
    Notice.objects.all().delete()

    (advice,) = ask_advice(
        asking, submission, agencies=[agency("health")], question="Có khả thi không?"
    )
    notice = Notice.objects.get()
    assert (notice.person, notice.url) == (health, f"/advices/{advice.pk}/answer/")
    assert "Có khả thi không?" in notice.body
    assert told(health) == ["Được xin ý kiến: Gia hạn"]

    ask_again(asking, advice, due_at=timezone.now() + timedelta(days=9))
    assert told(health) == ["Được xin ý kiến lại: Gia hạn"]

    answer_advice(health, advice, answer="remarks", text="Cần làm rõ")
    assert "Cần làm rõ" not in Notice.objects.get(person=asking).body
    assert told(asking) == ["Có ý kiến trả lời: Gia hạn"]
    assert told(health) == []

    outdate_advice(cabinet.finance, submission.matter, role="draft")
    said = ["Tài liệu đã được thay, có ý kiến không còn đúng với bản mới: Gia hạn"]
    assert told(asking) == told(health) == said


def test_steps_are_told_in_the_language_of_each(cabinet, register):
    register.lodged("Gia hạn")
    notice = Notice.objects.get(person=cabinet.secretary)
    assert notice.title_here == "Chờ kiểm tra: Gia hạn"
    with translation.override("en"):
        assert notice.title_here == "To be checked: Gia hạn"


def test_a_draft_stays_its_agency_s_when_who_asked_has_left(cabinet, register):
    draft = register.draft()
    (advice,) = ask_advice(register.clerk(), draft, agencies=[agency("health")], question="")
    successor = cabinet.person("successor")
    Post.objects.create(agency=agency("finance"), person=successor, starts=SINCE)
    leave(cabinet, "finance")

    answer_advice(register.clerk("health"), advice, answer="agree", text="")

    assert told(cabinet.secretary) == []
    assert told(successor) == ["Có ý kiến trả lời: Gia hạn nộp thuế"]


def test_what_waits_to_be_mailed_says_nothing_once_the_item_is_restricted(cabinet, register):
    meeting, submission = cabinet.meeting(), register.routed("Nhân sự ngân hàng")
    ask_advice(cabinet.secretary, submission, agencies=[agency("health")], question="")
    item = place_submission(cabinet.secretary, submission, meeting)

    restrict_item(cabinet.secretary, item)
    (advice,) = submission.advices.all()
    answer_advice(register.clerk("health"), advice, answer="agree", text="")

    assert not Notice.objects.filter(title__contains="Nhân sự", restricted=False).exists()
    assert "Đã đưa vào dự thảo chương trình: Nhân sự ngân hàng" in told(register.clerk())
