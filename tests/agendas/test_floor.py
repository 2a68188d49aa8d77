"""An item before the meeting: opened and concluded."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agendas.actions import (
    close_item,
    open_item,
    withdraw_item,
)
from agendas.errors import (
    AnotherItemOpen,
    ItemNotOpen,
    ItemStillOpen,
    NotInSession,
)
from agendas.guards import _guards, guards_items
from agendas.models import Timer
from agendas.states import ItemState
from core.clock import at
from core.errors import RuleBroken, WrongMove
from meetings.actions import move_meeting
from realtime.models import Entry


def facts(meeting, name):
    return Entry.objects.filter(room__key=f"meeting.{meeting.pk}", name=name).last().facts


def test_an_item_is_opened_and_concluded(cabinet):
    meeting = cabinet.in_session("Ngân sách")
    item = cabinet.open_item(meeting)
    assert item.state == ItemState.OPEN
    assert Timer.objects.get(meeting=meeting).label == "1. Ngân sách"

    item = close_item(cabinet.chair, item, conclusion="  Chính phủ thống nhất.  ")

    assert item.state == ItemState.DONE
    assert facts(meeting, "item.closed")["conclusion"] == "Chính phủ thống nhất."
    assert not Timer.objects.exists()


def test_the_clock_starts_with_the_planned_minutes(cabinet):
    meeting = cabinet.in_session("Ngân sách")
    with at(timezone.now()):
        cabinet.open_item(meeting)
    timer = Timer.objects.get()
    assert timer.ends_at - timer.started_at == timedelta(minutes=10)


def test_one_item_at_a_time(cabinet):
    meeting = cabinet.in_session("A", "B")
    item = cabinet.open_item(meeting, 1)

    with pytest.raises(AnotherItemOpen):
        cabinet.open_item(meeting, 2)
    close_item(cabinet.chair, item)
    assert cabinet.open_item(meeting, 2).state == ItemState.OPEN


def test_nothing_is_opened_outside_the_session(cabinet):
    with pytest.raises(NotInSession):
        cabinet.open_item(cabinet.convened("A"))
    meeting = cabinet.in_session("A")
    move_meeting(cabinet.chair, meeting, "suspended")
    with pytest.raises(NotInSession):
        cabinet.open_item(meeting)


def test_a_concluded_item_may_be_taken_up_again_but_not_concluded_twice(cabinet):
    meeting = cabinet.in_session("A")
    item = close_item(cabinet.chair, cabinet.open_item(meeting), conclusion="Hoãn")

    with pytest.raises(ItemNotOpen):
        close_item(cabinet.chair, item)
    item = open_item(cabinet.chair, item)
    assert close_item(cabinet.chair, item).conclusion == "Hoãn"


def test_a_withdrawn_item_is_not_opened(cabinet):
    meeting = cabinet.in_session("A")
    item = withdraw_item(cabinet.secretary, meeting.items.get(), reason="Hoãn")
    with pytest.raises(WrongMove):
        open_item(cabinet.chair, item)


def test_a_meeting_does_not_end_in_the_middle_of_an_item(cabinet):
    meeting = cabinet.in_session("A")
    item = cabinet.open_item(meeting)

    with pytest.raises(ItemStillOpen):
        move_meeting(cabinet.chair, meeting, "adjourned")
    close_item(cabinet.chair, item)
    assert move_meeting(cabinet.chair, meeting, "adjourned").adjourned_at


def test_a_higher_floor_may_object_to_the_conclusion(cabinet):
    class VoteRuns(RuleBroken):
        pass

    @guards_items
    def no_vote(item):
        raise VoteRuns

    item = cabinet.open_item(cabinet.in_session("A"))
    try:
        with pytest.raises(VoteRuns):
            close_item(cabinet.chair, item)
        with pytest.raises(VoteRuns):
            withdraw_item(cabinet.chair, item, reason="Hoãn")
    finally:
        _guards.remove(no_vote)
