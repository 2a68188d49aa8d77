"""Who sees a meeting, and as whom one follows it live."""

import pytest
from django.utils import timezone

from meetings.actions import invite, move_meeting
from meetings.models import Meeting
from meetings.policies import (
    MeetingPolicy,
    admits,
    meetings_kept_by,
    meetings_on_wall_for,
    meetings_visible_to,
)
from meetings.states import MeetingState

KEEPERS = {"chair", "secretary"}
EVERYBODY = ["chair", "secretary", "finance", "operator", "archivist", "auditor", "admin"]


def seal(meeting):
    Meeting.objects.filter(pk=meeting.pk).update(state="sealed", sealed_at=timezone.now())


def who_sees(cabinet, meeting, seen=meetings_visible_to):
    cabinet.stranger()
    cabinet.superuser()
    people = [*EVERYBODY, "stranger", "superuser"]
    return {key for key in people if seen(cabinet.people[key]).filter(pk=meeting.pk).exists()}


def test_a_draft_is_for_its_keepers(cabinet):
    assert who_sees(cabinet, cabinet.meeting()) == KEEPERS


def test_a_convened_meeting_is_for_those_invited(cabinet):
    meeting = cabinet.convened()
    assert who_sees(cabinet, meeting) == {*KEEPERS, "finance"}
    assert who_sees(cabinet, meeting, meetings_on_wall_for) == {*KEEPERS, "finance", "operator"}
    assert who_sees(cabinet, meeting, meetings_kept_by) == KEEPERS


def test_a_sealed_meeting_is_also_for_archivist_and_auditor(cabinet):
    meeting = cabinet.convened()
    seal(meeting)
    assert who_sees(cabinet, meeting) == {*KEEPERS, "finance", "archivist", "auditor"}


def test_a_draft_that_was_cancelled_stays_unknown(cabinet):
    meeting = move_meeting(cabinet.secretary, cabinet.meeting(), MeetingState.CANCELLED, "Hoãn")
    assert who_sees(cabinet, meeting) == KEEPERS
    called = move_meeting(cabinet.secretary, cabinet.convened(), MeetingState.CANCELLED, "Hoãn")
    assert "finance" in who_sees(cabinet, called)


def test_who_may_not_sign_in_sees_nothing(cabinet):
    meeting = cabinet.convened()
    cabinet.secretary.is_active = False

    assert not meetings_visible_to(cabinet.secretary).exists()
    assert not meetings_kept_by(cabinet.secretary).exists()
    assert not meetings_on_wall_for(cabinet.secretary).exists()
    assert admits(meeting.pk, cabinet.secretary) is None


@pytest.mark.parametrize(
    ("who", "face"),
    [
        ("chair", "console"),
        ("secretary", "console"),
        ("finance", "member"),
        ("operator", "wall"),
        ("archivist", None),
        ("admin", None),
        ("stranger", None),
        ("superuser", None),
    ],
)
def test_everybody_gets_his_own_face(cabinet, who, face):
    cabinet.stranger()
    cabinet.superuser()

    assert admits(cabinet.convened().pk, cabinet.people[who]) == face


def test_nobody_but_keepers_follows_a_draft_or_nothing(cabinet):
    meeting = cabinet.meeting()
    assert admits(meeting.pk, cabinet.finance) is None
    assert admits(meeting.pk, cabinet.operator) is None
    assert admits(meeting.pk, cabinet.secretary) == "console"
    assert admits(999_999, cabinet.secretary) is None


def test_what_each_may_do(cabinet):
    meeting = cabinet.convened()
    invite(cabinet.secretary, meeting, person=cabinet.person("guest"), capacity="invitee")

    member, guest, staff, none = (
        MeetingPolicy(cabinet.people[key], meeting)
        for key in ("finance", "guest", "secretary", "archivist")
    )
    assert member.may_take_part
    assert member.may_speak
    assert member.may_vote
    assert not member.may_run
    assert guest.may_speak
    assert not guest.may_vote
    assert staff.may_run
    assert staff.may_confirm
    assert not staff.may_speak
    assert not none.may_take_part
    assert none.may_seal
