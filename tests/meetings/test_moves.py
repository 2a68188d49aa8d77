"""The life of a meeting: which step follows which, and who may take it."""

import pytest
from django.utils import timezone

from core.errors import NotAllowed, WrongMove
from meetings import actions
from meetings.errors import QuorumMissing, ReasonMissing, RecordClosed
from meetings.guards import _guards, guards_moves
from meetings.models import Meeting
from meetings.states import MEETING_MOVES, MeetingState

STATES = [state for state in MeetingState if state != MeetingState.DRAFT]
CLOSED = [MeetingState.SEALED, MeetingState.CANCELLED, MeetingState.IMPORTED]
WRONG = [
    (here, there)
    for here in MeetingState
    for there in STATES
    if there not in MEETING_MOVES.get(here, frozenset()) and here not in CLOSED
]


def placed(meeting, state):
    """Put a meeting into a state without walking there."""
    sealed_at = timezone.now() if state == MeetingState.SEALED else None
    Meeting.objects.filter(pk=meeting.pk).update(state=state, sealed_at=sealed_at)
    return Meeting.objects.get(pk=meeting.pk)


@pytest.mark.parametrize(("here", "there"), WRONG)
def test_a_step_outside_the_table_is_refused(cabinet, here, there):
    meeting = placed(cabinet.meeting(), here)

    with pytest.raises(WrongMove):
        actions.move_meeting(cabinet.secretary, meeting, there, "vì thế")

    assert Meeting.objects.get(pk=meeting.pk).state == here


@pytest.mark.parametrize("state", CLOSED)
@pytest.mark.parametrize(
    "deed",
    [
        lambda c, m: actions.move_meeting(c.secretary, m, MeetingState.IN_SESSION),
        lambda c, m: actions.edit_meeting(c.secretary, m, title="Khác"),
        lambda c, m: actions.check_in(c.finance, m),
        lambda c, m: actions.check_out(c.finance, m),
        lambda c, m: actions.confirm_all(c.secretary, m),
        lambda c, m: actions.confirm_attendance(c.secretary, c.participant(m, c.finance)),
        lambda c, m: actions.excuse(c.secretary, c.participant(m, c.finance), reason="Ốm"),
        lambda c, m: actions.hand_over_chair(c.secretary, m, to=c.finance),
        lambda c, m: actions.invite(c.secretary, m, person=c.person("guest"), capacity="invitee"),
    ],
)
def test_closed_means_closed_for_every_deed(cabinet, state, deed):
    meeting = placed(cabinet.convened(), state)
    before = cabinet.heard(meeting)

    with pytest.raises(RecordClosed):
        deed(cabinet, meeting)

    assert cabinet.heard(meeting) == before


def test_a_meeting_opens_only_with_two_thirds_of_all_members(cabinet):
    meeting = cabinet.convened()
    cabinet.arrive(meeting, *cabinet.members()[:3])

    with pytest.raises(QuorumMissing) as refusal:
        actions.move_meeting(cabinet.chair, meeting, MeetingState.IN_SESSION)
    assert refusal.value.gaps["present"] == 3
    assert refusal.value.gaps["needed"] == 4
    assert "3 trên tổng số 5" in refusal.value.sentence

    cabinet.arrive(meeting, cabinet.members()[3])
    meeting = actions.move_meeting(cabinet.chair, meeting, MeetingState.IN_SESSION)
    assert meeting.opened_at


def test_who_has_only_checked_in_does_not_count(cabinet):
    meeting = cabinet.convened()
    for person in cabinet.members():
        actions.check_in(person, meeting)

    with pytest.raises(QuorumMissing):
        actions.move_meeting(cabinet.chair, meeting, MeetingState.IN_SESSION)


def test_a_meeting_resumes_only_with_the_quorum_still_there(cabinet):
    meeting = cabinet.in_session()
    actions.move_meeting(cabinet.chair, meeting, MeetingState.SUSPENDED)
    for person in cabinet.members()[3:]:
        actions.check_out(person, meeting)

    with pytest.raises(QuorumMissing):
        actions.move_meeting(cabinet.chair, meeting, MeetingState.IN_SESSION)


def test_the_journal_tells_who_presided_over_how_many(cabinet):
    from realtime.models import Entry

    meeting = cabinet.in_session()
    opened = Entry.objects.get(room__key=f"meeting.{meeting.pk}", name="meeting.opened")

    assert opened.facts["chair"] == "Trần Minh Khôi"
    assert opened.facts["chair_office"] == "Thủ tướng"
    assert (opened.facts["present"], opened.facts["total"], opened.facts["needed"]) == (5, 5, 4)
    assert "Điều 46" in opened.facts["article"]


def test_cancelling_asks_for_a_reason(cabinet):
    meeting = cabinet.convened()

    with pytest.raises(ReasonMissing):
        actions.move_meeting(cabinet.secretary, meeting, MeetingState.CANCELLED)
    meeting = actions.move_meeting(cabinet.secretary, meeting, MeetingState.CANCELLED, "Bão số 5")
    assert meeting.cancelled_for == "Bão số 5"


@pytest.mark.parametrize("who", ["finance", "operator", "archivist", "admin", "auditor"])
def test_only_chair_and_secretary_move_a_meeting(cabinet, who):
    meeting = cabinet.meeting()

    with pytest.raises(NotAllowed):
        actions.move_meeting(getattr(cabinet, who), meeting, MeetingState.CONVENED)


def test_technical_power_moves_nothing(cabinet):
    with pytest.raises(NotAllowed):
        actions.move_meeting(cabinet.superuser(), cabinet.meeting(), MeetingState.CONVENED)


def test_a_higher_floor_may_object(cabinet):
    @guards_moves
    def never(actor, meeting, to):
        raise ReasonMissing

    try:
        with pytest.raises(ReasonMissing):
            actions.move_meeting(cabinet.secretary, cabinet.meeting(), MeetingState.CONVENED)
    finally:
        _guards.remove(never)
