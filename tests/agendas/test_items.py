"""Items: put on, ordered without gaps, changed, withdrawn."""

import pytest

from agendas.actions import (
    add_item,
    close_item,
    edit_item,
    move_item,
    open_item,
    publish_agenda,
    remove_item,
    restrict_item,
    withdraw_item,
)
from agendas.errors import (
    AgendaSettled,
    ItemHasPapers,
    ItemPublished,
    ItemSettled,
    NeutralOnly,
    ReasonMissing,
    WouldRenumber,
)
from agendas.models import Item
from agendas.states import ItemKind, ItemState
from core.errors import NotAllowed
from meetings.actions import move_meeting
from meetings.states import MeetingState


def order(meeting, *, restricted=False):
    return [f"{item.label} {item.title}" for item in meeting.items.filter(restricted=restricted)]


def drafted(cabinet, *titles, **facts):
    meeting = cabinet.meeting()
    return meeting, [cabinet.item(meeting, title, **facts) for title in titles]


def test_items_are_numbered_as_they_come(cabinet):
    meeting, _items = drafted(cabinet, "A", "B", "C")
    assert order(meeting) == ["1 A", "2 B", "3 C"]


def test_restricted_items_have_a_series_of_their_own(cabinet):
    meeting, _items = drafted(cabinet, "A", "B")
    cabinet.item(meeting, "Mật", restricted=True)
    cabinet.item(meeting, "C")

    assert order(meeting) == ["1 A", "2 B", "3 C"]
    assert order(meeting, restricted=True) == ["H1 Mật"]


def test_an_item_may_be_put_in_the_middle(cabinet):
    meeting, _items = drafted(cabinet, "A", "B")
    item = cabinet.item(meeting, "Gấp", position=2)

    assert item.label == "2"
    assert order(meeting) == ["1 A", "2 Gấp", "3 B"]


@pytest.mark.parametrize(
    ("to", "after"),
    [
        (1, ["1 C", "2 A", "3 B", "4 D"]),
        (4, ["1 A", "2 B", "3 D", "4 C"]),
        (99, ["1 A", "2 B", "3 D", "4 C"]),
        (3, ["1 A", "2 B", "3 C", "4 D"]),
    ],
)
def test_moving_leaves_no_gap(cabinet, to, after):
    meeting, items = drafted(cabinet, "A", "B", "C", "D")
    move_item(cabinet.secretary, items[2], to=to)
    assert order(meeting) == after


def test_staying_where_one_is_tells_nothing(cabinet):
    meeting, items = drafted(cabinet, "A", "B")
    move_item(cabinet.secretary, items[0], to=1)
    assert "item.moved" not in cabinet.heard(meeting)


def test_removing_closes_the_gap(cabinet):
    meeting, items = drafted(cabinet, "A", "B", "C")
    remove_item(cabinet.secretary, items[0])
    assert order(meeting) == ["1 B", "2 C"]


def test_restricting_moves_to_the_other_series_and_back(cabinet):
    meeting, items = drafted(cabinet, "A", "B", "C")

    item = restrict_item(cabinet.secretary, items[1])
    assert item.label == "H1"
    assert order(meeting) == ["1 A", "2 C"]
    assert restrict_item(cabinet.secretary, item).label == "H1"

    assert restrict_item(cabinet.secretary, item, restricted=False).label == "3"
    assert order(meeting) == ["1 A", "2 C", "3 B"]


def test_a_published_item_is_withdrawn_with_its_reason_and_keeps_its_number(cabinet):
    meeting = cabinet.convened("A", "B")
    first = meeting.items.first()

    with pytest.raises(ItemPublished):
        remove_item(cabinet.secretary, first)
    with pytest.raises(ReasonMissing):
        withdraw_item(cabinet.secretary, first, reason=" ")
    item = withdraw_item(cabinet.secretary, first, reason="Chuẩn bị thêm")

    assert item.state == ItemState.WITHDRAWN
    assert order(meeting) == ["1 A", "2 B"]


def test_an_item_with_papers_is_not_removed(cabinet):
    from papers.models import Paper

    _meeting, items = drafted(cabinet, "A")
    Paper.objects.create(
        matter=items[0].matter,
        title="Tờ trình",
        tabled_by=cabinet.secretary,
        tabled_at="2020-02-01T00:00Z",
    )

    with pytest.raises(ItemHasPapers):
        remove_item(cabinet.secretary, items[0])
    assert Item.objects.filter(pk=items[0].pk).exists()


def test_a_change_tells_which_fields(cabinet):
    from realtime.models import Entry

    _meeting, items = drafted(cabinet, "A")
    edit_item(cabinet.secretary, items[0], title="A2", minutes=25, kind=ItemKind.DECISION)
    edit_item(cabinet.secretary, items[0], title="A2")

    told = Entry.objects.get(name="item.edited")
    assert told.facts["fields"] == ["title", "minutes"]


def test_what_was_dealt_with_keeps_words_and_number(cabinet):
    meeting = cabinet.in_session("A", "B", "C")
    done = close_item(cabinet.chair, cabinet.open_item(meeting, 1), conclusion="Xong")
    last = meeting.items.get(position=3)

    with pytest.raises(WouldRenumber):
        move_item(cabinet.secretary, last, to=1)
    assert move_item(cabinet.secretary, last, to=2).label == "2"
    with pytest.raises(ItemSettled):
        edit_item(cabinet.secretary, done, title="Khác")
    with pytest.raises(ItemSettled):
        restrict_item(cabinet.secretary, done)


def test_the_agenda_of_a_meeting_that_is_over_stays(cabinet):
    meeting = cabinet.in_session("A")
    meeting = move_meeting(cabinet.chair, meeting, MeetingState.ADJOURNED)
    item = meeting.items.get()

    for deed in (
        lambda: add_item(cabinet.secretary, meeting, title="B"),
        lambda: edit_item(cabinet.secretary, item, title="B"),
        lambda: withdraw_item(cabinet.secretary, item, reason="Thôi"),
        lambda: cabinet.publish(meeting),
    ):
        with pytest.raises(AgendaSettled):
            deed()


@pytest.mark.parametrize("who", ["finance", "operator", "archivist", "admin", "superuser"])
def test_only_chair_and_secretary_arrange_the_agenda(cabinet, who):
    cabinet.superuser()
    person = cabinet.people[who]
    meeting, items = drafted(cabinet, "A", "B")

    for deed in (
        lambda: add_item(person, meeting, title="C"),
        lambda: edit_item(person, items[0], title="C"),
        lambda: move_item(person, items[0], to=2),
        lambda: remove_item(person, items[0]),
        lambda: withdraw_item(person, items[0], reason="Thôi"),
        lambda: restrict_item(person, items[0]),
        lambda: publish_agenda(person, meeting),
        lambda: open_item(person, items[0]),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_a_secret_item_keeps_its_neutral_title(cabinet):
    item = cabinet.item(cabinet.meeting(), "Nội dung mật số 9, tài liệu giấy", secrecy="secret")

    for facts in ({"title": "Tên thật"}, {"summary": "Về việc gì"}):
        with pytest.raises(NeutralOnly):
            edit_item(cabinet.secretary, item, **facts)

    assert edit_item(cabinet.secretary, item, title=item.title, minutes=30).minutes == 30
