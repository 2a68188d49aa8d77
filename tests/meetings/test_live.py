"""What a meeting's live page is told, and the deeds that come over the socket."""

from uuid import uuid4

import pytest
from django.utils.translation import override

from core.errors import BadInput, NotAllowed, NotSeen
from meetings.actions import check_in
from meetings.models import Meeting
from realtime.commands import run_command
from realtime.live import state_of, you_of


def run(person, meeting, name, **data):
    return run_command(person, meeting.pk, name, data, uuid4())


def test_the_state_tells_meeting_and_presence(cabinet):
    meeting = cabinet.in_session(present=cabinet.members()[:4])
    check_in(cabinet.transport, meeting)

    state = state_of("meeting", meeting.pk, "member")

    assert state["meeting"]["state"] == "in_session"
    assert state["meeting"]["chair"] == {"name": "Trần Minh Khôi", "office": "Thủ tướng"}
    presence = state["presence"]
    assert (presence["total"], presence["present"], presence["needed"]) == (5, 4, 4)
    assert presence["has_quorum"] is True
    transport = next(p for p in presence["people"] if p["name"] == "Nguyễn Văn Sơn")
    assert (transport["s"], transport["vote"], transport["on"]) == ("checked_in", True, False)


def test_the_state_says_no_reason_of_absence(cabinet):
    meeting = cabinet.convened()
    run(
        cabinet.secretary,
        meeting,
        "attendance.excuse",
        p=cabinet.participant(meeting, cabinet.health).pk,
        reason="Bệnh hiểm nghèo",
    )

    assert "Bệnh hiểm nghèo" not in str(state_of("meeting", meeting.pk, "console"))


def test_you_tells_ones_place_and_powers(cabinet):
    meeting = cabinet.convened()

    with override("en"):
        you = you_of("meeting", meeting.pk, cabinet.finance)
    assert you["participant"]["vote"] is True
    assert you["participant"]["s"] == "expected"
    assert you["may"] == ["take_part", "speak", "vote"]
    assert you_of("meeting", meeting.pk, cabinet.operator)["participant"] is None
    assert {"run", "confirm"} <= set(you_of("meeting", meeting.pk, cabinet.secretary)["may"])


def test_a_session_is_run_by_commands(cabinet):
    meeting = cabinet.convened()
    site = cabinet.site.pk
    for person in cabinet.members():
        run(person, meeting, "attendance.check_in", site=site)
    place = cabinet.participant(meeting, cabinet.chair).pk
    assert run(cabinet.secretary, meeting, "attendance.confirm", p=place)["s"] == "present"
    assert len(run(cabinet.secretary, meeting, "attendance.confirm_all")["confirmed"]) == 4
    assert run(cabinet.chair, meeting, "meeting.move", to="in_session") == {"state": "in_session"}
    assert run(cabinet.finance, meeting, "attendance.check_out")["s"] == "left"
    health = cabinet.participant(meeting, cabinet.health).pk
    assert run(cabinet.secretary, meeting, "attendance.leave", p=health)["s"] == "left"
    justice = cabinet.participant(meeting, cabinet.justice)
    run(cabinet.chair, meeting, "chair.hand_over", p=justice.pk)
    assert Meeting.objects.get(pk=meeting.pk).chair == cabinet.justice


def test_the_same_command_acts_once(cabinet):
    meeting = cabinet.convened()
    key = uuid4()

    first = run_command(cabinet.finance, meeting.pk, "attendance.check_in", {}, key)
    again = run_command(cabinet.finance, meeting.pk, "attendance.check_in", {}, key)

    assert first == again
    assert cabinet.heard(meeting).count("attendance.checked_in") == 1


@pytest.mark.parametrize("to", ["sealed", "cancelled", "draft", "nonsense"])
def test_some_steps_do_not_go_over_the_socket(cabinet, to):
    with pytest.raises(BadInput):
        run(cabinet.secretary, cabinet.convened(), "meeting.move", to=to)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("attendance.confirm", {}),
        ("attendance.confirm", {"p": "1"}),
        ("attendance.confirm", {"p": True}),
        ("attendance.check_in", {"site": "x"}),
        ("meeting.move", {"to": 7}),
        ("meeting.move", {"to": "in_session", "reason": "x" * 4001}),
    ],
)
def test_bad_data_is_refused_with_a_sentence(cabinet, name, data):
    with pytest.raises(BadInput):
        run(cabinet.secretary, cabinet.convened(), name, **data)


def test_what_one_may_not_see_is_not_there(cabinet):
    meeting, other = cabinet.convened(), cabinet.convened()
    with pytest.raises(NotSeen):
        run(cabinet.stranger(), meeting, "attendance.check_in")
    with pytest.raises(NotSeen):
        run(
            cabinet.secretary,
            meeting,
            "attendance.confirm",
            p=cabinet.participant(other, cabinet.finance).pk,
        )
    with pytest.raises(NotAllowed):
        run(cabinet.finance, meeting, "meeting.move", to="in_session")
