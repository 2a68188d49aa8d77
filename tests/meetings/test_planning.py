"""Planning: the roll is that of the day, and stays so."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from core.errors import NotAllowed
from meetings.actions import edit_meeting, hand_over_chair, move_meeting
from meetings.errors import (
    AlreadyInTheChair,
    ChairIsAbsent,
    ChairNotMember,
    ChairSettled,
    MeetingHasBegun,
    NoRulesInForce,
    NotOnTheRoll,
)
from meetings.models import RuleSet
from meetings.states import Capacity, MeetingState
from people.models import Membership


def test_the_roll_is_frozen_with_office_and_vote(cabinet):
    meeting = cabinet.meeting()
    Membership.objects.filter(person=cabinet.finance).update(office="Nguyên Bộ trưởng")

    place = cabinet.participant(meeting, cabinet.finance)
    assert place.office == "Bộ trưởng Bộ Tài chính"
    assert place.agency.short_name == "BTC"
    assert place.has_vote
    assert meeting.participants.filter(has_vote=True).count() == 5
    assert cabinet.participant(meeting, cabinet.chair).presides


def test_who_has_no_seat_on_the_day_is_not_on_the_roll(cabinet):
    ended = timezone.localdate() - timedelta(days=1)
    Membership.objects.filter(person=cabinet.health).update(ends=ended)

    meeting = cabinet.meeting()

    assert not meeting.participants.filter(person=cabinet.health).exists()
    assert meeting.participants.filter(has_vote=True).count() == 4


def test_the_secretary_has_a_place_without_a_vote(cabinet):
    place = cabinet.participant(cabinet.meeting(), cabinet.secretary)

    assert place.capacity == Capacity.STAFF
    assert not place.has_vote


def test_a_secretary_who_is_a_member_keeps_the_seat(cabinet):
    place = cabinet.participant(cabinet.meeting(secretary=cabinet.justice), cabinet.justice)

    assert place.capacity == Capacity.MEMBER
    assert place.has_vote


def test_only_a_member_can_chair(cabinet):
    with pytest.raises(ChairNotMember):
        cabinet.meeting(chair=cabinet.secretary)


def test_there_is_no_meeting_without_rules(cabinet):
    RuleSet.objects.update(ends=date(2017, 1, 1))

    with pytest.raises(NoRulesInForce):
        cabinet.meeting()


def test_a_member_cannot_plan_a_meeting(cabinet):
    from meetings.actions import create_meeting

    with pytest.raises(NotAllowed):
        create_meeting(
            cabinet.finance,
            cabinet.body,
            title="Họp",
            place="Hà Nội",
            starts_at=timezone.now(),
            chair=cabinet.chair,
            secretary=cabinet.secretary,
        )


def test_a_change_is_told_with_before_and_after(cabinet):
    from realtime.models import Entry

    meeting = cabinet.meeting(title="Phiên họp tháng 2")
    edit_meeting(cabinet.secretary, meeting, title="Phiên họp tháng 3")

    told = Entry.objects.get(name="meeting.changed")
    assert told.facts["changes"] == {"title": ["Phiên họp tháng 2", "Phiên họp tháng 3"]}


def test_saving_without_a_change_tells_nothing(cabinet):
    meeting = cabinet.meeting()
    edit_meeting(cabinet.secretary, meeting, title=meeting.title)

    assert cabinet.heard(meeting) == ["meeting.created"]


def test_a_running_meeting_keeps_its_facts(cabinet):
    with pytest.raises(MeetingHasBegun):
        edit_meeting(cabinet.secretary, cabinet.in_session(), place="Đà Nẵng")


def test_the_chair_is_handed_over_on_the_record(cabinet):
    from realtime.models import Entry

    meeting = cabinet.in_session()
    meeting = hand_over_chair(cabinet.chair, meeting, to=cabinet.finance, reason="Tiếp khách")

    assert meeting.chair == cabinet.finance
    facts = Entry.objects.get(name="chair.handed_over").facts
    assert (facts["from_name"], facts["to_name"]) == ("Trần Minh Khôi", "Lê Thị Hòa")
    assert facts["to_office"] == "Bộ trưởng Bộ Tài chính"
    assert cabinet.participant(meeting, cabinet.chair).presides


def test_the_chair_goes_only_to_a_member_who_is_there(cabinet):
    meeting = cabinet.in_session(present=cabinet.members()[:4])

    with pytest.raises(ChairIsAbsent):
        hand_over_chair(cabinet.chair, meeting, to=cabinet.transport)
    with pytest.raises(NotOnTheRoll):
        hand_over_chair(cabinet.chair, meeting, to=cabinet.secretary)
    with pytest.raises(AlreadyInTheChair):
        hand_over_chair(cabinet.chair, meeting, to=cabinet.chair)
    with pytest.raises(NotAllowed):
        hand_over_chair(cabinet.finance, meeting, to=cabinet.finance)


def test_the_chair_is_not_handed_over_once_the_meeting_is_over(cabinet):
    meeting = cabinet.in_session()
    move_meeting(cabinet.chair, meeting, MeetingState.ADJOURNED)

    with pytest.raises(ChairSettled):
        hand_over_chair(cabinet.secretary, meeting, to=cabinet.finance)

    meeting.refresh_from_db()
    assert meeting.chair == cabinet.chair
