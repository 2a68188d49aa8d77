"""Time limits of submissions and opinions are told as they draw near and when past: once each."""

from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from agendas.actions import (
    accept_submission,
    answer_advice,
    ask_advice,
    ask_again,
    place_submission,
    withdraw_submission,
)
from agendas.models import Reminder
from agendas.submissions.reminding import remind
from core.clock import at
from people.models import Notice
from tests.cabinet import Cabinet
from tests.submitting import Register, agency
from tests.voting.test_race import together

MONDAY = datetime(2020, 3, 2, 9, tzinfo=timezone.get_default_timezone())
DAY = timedelta(days=1)
DUE = "submission.due"


def reminded(days):
    """Return who is told what when people are reminded so many days after the Monday."""
    with at(MONDAY + days * DAY):
        count = remind()
    notices = Notice.objects.filter(kind=DUE).order_by("pk")
    told = [(notice.person.username, notice.title) for notice in notices]
    bodies = [notice.body for notice in notices]
    notices.delete()
    assert (count == 0) == (not told)
    return told, bodies


@pytest.fixture
def lodged(register):
    with at(MONDAY):
        return register.lodged("Gia hạn")


def test_a_step_is_told_as_its_time_runs_out_and_when_it_is_past(cabinet, register, lodged):
    assert reminded(0) == ([], [])
    told, (body,) = reminded(2)
    assert told == [("secretary", "Sắp hết hạn: Gia hạn")]
    assert body.startswith("Ban thư ký kiểm tra; đến hạn")
    assert reminded(2) == ([], [])
    assert reminded(3)[0] == [("secretary", "Đã quá hạn: Gia hạn")]
    assert reminded(20) == ([], [])

    with at(MONDAY + 20 * DAY):
        accept_submission(cabinet.secretary, lodged, answers=register.yes(lodged))
    assert reminded(20) == ([], [])
    assert reminded(40)[0] == [("chair", "Đã quá hạn: Gia hạn")]


def test_what_is_on_an_agenda_or_withdrawn_waits_for_nobody(cabinet, register):
    with at(MONDAY):
        place_submission(cabinet.secretary, register.routed("Nhà ở"), cabinet.meeting())
        gone = register.lodged("Đã rút")
        ask_advice(register.clerk(), gone, agencies=[agency("health")])
        withdraw_submission(register.clerk(), gone, reason="Đổi chính sách")
    assert reminded(40) == ([], [])


def test_an_opinion_is_told_to_the_asked_and_once_overdue_to_who_asked(cabinet, register):
    with at(MONDAY):
        draft = register.draft("Gia hạn")
        (advice,) = ask_advice(
            register.clerk(), draft, agencies=[agency("health")], due_at=MONDAY + 3 * DAY
        )
    assert reminded(1) == ([], [])
    assert reminded(2.9)[0] == [("health_clerk", "Sắp hết hạn trả lời ý kiến: Gia hạn")]
    told, _bodies = reminded(4)
    assert sorted(told) == [
        ("finance_clerk", "Quá hạn trả lời ý kiến: Gia hạn"),
        ("health_clerk", "Quá hạn trả lời ý kiến: Gia hạn"),
    ]
    with at(MONDAY + 5 * DAY):
        ask_again(register.clerk(), advice, due_at=MONDAY + 8 * DAY)
    assert reminded(5) == ([], [])
    assert len(reminded(9)[0]) == 2
    with at(MONDAY + 9 * DAY):
        answer_advice(register.clerk("health"), advice, answer="agree")
    assert reminded(30) == ([], [])


def test_many_limits_are_looked_at_in_the_same_few_questions(
    cabinet, register, django_assert_num_queries
):
    for many in (1, 6):
        with at(MONDAY):
            for number in range(many):
                lodged = register.lodged(f"Hồ sơ {many} {number}")
                ask_advice(register.clerk(), lodged, agencies=[agency("health")])
        with at(MONDAY + 20 * DAY):
            remind()
            with django_assert_num_queries(5):
                remind()


def test_the_command_reminds_too(lodged):
    call_command("send_notices")
    assert Notice.objects.filter(kind=DUE).count() == 1


@pytest.mark.django_db(transaction=True)
def test_several_processes_remind_once():
    register = Register(Cabinet())
    with at(MONDAY):
        lodged = [register.lodged(f"Hồ sơ {number}") for number in range(3)]

    together(*[remind] * 4)

    assert Notice.objects.filter(kind=DUE).count() == len(lodged)


def test_a_reminder_is_kept_once(lodged):
    with at(MONDAY + 9 * DAY):
        remind()
    reminder = Reminder.objects.get()
    facts = {"submission": lodged, "told_at": reminder.told_at, "is_past": True}
    same = {"step": reminder.step, "since": reminder.since, "due_at": reminder.due_at}
    for wrong in (
        same,
        {**same, "step": ""},
        {**same, "due_at": reminder.since - DAY},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Reminder.objects.create(**facts, **wrong)
