"""An item is adopted without debate together with all its sub-items, or it is debated."""

import pytest
from django.urls import reverse

from agendas.actions import (
    adopt_without_debate,
    call_last,
    give_position,
    object_in_call,
    object_to_adoption,
    withdraw_item,
)
from agendas.errors import ItemOpposed, NoLastCall, NotForAdoption, SubItemFollows
from agendas.models import Item
from agendas.states import ItemKind, ItemState
from meetings.actions import move_meeting
from realtime.live import state_of, you_of
from realtime.models import Entry
from tests.agendas.calls import agree


@pytest.fixture
def meeting(cabinet):
    """Item 1 for adoption with two parts, item 2 for adoption alone, item 3 for decision with one."""
    meeting = cabinet.meeting()
    whole = cabinet.item(meeting, "Gói", kind=ItemKind.ADOPTION)
    for title in ("Phần một", "Phần hai"):
        cabinet.item(meeting, title, parent=whole)
    cabinet.item(meeting, "Riêng", kind=ItemKind.ADOPTION)
    decided = cabinet.item(meeting, "Quyết", kind=ItemKind.DECISION)
    cabinet.item(meeting, "Phần quyết", parent=decided)
    cabinet.publish(meeting)
    cabinet.convene(meeting)
    cabinet.arrive(meeting)
    return move_meeting(cabinet.chair, meeting, "in_session")


def of(meeting, title):
    return Item.objects.select_related("meeting").get(meeting=meeting, title=title)


def states(meeting):
    return {item.label: item.state for item in meeting.items.select_related("parent")}


def console(meeting):
    told = state_of("meeting", meeting.pk, "console")["adoption"]
    return {line["label"]: line for line in told["items"]}


def test_the_sub_items_are_adopted_with_their_item_each_by_its_own_decision(cabinet, meeting):
    agree(cabinet, of(meeting, "Phần hai"), cabinet.finance, cabinet.health)

    done = adopt_without_debate(cabinet.chair, meeting, [of(meeting, "Gói"), of(meeting, "Riêng")])

    assert [item.label for item in done] == ["1", "1.1", "1.2", "2"]
    assert all(item.without_debate and item.closed_at for item in done)
    told = [entry.facts for entry in Entry.objects.filter(name="item.adopted").order_by("number")]
    assert [facts["label"] for facts in told] == ["1", "1.1", "1.2", "2"]
    assert [facts["no_objection"] for facts in told] == [0, 0, 2, 0]
    assert all(facts["block"] == ["1", "1.1", "1.2", "2"] for facts in told)


@pytest.mark.parametrize("way", ["objection", "speak", "debate"])
def test_one_opposed_sub_item_takes_the_whole_item_off(cabinet, meeting, way):
    part = of(meeting, "Phần hai")
    if way == "debate":
        object_to_adoption(cabinet.finance, part)
    else:
        give_position(cabinet.finance, part, stance=way, reason="Chưa rõ")

    with pytest.raises(ItemOpposed) as refused:
        adopt_without_debate(cabinet.chair, meeting, [of(meeting, "Gói"), of(meeting, "Riêng")])

    assert refused.value.gaps == {"label": "1.2"}
    for chosen in ("Phần một", "Phần hai"):
        with pytest.raises((SubItemFollows, NotForAdoption)):
            adopt_without_debate(cabinet.chair, meeting, [of(meeting, chosen)])
    assert set(states(meeting).values()) == {ItemState.PLANNED}


def test_what_is_gone_or_dealt_with_does_not_hold_the_item_back(cabinet, meeting):
    from agendas.actions import close_item, open_item

    part = of(meeting, "Phần hai")
    give_position(cabinet.finance, part, stance="objection", reason="Chưa rõ")
    withdraw_item(cabinet.secretary, part, reason="Tách ra")
    close_item(cabinet.chair, open_item(cabinet.chair, of(meeting, "Phần một")))

    done = adopt_without_debate(cabinet.chair, meeting, [of(meeting, "Gói")])

    assert [item.label for item in done] == ["1"]
    assert states(meeting)["1.2"] == ItemState.WITHDRAWN


def test_a_sub_item_nobody_has_seen_holds_the_item_back(cabinet, meeting):
    cabinet.item(meeting, "Phần ba", parent=of(meeting, "Gói"))
    with pytest.raises(NotForAdoption):
        adopt_without_debate(cabinet.chair, meeting, [of(meeting, "Gói")])
    assert console(meeting)["1"]["held"] == [{"label": "", "why": "unpublished"}]


def test_an_item_for_decision_needs_everybody_on_its_sub_items_too(cabinet, meeting):
    whole, part = of(meeting, "Quyết"), of(meeting, "Phần quyết")
    agree(cabinet, whole)
    with pytest.raises(NotForAdoption):
        adopt_without_debate(cabinet.chair, meeting, [whole])
    agree(cabinet, part)
    done = adopt_without_debate(cabinet.chair, meeting, [whole])
    assert [item.label for item in done] == ["3", "3.1"]


# --- what is told -------------------------------------------------------------------------------


def test_the_console_offers_the_whole_and_says_what_holds_it_back(cabinet, meeting):
    line = console(meeting)["1"]
    assert line["adoptable"]
    assert [sub["label"] for sub in line["subs"]] == ["1.1", "1.2"]
    assert "1.1" not in console(meeting)

    give_position(cabinet.finance, of(meeting, "Phần hai"), stance="objection", reason="Chưa rõ")

    line = console(meeting)["1"]
    assert not line["adoptable"]
    assert [(row["on"], row["reason"]) for row in line["against"]] == [("1.2", "Chưa rõ")]
    object_to_adoption(cabinet.secretary, of(meeting, "Phần một"))
    assert console(meeting)["1"]["held"] == [{"label": "1.1", "why": "debate"}]


def test_the_last_call_asks_about_the_sub_items_and_takes_the_whole_out(cabinet, meeting):
    cabinet.rules.last_call_seconds = 30
    cabinet.rules.save()
    call = call_last(cabinet.chair, meeting, [of(meeting, "Gói"), of(meeting, "Riêng")])
    asked = state_of("meeting", meeting.pk, "member")["adoption"]["call"]["items"]
    assert [(one["label"], one["out"]) for one in asked] == [
        ("1", False),
        ("1.1", False),
        ("1.2", False),
        ("2", False),
    ]

    object_in_call(cabinet.finance, of(meeting, "Phần hai"))

    asked = state_of("meeting", meeting.pk, "member")["adoption"]["call"]["items"]
    assert [one["label"] for one in asked if one["out"]] == ["1", "1.1", "1.2"]
    assert you_of("meeting", meeting.pk, cabinet.finance)["call"]["objected"] == [
        of(meeting, "Phần hai").pk
    ]
    call.ends_at = call.called_at
    call.save()
    done = adopt_without_debate(cabinet.chair, meeting)
    assert [item.label for item in done] == ["2"]


def test_a_sub_item_that_was_not_called_is_not_adopted(cabinet, meeting):
    from agendas.actions import nest_item

    cabinet.rules.last_call_seconds = 30
    cabinet.rules.save()
    call = call_last(cabinet.chair, meeting, [of(meeting, "Gói"), of(meeting, "Riêng")])
    extra = cabinet.item(meeting, "Thêm")
    cabinet.publish(meeting)
    nest_item(cabinet.secretary, extra, under=of(meeting, "Gói"))
    call.ends_at = call.called_at
    call.save()

    with pytest.raises(NoLastCall):
        adopt_without_debate(cabinet.chair, meeting, [of(meeting, "Gói")])
    assert [item.label for item in adopt_without_debate(cabinet.chair, meeting)] == ["2"]


def test_the_board_says_that_the_whole_is_debated(cabinet, client, meeting):
    client.force_login(cabinet.chair)
    door = reverse("agendas:positions", args=[meeting.pk])
    assert "Sẽ thảo luận" not in client.get(door).content.decode()

    give_position(cabinet.finance, of(meeting, "Phần hai"), stance="speak")

    page = client.get(door).content.decode()
    assert "Sẽ thảo luận: nội dung 1.2 có ý kiến khác" in page
    assert "Sẽ thảo luận cùng nội dung 1" in page
