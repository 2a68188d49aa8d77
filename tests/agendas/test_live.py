"""What the live page is told of the agenda, and the deeds that come over the socket."""

from uuid import uuid4

import pytest

from agendas.actions import add_item, request_speech
from core.errors import BadInput, NotAllowed, NotSeen
from realtime.commands import run_command
from realtime.live import state_of, you_of


def run(person, meeting, name, **data):
    return run_command(person, meeting.pk, name, data, uuid4())


def test_the_state_tells_items_queue_and_clock(cabinet):
    meeting = cabinet.in_session("A", "B")
    item = cabinet.open_item(meeting)
    speech = request_speech(cabinet.finance, meeting)
    draft = add_item(cabinet.secretary, meeting, title="Chưa công bố")

    state = state_of("meeting", meeting.pk, "member")

    assert state["agenda"]["version"] == "A"
    assert state["agenda"]["current"] == item.pk
    assert state["agenda"]["closed_door"] is False
    assert [line["label"] for line in state["agenda"]["items"]] == ["1", "2"]
    assert state["agenda"]["items"][0]["state"] == "open"
    assert state["speaking"]["queue"][0]["id"] == speech.pk
    assert state["speaking"]["queue"][0]["office"] == "Bộ trưởng Bộ Tài chính"
    assert state["timer"]["ends_at"]
    assert state["timer"]["left_s"] is None
    console = state_of("meeting", meeting.pk, "console")
    assert draft.pk in {line["id"] for line in console["agenda"]["items"]}
    assert you_of("meeting", meeting.pk, cabinet.finance)["request"] == {
        "id": speech.pk,
        "state": "waiting",
    }


def test_before_anything_happens_the_state_is_quiet(cabinet):
    meeting = cabinet.meeting()
    state = state_of("meeting", meeting.pk, "member")

    assert state["agenda"] == {
        "version": "",
        "headings": [],
        "items": [],
        "current": None,
        "closed_door": False,
    }
    assert state["speaking"] == {"open": False, "queue": []}
    assert state["timer"] is None


def test_a_session_is_run_by_commands(cabinet):
    meeting = cabinet.in_session("A", "B")
    first, second = meeting.items.all()

    assert run(cabinet.chair, meeting, "item.open", item=first.pk)["state"] == "open"
    speech = run(cabinet.finance, meeting, "speech.request")["id"]
    assert run(cabinet.finance, meeting, "speech.withdraw")["state"] == "withdrawn"
    speech = run(cabinet.finance, meeting, "speech.request")["id"]
    assert run(cabinet.chair, meeting, "speech.call", id=speech)["state"] == "speaking"
    assert run(cabinet.finance, meeting, "speech.end", id=speech)["state"] == "done"
    other = run(cabinet.health, meeting, "speech.request")["id"]
    run(cabinet.chair, meeting, "speech.call", id=other, seconds=120)
    queue = state_of("meeting", meeting.pk, "wall")["speaking"]["queue"]
    assert queue[0]["limit_s"] == 120
    closed = run(cabinet.chair, meeting, "item.close", item=first.pk, conclusion="Thống nhất")
    assert closed["state"] == "done"
    assert run(cabinet.chair, meeting, "timer.start", label="Nghỉ", seconds=300)["ends_at"]
    assert run(cabinet.chair, meeting, "timer.pause")["left_s"] in {299, 300}
    assert run(cabinet.chair, meeting, "timer.resume")["ends_at"]
    assert run(cabinet.chair, meeting, "timer.stop") == {}
    assert second.state == "planned"


def test_adoption_and_objection_by_commands(cabinet):
    meeting = cabinet.in_session("A", "B")
    meeting.items.update(kind="adoption")
    first, second = meeting.items.all()

    assert run(cabinet.finance, meeting, "item.object", item=first.pk)["kind"] == "decision"
    adopted = run(cabinet.chair, meeting, "agenda.adopt", items=[second.pk])

    assert adopted == {"items": [second.pk]}


@pytest.mark.parametrize(
    ("name", "data", "refusal"),
    [
        ("item.open", {}, BadInput),
        ("item.open", {"item": 999_999}, NotSeen),
        ("agenda.adopt", {"items": "1"}, BadInput),
        ("agenda.adopt", {"items": ["1"]}, BadInput),
        ("speech.call", {"id": 999_999}, NotSeen),
        ("timer.start", {"seconds": "60"}, BadInput),
    ],
)
def test_bad_data_is_refused_with_a_sentence(cabinet, name, data, refusal):
    with pytest.raises(refusal):
        run(cabinet.chair, cabinet.in_session("A"), name, **data)


def test_an_item_of_another_meeting_is_not_there(cabinet):
    other = cabinet.in_session("X").items.get()
    with pytest.raises(NotSeen):
        run(cabinet.chair, cabinet.in_session("A"), "item.open", item=other.pk)


def test_a_restricted_item_is_not_there_for_a_member(cabinet):
    meeting = cabinet.in_session("A")
    item = cabinet.item(meeting, "Mật", restricted=True)
    with pytest.raises(NotSeen):
        run(cabinet.finance, meeting, "item.object", item=item.pk)
    with pytest.raises(NotAllowed):
        run(cabinet.finance, meeting, "item.open", item=meeting.items.get(restricted=False).pk)


def test_a_request_on_a_restricted_item_is_not_there_for_a_member(cabinet):
    meeting = cabinet.in_session("A")
    item = cabinet.take_up(cabinet.item(meeting, "Mật", restricted=True))
    run(cabinet.chair, meeting, "item.open", item=item.pk)
    speech = run(cabinet.chair, meeting, "speech.request")["id"]

    with pytest.raises(NotSeen):
        run(cabinet.finance, meeting, "speech.end", id=speech)
