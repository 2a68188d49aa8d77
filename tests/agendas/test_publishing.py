"""Publishing: versions, and what changed between them."""

import pytest
from django.utils.translation import override

from agendas.actions import (
    add_item,
    edit_item,
    move_item,
    remove_item,
    restrict_item,
    withdraw_item,
)
from agendas.desk import desk_of, words_of
from agendas.errors import AgendaEmpty, NothingToPublish
from agendas.policies import items_visible_to
from realtime.models import Entry


def published(meeting):
    told = Entry.objects.filter(room__key=f"meeting.{meeting.pk}", name="agenda.published")
    return told.order_by("-number").first().facts


def test_an_empty_agenda_is_not_published(cabinet):
    with pytest.raises(AgendaEmpty):
        cabinet.publish(cabinet.meeting())


def test_the_same_agenda_is_not_published_twice(cabinet):
    with pytest.raises(NothingToPublish):
        cabinet.publish(cabinet.convened("A"))


def test_versions_tell_what_changed(cabinet):
    meeting = cabinet.convened("A", "B", "C", "D")
    a, b, c, d = meeting.items.all()
    edit_item(cabinet.secretary, a, title="A mới")
    move_item(cabinet.secretary, d, to=1)
    withdraw_item(cabinet.secretary, b, reason="Chưa đủ hồ sơ")
    cabinet.item(meeting, "E")

    agenda = cabinet.publish(meeting)

    assert agenda.version == 2
    changes = published(meeting)["changes"]
    assert {(change["what"], change["title"]) for change in changes} == {
        ("renamed", "A mới"),
        ("moved", "D"),
        ("withdrawn", "B"),
        ("added", "E"),
    }
    with override("vi"):
        told = next(words_of(change) for change in changes if change["what"] == "moved")
    assert told == "Nội dung 4 chuyển thành nội dung 1: D"
    assert c.title == "C"


def test_the_desk_tells_what_would_be_published(cabinet):
    meeting = cabinet.convened("A", "B")
    desk = desk_of(cabinet.secretary, meeting)
    assert desk.changes == []
    assert not desk.may_publish

    cabinet.item(meeting, "C")
    with override("en"):
        desk = desk_of(cabinet.secretary, meeting)
    assert desk.changes == ["Item 3 is new: C"]
    assert desk.may_publish
    assert [row.changed for row in desk.rows] == [False, False, True]
    assert not desk_of(cabinet.finance, meeting).may_publish


def test_members_see_an_item_once_it_is_published(cabinet):
    meeting = cabinet.convened("A")
    item = add_item(cabinet.secretary, meeting, title="B")
    assert not items_visible_to(cabinet.finance).filter(pk=item.pk).exists()
    assert items_visible_to(cabinet.secretary).filter(pk=item.pk).exists()

    cabinet.publish(meeting)

    assert items_visible_to(cabinet.finance).filter(pk=item.pk).exists()


def test_restricted_items_are_told_apart(cabinet):
    meeting = cabinet.convened("A")
    cabinet.item(meeting, "Vụ việc mật", restricted=True)
    cabinet.publish(meeting)

    facts = published(meeting)

    assert facts["changes"] == []
    assert [line["title"] for line in facts["items"]] == ["A"]
    assert [change["title"] for change in facts["restricted_changes"]] == ["Vụ việc mật"]


def test_an_item_that_became_restricted_leaves_the_open_agenda(cabinet):
    meeting = cabinet.convened("A", "B")
    restrict_item(cabinet.secretary, meeting.items.get(title="A"))
    cabinet.publish(meeting)

    facts = published(meeting)

    assert [line["title"] for line in facts["items"]] == ["B"]
    assert ("removed", "A") in {(c["what"], c["title"]) for c in facts["changes"]}


def test_a_draft_item_may_come_and_go_unseen(cabinet):
    meeting = cabinet.convened("A")
    remove_item(cabinet.secretary, cabinet.item(meeting, "B"))

    with pytest.raises(NothingToPublish):
        cabinet.publish(meeting)


def test_members_read_what_the_version_changed(cabinet):
    meeting = cabinet.convened("A", "B")
    assert desk_of(cabinet.finance, meeting).news == []
    cabinet.item(meeting, "C")
    restrict_item(cabinet.secretary, meeting.items.get(title="A"))
    cabinet.publish(meeting)

    with override("en"):
        assert desk_of(cabinet.finance, meeting).news == ["Item 2 is new: C"]
        assert len(desk_of(cabinet.secretary, meeting).news) == 3


def test_an_item_opened_to_all_is_seen_with_the_next_version(cabinet):
    meeting = cabinet.convened("A")
    item = cabinet.item(meeting, "Từng là mật", restricted=True)
    cabinet.publish(meeting)
    item = restrict_item(cabinet.secretary, item, restricted=False)
    assert not items_visible_to(cabinet.finance).filter(pk=item.pk).exists()

    cabinet.publish(meeting)

    assert items_visible_to(cabinet.finance).filter(pk=item.pk).exists()
