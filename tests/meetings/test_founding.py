"""A new installation: a body is founded, gets its rules, and can be convened."""

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from meetings.models import RuleSet
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
