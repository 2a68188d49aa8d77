"""Substitutes and invitees."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.errors import NotAllowed
from meetings.actions import (
    check_in,
    invite,
    move_meeting,
    renew_roll,
    roll_differences,
    uninvite,
)
from meetings.errors import (
    AlreadyInvited,
    InvitationsOver,
    MeetingHasBegun,
    MemberHasSubstitute,
    MemberIsHere,
    NotOnTheRoll,
    ParticipationUsed,
    StandInNeedsMember,
)
from meetings.quorum import quorum_of
from meetings.states import Attendance, Capacity, MeetingState
from people.models import Membership


def send_deputy(cabinet, meeting, *, for_=None, key="deputy", **facts):
    member = cabinet.participant(meeting, for_ or cabinet.finance)
    return invite(
        cabinet.secretary,
        meeting,
        person=cabinet.person(key),
        capacity=Capacity.SUBSTITUTE,
        office="Thứ trưởng",
        stands_for=member,
        **facts,
    )


def test_a_substitute_stands_in_without_a_vote(cabinet):
    meeting = cabinet.convened()
    place = send_deputy(cabinet, meeting, reason="Công tác nước ngoài")

    assert not place.has_vote
    assert place.agency.short_name == "BTC"
    member = cabinet.participant(meeting, cabinet.finance)
    assert member.attendance == Attendance.EXCUSED
    assert member.reason == "Công tác nước ngoài"
    assert cabinet.heard(meeting)[-2:] == ["attendance.excused", "participant.invited"]


def test_a_present_substitute_does_not_make_the_quorum(cabinet):
    meeting = cabinet.convened()
    send_deputy(cabinet, meeting)
    cabinet.arrive(meeting, cabinet.deputy, *cabinet.members()[2:])

    count = quorum_of(meeting)

    assert (count.total, count.present) == (5, 3)
    assert not count.is_met


def test_a_member_sends_one_substitute(cabinet):
    meeting = cabinet.convened()
    send_deputy(cabinet, meeting)

    with pytest.raises(MemberHasSubstitute):
        send_deputy(cabinet, meeting, key="another")


def test_a_present_member_sends_none(cabinet):
    meeting = cabinet.convened()
    check_in(cabinet.finance, meeting)

    with pytest.raises(MemberIsHere):
        send_deputy(cabinet, meeting)


def test_a_substitute_stands_in_for_a_member(cabinet):
    meeting = cabinet.convened()

    with pytest.raises(StandInNeedsMember):
        send_deputy(cabinet, meeting, for_=cabinet.secretary)
    with pytest.raises(StandInNeedsMember):
        invite(cabinet.secretary, meeting, person=cabinet.person("deputy"), capacity="substitute")


def test_nobody_is_invited_twice(cabinet):
    with pytest.raises(AlreadyInvited):
        invite(cabinet.secretary, cabinet.convened(), person=cabinet.health, capacity="invitee")


def test_a_member_appointed_later_comes_on_the_roll(cabinet):
    meeting = cabinet.convened()
    culture = cabinet.person("culture")
    with pytest.raises(NotOnTheRoll):
        invite(cabinet.secretary, meeting, person=culture, capacity=Capacity.MEMBER)
    seat = Membership.objects.get(person=cabinet.finance)
    seat.pk, seat.person, seat.office = None, culture, "Bộ trưởng"
    seat.save()

    place = invite(cabinet.secretary, meeting, person=culture, capacity=Capacity.MEMBER)

    assert place.has_vote
    assert quorum_of(meeting).total == 6


def test_a_member_invites_nobody(cabinet):
    with pytest.raises(NotAllowed):
        invite(
            cabinet.finance, cabinet.convened(), person=cabinet.person("guest"), capacity="invitee"
        )


def test_nobody_is_invited_after_the_end(cabinet):
    meeting = move_meeting(cabinet.chair, cabinet.in_session(), MeetingState.ADJOURNED)

    with pytest.raises(InvitationsOver):
        invite(cabinet.secretary, meeting, person=cabinet.person("guest"), capacity="invitee")


def test_an_invitation_is_taken_back_before_it_was_used(cabinet):
    meeting = cabinet.convened()
    place = send_deputy(cabinet, meeting)

    uninvite(cabinet.secretary, place)

    assert not meeting.participants.filter(person=cabinet.deputy).exists()
    assert cabinet.heard(meeting)[-1] == "participant.uninvited"


def test_the_roll_and_the_used_invitation_stay(cabinet):
    meeting = cabinet.convened()
    place = send_deputy(cabinet, meeting)
    check_in(cabinet.deputy, meeting)

    with pytest.raises(ParticipationUsed):
        uninvite(cabinet.secretary, place)
    for person in (cabinet.health, cabinet.secretary):
        with pytest.raises(ParticipationUsed):
            uninvite(cabinet.secretary, cabinet.participant(meeting, person))


def test_the_roll_is_renewed_when_seats_change(cabinet):
    meeting = cabinet.convened()
    yesterday = timezone.localdate() - timedelta(days=1)
    old = Membership.objects.get(person=cabinet.finance)
    Membership.objects.create(
        body=cabinet.body,
        person=cabinet.person("culture"),
        office="Bộ trưởng",
        order=9,
        starts=yesterday,
    )
    Membership.objects.filter(pk=old.pk).update(ends=yesterday)
    found = roll_differences(meeting)
    assert [seat.person for seat in found.seats] == [cabinet.culture]
    assert [place.person for place in found.places] == [cabinet.finance]

    renew_roll(cabinet.secretary, meeting)

    assert not any(roll_differences(meeting))
    assert cabinet.participant(meeting, cabinet.culture).has_vote
    assert quorum_of(meeting).total == 5
    assert cabinet.heard(meeting)[-2:] == ["participant.uninvited", "participant.invited"]


def test_a_guest_who_is_appointed_becomes_a_member(cabinet):
    meeting = cabinet.convened()
    guest = cabinet.person("guest")
    invite(cabinet.secretary, meeting, person=guest, capacity="invitee")
    Membership.objects.create(body=cabinet.body, person=guest, office="X", starts="2019-01-01")

    renew_roll(cabinet.secretary, meeting)

    place = cabinet.participant(meeting, guest)
    assert (place.capacity, place.has_vote) == ("member", True)


def test_the_roll_stays_once_the_meeting_has_begun(cabinet):
    with pytest.raises(MeetingHasBegun):
        renew_roll(cabinet.secretary, cabinet.in_session())
    with pytest.raises(NotAllowed):
        renew_roll(cabinet.finance, cabinet.convened())
