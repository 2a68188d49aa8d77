"""Whose move it is with the minutes, in the list of meetings, until the record is sealed."""

import pytest

from meetings.models import Meeting
from meetings.turns import turns_of
from minutes.actions import approve_minutes, draft_minutes
from minutes.models import Minutes
from minutes.states import MinutesState

pytestmark = pytest.mark.django_db


def told(person, meeting):
    turn = turns_of(person, [Meeting.objects.get(pk=meeting.pk)]).get(meeting.pk)
    return str(turn.words) if turn else None


def test_the_minutes_wait_for_secretary_and_chair_in_turn(cabinet, adjourned):
    desk = cabinet.secretary
    assert told(desk, adjourned) == "Thư ký · dự thảo biên bản"
    minutes = draft_minutes(desk, adjourned)
    assert told(desk, adjourned) == "Thư ký · hoàn thiện, duyệt biên bản"
    approve_minutes(desk, minutes)
    assert told(desk, adjourned) == "Thư ký · ký biên bản"
    for state, words in (
        (MinutesState.SIGNED_BY_SECRETARY, "Chủ trì · ký biên bản"),
        (MinutesState.SIGNED, "Thư ký · niêm phong hồ sơ"),
        (MinutesState.SEALED, None),
    ):
        Minutes.objects.update(state=state)
        assert told(cabinet.chair, adjourned) == words


def test_members_are_not_told_of_it(cabinet, adjourned):
    for person in (cabinet.finance, cabinet.operator, cabinet.stranger()):
        assert told(person, adjourned) is None
