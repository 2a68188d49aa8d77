"""Who is here: said by oneself, confirmed by the secretary."""

import pytest

from core.errors import NotAllowed, WrongMove
from meetings.actions import (
    check_in,
    check_out,
    confirm_all,
    confirm_attendance,
    excuse,
    expect_again,
    move_meeting,
    note_leaving,
)
from meetings.errors import MeetingNotUnderWay, ReasonMissing
from meetings.quorum import quorum_of
from meetings.states import Attendance, MeetingState


def heard_of_attendance(cabinet, meeting):
    return [name for name in cabinet.heard(meeting) if name.startswith("attendance.")]


def test_one_says_so_and_the_secretary_confirms(cabinet):
    meeting = cabinet.convened()
    place = check_in(cabinet.finance, meeting, site=cabinet.site)
    assert place.attendance == Attendance.CHECKED_IN
    assert quorum_of(meeting).present == 0

    place = confirm_attendance(cabinet.secretary, place)

    assert place.attendance == Attendance.PRESENT
    assert place.arrived_at
    assert place.site == cabinet.site
    assert quorum_of(meeting).present == 1
    assert heard_of_attendance(cabinet, meeting) == [
        "attendance.checked_in",
        "attendance.confirmed",
    ]


def test_saying_it_twice_changes_nothing(cabinet):
    meeting = cabinet.convened()
    check_in(cabinet.finance, meeting)
    check_in(cabinet.finance, meeting)
    confirm_attendance(cabinet.secretary, cabinet.participant(meeting, cabinet.finance))
    confirm_attendance(cabinet.secretary, cabinet.participant(meeting, cabinet.finance))

    assert len(heard_of_attendance(cabinet, meeting)) == 2


def test_all_who_checked_in_are_confirmed_at_once(cabinet):
    meeting = cabinet.convened()
    for person in cabinet.members()[:4]:
        check_in(person, meeting)

    assert len(confirm_all(cabinet.secretary, meeting)) == 4
    assert quorum_of(meeting).is_met


def test_a_member_confirms_nobody(cabinet):
    meeting = cabinet.convened()
    place = check_in(cabinet.finance, meeting)

    for deed in (
        lambda: confirm_attendance(cabinet.finance, place),
        lambda: confirm_all(cabinet.finance, meeting),
        lambda: excuse(cabinet.health, place, reason="Ốm"),
        lambda: note_leaving(cabinet.health, place),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_a_stranger_does_not_check_in(cabinet):
    with pytest.raises(NotAllowed):
        check_in(cabinet.stranger(), cabinet.convened())


def test_nobody_checks_in_before_the_meeting_is_convened_or_after_its_end(cabinet):
    with pytest.raises(MeetingNotUnderWay):
        check_in(cabinet.finance, cabinet.meeting())
    meeting = move_meeting(cabinet.chair, cabinet.in_session(), MeetingState.ADJOURNED)
    with pytest.raises(MeetingNotUnderWay):
        check_in(cabinet.finance, meeting)


def test_an_absence_has_its_reason(cabinet):
    meeting = cabinet.convened()
    place = cabinet.participant(meeting, cabinet.health)

    with pytest.raises(ReasonMissing):
        excuse(cabinet.secretary, place, reason="  ")
    place = excuse(cabinet.secretary, place, reason="Công tác nước ngoài")
    assert place.attendance == Attendance.EXCUSED
    assert place.reason == "Công tác nước ngoài"

    place = expect_again(cabinet.secretary, place)
    assert (place.attendance, place.reason) == (Attendance.EXPECTED, "")


def test_who_is_present_is_not_excused(cabinet):
    meeting = cabinet.convened()
    cabinet.arrive(meeting, cabinet.health)

    with pytest.raises(WrongMove):
        excuse(cabinet.secretary, cabinet.participant(meeting, cabinet.health), reason="Ốm")


def test_an_excused_member_may_come_after_all(cabinet):
    meeting = cabinet.convened()
    excuse(cabinet.secretary, cabinet.participant(meeting, cabinet.health), reason="Ốm")

    place = check_in(cabinet.health, meeting)

    assert (place.attendance, place.reason) == (Attendance.CHECKED_IN, "")


def test_who_leaves_no_longer_counts_and_may_return(cabinet):
    meeting = cabinet.in_session()
    place = check_out(cabinet.finance, meeting)
    assert place.left_at
    assert quorum_of(meeting).present == 4

    check_in(cabinet.finance, meeting)
    place = confirm_attendance(cabinet.secretary, cabinet.participant(meeting, cabinet.finance))
    assert place.left_at is None
    assert quorum_of(meeting).present == 5

    note_leaving(cabinet.secretary, place)
    assert quorum_of(meeting).present == 4


def test_the_journal_keeps_name_office_and_site(cabinet):
    from realtime.models import Entry

    meeting = cabinet.convened()
    cabinet.arrive(meeting, cabinet.finance)

    facts = Entry.objects.get(name="attendance.confirmed").facts
    assert facts["person"] == "Lê Thị Hòa"
    assert facts["office"] == "Bộ trưởng Bộ Tài chính"
    assert facts["site"] == "Trụ sở Chính phủ"
    assert facts["has_vote"] is True
