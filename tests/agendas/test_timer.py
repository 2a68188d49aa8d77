"""The clock on the wall."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agendas.actions import (
    pause_timer,
    resume_timer,
    start_timer,
    stop_timer,
)
from agendas.errors import (
    NoTimer,
    TimerTooLong,
)
from agendas.models import Timer
from core.clock import at
from core.errors import NotAllowed
from meetings.actions import move_meeting


def test_the_clock_stands_still_and_goes_on(cabinet):
    meeting = cabinet.in_session("A")
    moment = timezone.now()
    with at(moment):
        start_timer(cabinet.chair, meeting, label="Giải lao", seconds=600)
    with at(moment + timedelta(seconds=100)):
        timer = pause_timer(cabinet.chair, meeting)
    assert (timer.left_seconds, timer.ends_at) == (500, None)
    with pytest.raises(NoTimer):
        pause_timer(cabinet.chair, meeting)
    later = moment + timedelta(hours=1)
    with at(later):
        timer = resume_timer(cabinet.chair, meeting)
    assert timer.ends_at == later + timedelta(seconds=500)
    with pytest.raises(NoTimer):
        resume_timer(cabinet.chair, meeting)
    stop_timer(cabinet.chair, meeting)
    with pytest.raises(NoTimer):
        stop_timer(cabinet.chair, meeting)


@pytest.mark.parametrize("seconds", [0, -5, 86_401])
def test_the_clock_runs_at_most_a_day(cabinet, seconds):
    with pytest.raises(TimerTooLong):
        start_timer(cabinet.chair, cabinet.in_session("A"), seconds=seconds)


def test_a_member_does_not_touch_the_clock(cabinet):
    with pytest.raises(NotAllowed):
        start_timer(cabinet.finance, cabinet.in_session("A"), seconds=60)


def test_the_clock_pauses_with_the_meeting(cabinet):
    meeting = cabinet.in_session("A")
    cabinet.open_item(meeting)
    move_meeting(cabinet.chair, meeting, "suspended")

    assert Timer.objects.get().ends_at is None
