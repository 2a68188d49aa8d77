"""The last call: who objects takes the item out; what is left is adopted together."""

import pytest

from agendas.actions import (
    adopt_without_debate,
    call_last,
    end_call,
    give_position,
    grant_sight,
    invite_for_item,
    object_in_call,
    object_to_adoption,
    open_item,
    withdraw_position,
)
from agendas.errors import (
    AnotherItemOpen,
    ItemOpposed,
    LastCallMissing,
    LastCallRuns,
    NoLastCall,
    NotForAdoption,
    NothingChosen,
    QuorumLost,
)
from agendas.models import LastCall
from agendas.states import ItemState
from agendas.tallies import tallies_of
from core.errors import NotAllowed
from meetings.actions import check_out, move_meeting
from people.models import Circle
from realtime.live import state_of, you_of
from realtime.models import Entry
from tests.agendas.calls import after, agree, entered, session_with_call


@pytest.fixture
def meeting(cabinet):
    return session_with_call(cabinet)


def test_what_nobody_opposes_is_adopted_item_by_item_with_its_counts(cabinet, meeting):
    first, _second, _third = items = entered(meeting)
    agree(cabinet, first, cabinet.finance, cabinet.health)

    call = call_last(cabinet.chair, meeting, items)
    with after(call):
        done = adopt_without_debate(cabinet.chair, meeting)

    assert [item.without_debate for item in done] == [True] * 3
    told = Entry.objects.filter(name="item.adopted").order_by("number")
    assert [entry.facts["label"] for entry in told] == ["1", "2", "3"]
    facts = told[0].facts
    assert facts["block"] == ["1", "2", "3"]
    assert (facts["no_objection"], facts["silent"], facts["voters"]) == (2, 3, 5)
    assert not LastCall.objects.exists()


def test_nothing_is_adopted_before_the_time_is_over_or_without_a_call(cabinet, meeting):
    items = entered(meeting)
    with pytest.raises(LastCallMissing):
        adopt_without_debate(cabinet.chair, meeting, items)
    with pytest.raises(LastCallMissing):
        adopt_without_debate(cabinet.chair, meeting)
    call = call_last(cabinet.chair, meeting, items[:2])
    with after(call, -1), pytest.raises(LastCallRuns) as refusal:
        adopt_without_debate(cabinet.chair, meeting)
    assert refusal.value.gaps == {"seconds": 1}
    with after(call), pytest.raises(NoLastCall):
        adopt_without_debate(cabinet.chair, meeting, items)


def test_an_objection_at_the_last_call_takes_the_item_out_at_once(cabinet, meeting):
    first, second, third = entered(meeting)
    call = call_last(cabinet.chair, meeting, [first, second, third])

    given = object_in_call(cabinet.finance, second)

    assert (given.stance, given.reason, given.in_call) == ("objection", "", True)
    out = {
        i["label"]: i["out"]
        for i in state_of("meeting", meeting.pk, "member")["adoption"]["call"]["items"]
    }
    assert out == {"1": False, "2": True, "3": False}
    assert you_of("meeting", meeting.pk, cabinet.finance)["call"]["objected"] == [second.pk]
    with after(call), pytest.raises(ItemOpposed):
        adopt_without_debate(cabinet.chair, meeting, [first, second])
    with after(call):
        done = adopt_without_debate(cabinet.chair, meeting)
    assert [item.pk for item in done] == [first.pk, third.pk]
    second.refresh_from_db()
    assert second.state == ItemState.PLANNED


def test_an_objection_is_heard_until_the_adoption_itself(cabinet, meeting):
    first, second, _third = entered(meeting)
    call = call_last(cabinet.chair, meeting, [first, second])
    with after(call, 5):
        object_in_call(cabinet.health, first, reason="Chưa rõ nguồn.")
        assert [i.pk for i in adopt_without_debate(cabinet.chair, meeting)] == [second.pk]


@pytest.mark.parametrize("stance", ["objection", "speak"])
def test_who_objects_or_wishes_to_speak_takes_it_off_the_block(cabinet, meeting, stance):
    first = entered(meeting)[0]
    give_position(cabinet.finance, first, stance=stance, reason="Chưa rõ" * (stance == "objection"))
    with pytest.raises(ItemOpposed):
        call_last(cabinet.chair, meeting, [first])
    first.refresh_from_db()
    assert first.kind == "adoption"
    withdraw_position(cabinet.finance, first)
    assert call_last(cabinet.chair, meeting, [first]).items.get() == first


def test_what_every_member_agrees_to_is_adopted_besides(cabinet, meeting):
    decision = meeting.items.get(title="D")
    agree(cabinet, decision, *cabinet.members()[:4])
    with pytest.raises(NotForAdoption):
        call_last(cabinet.chair, meeting, [decision])
    agree(cabinet, decision, cabinet.members()[4])
    call = call_last(cabinet.chair, meeting, [decision])
    with after(call):
        assert adopt_without_debate(cabinet.chair, meeting) == [decision]


def test_a_debate_once_asked_for_is_held_even_if_all_agree(cabinet, meeting):
    item = entered(meeting)[0]
    agree(cabinet, item)
    object_to_adoption(cabinet.secretary, item)
    with pytest.raises(ItemOpposed):
        call_last(cabinet.chair, meeting, [item])
    meeting.items.filter(pk=item.pk).update(kind="adoption")
    with pytest.raises(ItemOpposed):
        call_last(cabinet.chair, meeting, [item])


def test_a_call_needs_items_quorum_and_a_free_floor(cabinet, meeting):
    items = entered(meeting)
    with pytest.raises(NotAllowed):
        call_last(cabinet.finance, meeting, items)
    with pytest.raises(NothingChosen):
        call_last(cabinet.chair, meeting, [])
    open_item(cabinet.chair, items[2])
    with pytest.raises(AnotherItemOpen):
        call_last(cabinet.chair, meeting, items[:2])
    for person in cabinet.members()[3:]:
        check_out(person, meeting)
    with pytest.raises(QuorumLost):
        call_last(cabinet.chair, meeting, items[:2])


def test_the_quorum_is_asked_again_at_the_adoption(cabinet, meeting):
    call = call_last(cabinet.chair, meeting, entered(meeting))
    for person in cabinet.members()[3:]:
        check_out(person, meeting)
    with after(call), pytest.raises(QuorumLost):
        adopt_without_debate(cabinet.chair, meeting)


def test_outside_a_call_nobody_objects_without_a_reason(cabinet, meeting):
    first, second, _third = entered(meeting)
    with pytest.raises(NoLastCall):
        object_in_call(cabinet.finance, first)
    call_last(cabinet.chair, meeting, [first])
    with pytest.raises(NoLastCall):
        object_in_call(cabinet.finance, second)
    with pytest.raises(NotAllowed):
        object_in_call(cabinet.secretary, first)


@pytest.mark.parametrize("how", ["put away", "item opened", "suspended"])
def test_a_call_ends_with_what_comes_between(cabinet, meeting, how):
    first, second, _third = entered(meeting)
    call_last(cabinet.chair, meeting, [first])
    if how == "put away":
        end_call(cabinet.chair, meeting)
        with pytest.raises(LastCallMissing):
            end_call(cabinet.chair, meeting)
    elif how == "item opened":
        open_item(cabinet.chair, second)
    else:
        move_meeting(cabinet.chair, meeting, "suspended")
    assert state_of("meeting", meeting.pk, "member")["adoption"]["call"] is None


def test_a_guest_hears_of_no_item_that_is_called(cabinet, meeting):
    first, *others = entered(meeting)
    guest = cabinet.person("guest")
    invite_for_item(cabinet.secretary, meeting.items.get(title="D"), person=guest)
    call_last(cabinet.chair, meeting, [first, *others])

    assert state_of("meeting", meeting.pk, "member")["adoption"]["call"]["items"]
    assert state_of("meeting", meeting.pk, "guest")["adoption"] == {
        "call": None,
        "reached": None,
        "items": [],
    }


def test_what_is_not_published_is_not_called(cabinet, meeting):
    late = cabinet.item(meeting, "Chưa ai biết", kind="adoption")

    with pytest.raises(NotForAdoption):
        call_last(cabinet.chair, meeting, [late])

    cabinet.rules.last_call_seconds = 0
    cabinet.rules.save()
    with pytest.raises(NotForAdoption):
        adopt_without_debate(cabinet.chair, meeting, [late])


def test_who_sees_a_restricted_item_through_the_office_or_a_group_is_counted(cabinet, meeting):
    item = cabinet.item(meeting, "Nhân sự", restricted=True, kind="adoption")
    group = Circle.objects.create(body=cabinet.body, name="Ban cán sự")
    group.persons.add(cabinet.health)
    office = cabinet.body.memberships.get(person=cabinet.finance).agency
    for whom in (group, office):
        grant_sight(cabinet.secretary, item, person=whom)
    part = cabinet.item(meeting, "Một người", parent=item, kind="adoption")
    cabinet.publish(meeting)
    give_position(cabinet.health, part, stance="objection", reason="Chưa rõ")

    tally = tallies_of(meeting, [part])[part.pk]

    assert (tally.voters, tally.objection) == (3, 1)
    with pytest.raises(ItemOpposed):
        call_last(cabinet.chair, meeting, [part])
