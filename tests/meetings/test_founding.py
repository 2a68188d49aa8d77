"""A new installation: a body is founded, gets its rules, and can be convened."""

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from meetings.models import CalendarDay, DeadlineCode, RuleSet, WorkCalendar
from people.models import Body, Person

pytestmark = pytest.mark.django_db
WORDS = ("--source", "Quy chế làm việc", "--article", "Điều 7")


@pytest.fixture
def committee(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("a long and good password\n"))
    call_command(
        "found_body", "tinh-a", "Ủy ban nhân dân tỉnh A", "UBND", "quan-tri", stdout=io.StringIO()
    )
    return Body.objects.get(code="tinh-a")


def set_rules(*words):
    call_command("set_rules", "tinh-a", *WORDS, *words, stdout=io.StringIO())


def test_a_committee_gets_rules_of_its_own(committee):
    set_rules("--starts", "2026-01-01", "--quorum", "3/4", "--of", "present", "--seat", "Phòng 1")

    rules = RuleSet.objects.get(body=committee)
    assert (rules.quorum_numerator, rules.quorum_denominator) == (3, 4)
    assert rules.majority_base == "present"
    assert committee.sites.get().is_seat


def test_a_new_body_has_a_calendar_and_time_limits(committee):
    today = timezone.localdate()
    calendar = committee.work_calendar.calendar
    years = set(calendar.days.values_list("day__year", flat=True))

    assert calendar.code == "VN"
    assert years == {today.year + n for n in (-1, 0, 1, 2)}
    assert set(committee.deadlines.values_list("code", flat=True)) == set(DeadlineCode.values)
    assert committee.deadlines.get(code="advice_answer").starts == today


def test_a_body_of_before_gets_its_time_limits_with_its_rules(committee):
    committee.deadlines.all().delete()

    set_rules("--starts", "2018-01-01")

    assert committee.deadlines.get(code="papers_before_session").starts == date(2018, 1, 1)
    assert committee.deadlines.count() == len(DeadlineCode)


def fill_calendar(*words):
    out = io.StringIO()
    call_command("fill_calendar", *words, stdout=out)
    return out.getvalue()


def test_years_are_filled_by_a_command(db):
    told = fill_calendar("VN", "2026", "--upto", "2030")

    calendar = WorkCalendar.objects.get()
    assert (calendar.name, calendar.name_en) == ("Việt Nam", "Viet Nam")
    assert told.count("days.") == 5
    new_year = calendar.days.get(name="Tết Nguyên Đán", day__year=2030)
    assert new_year.day == date(2030, 2, 2), "a day before that of the Chinese calendar"
    assert fill_calendar("VN", "2026").count("days.") == 1


@pytest.mark.parametrize(
    "words", [("XQ", "2026"), ("VN", "1066"), ("VN", "2030", "--upto", "2026"), ("VN", "soon")]
)
def test_what_cannot_be_filled_is_refused(db, words):
    with pytest.raises(CommandError):
        fill_calendar(*words)

    assert not CalendarDay.objects.exists()


def test_later_rules_do_not_touch_the_earlier_ones(committee):
    set_rules("--starts", "2026-01-01")
    set_rules("--starts", "2026-07-01", "--tie", "none", "--no-change")

    first, second = RuleSet.objects.filter(body=committee).order_by("starts")
    assert (first.tie_rule, first.may_change) == ("strict", True)
    assert (second.starts, second.tie_rule, second.may_change) == (date(2026, 7, 1), "none", False)


@pytest.mark.parametrize(
    "words",
    [
        ("--starts", "2026-01-01", "--quorum", "3/2"),
        ("--starts", "2026-01-01", "--quorum", "many"),
        ("--starts", "tomorrow"),
        ("--starts", "2026-01-01", "--of", "everybody"),
    ],
)
def test_what_cannot_be_a_rule_is_refused(committee, words):
    with pytest.raises(CommandError):
        set_rules(*words)

    assert not RuleSet.objects.filter(body=committee).exists()


def test_one_day_has_one_rule_set(committee):
    set_rules("--starts", "2026-01-01")
    with pytest.raises(CommandError, match="already"):
        set_rules("--starts", "2026-01-01")


def test_a_weak_password_founds_nothing(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    with pytest.raises(CommandError):
        call_command("found_body", "tinh-b", "Tỉnh B", "B", "quan-tri-b")

    assert not Person.objects.filter(username="quan-tri-b").exists()
    assert not Body.objects.filter(code="tinh-b").exists()
