"""Sub-items: numbered under their item, and what becomes of it becomes of them."""

import pytest

from agendas.actions import (
    close_item,
    move_item,
    nest_item,
    open_item,
    remove_item,
    restrict_item,
    withdraw_item,
)
from agendas.errors import (
    HasSubItems,
    ItemSettled,
    NoPlaceForSubItem,
    SubItemFollows,
)
from agendas.states import ItemState


@pytest.fixture
def meeting(cabinet):
    return cabinet.meeting()


def told(meeting, *, restricted=False):
    items = meeting.items.filter(restricted=restricted).select_related("parent")
    return [f"{item.label} {item.title}" for item in items]


def test_sub_items_are_numbered_under_their_item_and_go_with_it(cabinet, meeting):
    above = cabinet.item(meeting, "A")
    cabinet.item(meeting, "B")
    cabinet.item(meeting, "A1", parent=above)
    cabinet.item(meeting, "A2", parent=above)

    assert told(meeting) == ["1 A", "1.1 A1", "1.2 A2", "2 B"]
    move_item(cabinet.secretary, above, to=2)
    assert told(meeting) == ["1 B", "2 A", "2.1 A1", "2.2 A2"]
    move_item(cabinet.secretary, meeting.items.get(title="A2"), to=1)
    assert told(meeting) == ["1 B", "2 A", "2.1 A2", "2.2 A1"]


def test_an_item_goes_under_another_and_comes_out_again(cabinet, meeting):
    for title in "ABC":
        cabinet.item(meeting, title)
    first, second, third = meeting.items.all()

    nest_item(cabinet.secretary, second, under=first)
    assert told(meeting) == ["1 A", "1.1 B", "2 C"]
    nest_item(cabinet.secretary, third, under=first)
    assert told(meeting) == ["1 A", "1.1 B", "1.2 C"]
    nest_item(cabinet.secretary, second, under=None)
    assert told(meeting) == ["1 A", "1.1 C", "2 B"]


def test_there_is_one_depth_of_sub_items(cabinet, meeting):
    above, other = cabinet.item(meeting, "A"), cabinet.item(meeting, "B")
    sub = cabinet.item(meeting, "A1", parent=above)
    secret = cabinet.item(meeting, "Mật", restricted=True)

    for deed in (
        lambda: cabinet.item(meeting, "A11", parent=sub),
        lambda: nest_item(cabinet.secretary, other, under=sub),
        lambda: nest_item(cabinet.secretary, other, under=other),
        lambda: nest_item(cabinet.secretary, other, under=secret),
    ):
        with pytest.raises(NoPlaceForSubItem):
            deed()
    with pytest.raises(HasSubItems):
        nest_item(cabinet.secretary, above, under=other)
    with pytest.raises(HasSubItems):
        remove_item(cabinet.secretary, above)
    with pytest.raises(SubItemFollows):
        restrict_item(cabinet.secretary, sub)


def test_sub_items_are_restricted_with_their_item(cabinet, meeting):
    above = cabinet.item(meeting, "A")
    cabinet.item(meeting, "A1", parent=above)

    restrict_item(cabinet.secretary, above)

    assert told(meeting) == []
    assert told(meeting, restricted=True) == ["H1 A", "H1.1 A1"]


def test_an_item_is_withdrawn_with_its_sub_items(cabinet):
    meeting = cabinet.in_session("A")
    above = meeting.items.get()
    cabinet.item(meeting, "A1", parent=above)
    last = cabinet.item(meeting, "A2", parent=above)

    withdraw_item(cabinet.secretary, last, reason="Thôi")
    withdraw_item(cabinet.secretary, above, reason="Chưa đủ hồ sơ")

    assert {item.state for item in meeting.items.all()} == {ItemState.WITHDRAWN}
    assert [item.withdrawn_for for item in meeting.items.all()] == [
        "Chưa đủ hồ sơ",
        "Chưa đủ hồ sơ",
        "Thôi",
    ]


def test_an_item_is_not_withdrawn_over_a_sub_item_that_was_dealt_with(cabinet):
    meeting = cabinet.in_session("A")
    above = meeting.items.get()
    part = cabinet.take_up(cabinet.item(meeting, "A1", parent=above))
    close_item(cabinet.chair, open_item(cabinet.chair, part))

    with pytest.raises(ItemSettled):
        withdraw_item(cabinet.secretary, above, reason="Thôi")
