"""Whose move it is with a submission, and until when: working days, told without waiting for them."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from agendas.actions import place_submission, return_submission
from agendas.states import Route
from agendas.submissions.turns import turn_of
from agendas.timing import due_at
from core.clock import at
from core.workdays import end_of


def here(day, hour=9):
    return datetime(2020, 2, day, hour, tzinfo=timezone.get_default_timezone())


def end(day):
    return end_of(here(day).date())


@pytest.mark.parametrize(
    ("code", "since", "due"),
    [
        ("submission_check", here(3), end(5)),
        ("submission_check", here(6), end(10)),
        ("submission_check", here(8), end(11)),
        ("submission_route", here(3), end(10)),
        ("route_answer", here(7, 20), end(12)),
        ("advice_answer", here(7), end(14)),
    ],
)
def test_working_days_are_counted(cabinet, code, since, due):
    assert due_at(cabinet.body, code, since) == due


def test_each_step_waits_for_somebody(cabinet, register):
    with at(here(3)):
        draft, lodged, accepted = register.draft("A"), register.lodged("B"), register.accepted("C")
        routed, prior = register.routed("D"), register.routed("E", route=Route.PRELIMINARY)
        returned = return_submission(cabinet.secretary, register.lodged("F"), reason="Thiếu")
    expected = [
        (draft, "agency", None),
        (lodged, "secretariat", end(5)),
        (accepted, "chair", end(10)),
        (routed, "secretariat", end(6)),
        (prior, "secretariat", end(6)),
        (returned, "agency", None),
    ]
    for submission, who, due in expected:
        turn = turn_of(submission, placed=False)
        assert (turn.who, turn.due) == (who, due)


def test_what_is_past_its_time_is_late(register):
    with at(here(3)):
        submission = register.lodged()
    with at(here(5, 23)):
        assert not turn_of(submission, placed=False).is_late
    with at(end(5) + timedelta(minutes=1)):
        assert turn_of(submission, placed=False).is_late


def test_nothing_waits_for_anybody_once_it_is_on_an_agenda(cabinet, register):
    submission = register.routed()
    place_submission(cabinet.secretary, submission, cabinet.meeting())
    assert turn_of(submission, placed=True).who == "nobody"
