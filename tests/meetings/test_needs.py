"""What a meeting needs of whom."""

from datetime import datetime, timedelta

from django.utils import timezone

from core.clock import at
from core.needs import needs_of
from meetings.actions import (
    Said,
    answer_invitation,
    check_in,
    confirm_all,
    move_meeting,
)
from meetings.invitations.states import Answer
from meetings.models import Meeting


def verbs(person):
    """Return the verbs of what the meetings themselves need; positions are the agenda's."""
    return [need.verb for need in needs_of(person) if "/agenda/" not in need.url]


def test_what_needs_a_member(cabinet):
    meeting = cabinet.convened()
    assert verbs(cabinet.finance) == ["Đọc tài liệu", "Trả lời giấy mời"]
    place = cabinet.participant(meeting, cabinet.finance)
    answer_invitation(cabinet.finance, place, Said(answer=Answer.COMING))
    assert verbs(cabinet.finance) == ["Đọc tài liệu"]
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=timezone.now())
    assert verbs(cabinet.finance) == ["Báo có mặt"]
    cabinet.arrive(meeting)
    assert verbs(cabinet.finance) == []
    move_meeting(cabinet.chair, meeting, "in_session")
    assert verbs(cabinet.finance) == ["Vào họp"]


def test_a_meeting_far_ahead_needs_nobody_who_has_answered(cabinet):
    meeting = cabinet.convened(starts_at=timezone.now() + timedelta(days=40), ends_at=None)
    place = cabinet.participant(meeting, cabinet.finance)
    answer_invitation(cabinet.finance, place, Said(answer=Answer.COMING))
    assert verbs(cabinet.finance) == []


def test_what_needs_the_secretary(cabinet):
    meeting = cabinet.meeting()
    assert verbs(cabinet.secretary) == ["Triệu tập"]
    move_meeting(cabinet.secretary, meeting, "convened")
    check_in(cabinet.finance, meeting)
    assert "Xác nhận có mặt" in verbs(cabinet.secretary)
    confirm_all(cabinet.secretary, meeting)
    assert "Xác nhận có mặt" not in verbs(cabinet.secretary)


def test_the_agenda_is_published_before_the_meeting_is_convened(cabinet):
    cabinet.item(cabinet.meeting())
    told = [need.verb for need in needs_of(cabinet.secretary)]
    assert told == ["Công bố chương trình", "Triệu tập"]


def test_a_coming_year_without_holidays_needs_the_administrator(cabinet):
    """From sixty days before New Year on."""
    cabinet.working_calendar(2020)
    autumn = datetime(2020, 10, 20, 8, tzinfo=timezone.get_default_timezone())
    with at(autumn):
        assert verbs(cabinet.admin) == []
    with at(autumn + timedelta(days=30)):
        assert verbs(cabinet.admin) == ["Nhập ngày lễ"]
        assert needs_of(cabinet.admin)[0].url.endswith("/calendar/?year=2021")
        assert verbs(cabinet.secretary) == []
        cabinet.working_calendar(2021)
        assert verbs(cabinet.admin) == []


def test_a_draft_far_ahead_needs_nobody(cabinet):
    cabinet.meeting(starts_at=timezone.now() + timedelta(days=60), ends_at=None)
    assert verbs(cabinet.secretary) == []
