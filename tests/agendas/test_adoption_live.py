"""What each face is told of positions and of the last call."""

import pytest

from agendas.actions import call_last, give_position, object_in_call, open_item
from realtime.live import state_of, you_of
from realtime.models import Entry
from tests.agendas.calls import agree, entered, session_with_call


@pytest.fixture
def meeting(cabinet):
    return session_with_call(cabinet)


def test_a_restricted_item_is_called_only_before_those_who_see_it(cabinet, meeting):
    from agendas.actions import add_item, grant_sight

    hidden = add_item(cabinet.secretary, meeting, title="Nhân sự", kind="adoption", restricted=True)
    grant_sight(cabinet.secretary, hidden, person=cabinet.finance)
    cabinet.publish(meeting)

    call_last(cabinet.chair, meeting, [*entered(meeting)])

    for audience in ("wall", "member"):
        assert "Nhân sự" not in str(state_of("meeting", meeting.pk, audience))
    assert "Nhân sự" not in str(you_of("meeting", meeting.pk, cabinet.health))
    assert you_of("meeting", meeting.pk, cabinet.finance)["call"]["items"][0]["label"] == "H1"
    made = Entry.objects.get(name="adoption.called").facts
    assert [one["label"] for one in made["items"]] == ["1", "2", "3"]
    assert [one["label"] for one in made["restricted_items"]] == ["H1"]
    object_in_call(cabinet.finance, hidden)
    console = state_of("meeting", meeting.pk, "console")["adoption"]["call"]["items"]
    assert [one["label"] for one in console if one["out"]] == ["H1"]


def test_the_console_sees_who_is_silent_and_who_objects(cabinet, meeting):
    first = entered(meeting)[0]
    give_position(cabinet.finance, first, stance="objection", reason="Chưa rõ nguồn.")
    agree(cabinet, first, cabinet.health)

    console = state_of("meeting", meeting.pk, "console")["adoption"]["items"][0]

    silent = [
        cabinet.participant(meeting, cabinet.people[k]).pk
        for k in ("chair", "justice", "transport")
    ]
    assert (console["no_objection"], console["voters"], console["silent"]) == (1, 5, silent)
    assert console["against"][0]["reason"] == "Chưa rõ nguồn."
    assert not console["adoptable"]
    assert state_of("meeting", meeting.pk, "member")["adoption"]["items"] == []


def test_members_see_the_counts_once_the_item_is_reached_if_the_rules_say_so(cabinet, meeting):
    first = entered(meeting)[0]
    give_position(cabinet.finance, first, stance="speak")
    assert state_of("meeting", meeting.pk, "member")["adoption"]["reached"] is None
    open_item(cabinet.chair, first)
    reached = state_of("meeting", meeting.pk, "member")["adoption"]["reached"]
    assert (reached["item"], reached["speak"], reached["voters"]) == (first.pk, 1, 5)
    assert state_of("meeting", meeting.pk, "wall")["adoption"]["reached"] is None
    cabinet.rules.positions_shown = "keepers"
    cabinet.rules.save()
    assert state_of("meeting", meeting.pk, "member")["adoption"]["reached"] is None
