"""What is in no published version is taken up by the chair; the rest of the design stays unseen."""

import pytest
from django.urls import reverse

from agendas.actions import (
    add_urgent_item,
    close_item,
    edit_item,
    grant_sight,
    move_item,
    nest_item,
    open_item,
    restrict_item,
    take_up,
    withdraw_item,
)
from agendas.errors import InAVersion, InNoVersion, ReasonMissing, StandsBefore, SubItemFollows
from agendas.models import AgendaVersion, Item
from agendas.policies import items_visible_to
from core.errors import NotAllowed, RuleBroken
from realtime.live import state_of
from realtime.models import Entry


def door(name, thing):
    return reverse(f"agendas:{name}", args=[thing.pk])


@pytest.fixture
def here(cabinet):
    """A session with two published items, and a design that goes on beside it."""
    meeting = cabinet.in_session("A", "B")
    cabinet.item(meeting, "Chưa công bố", position=1)
    cabinet.item(meeting, "Cũng chưa")
    edit_item(cabinet.secretary, meeting.items.get(title="B"), title="B mới")
    return meeting


def seen_by(person, meeting):
    items = items_visible_to(person).filter(meeting=meeting).select_related("parent")
    return [f"{item.label} {item.title}" for item in items]


def newest(meeting):
    return AgendaVersion.objects.filter(meeting=meeting).last()


def told(meeting):
    return [f"{line['label']} {line['title']}" for line in newest(meeting).lines]


def test_nothing_is_opened_that_is_in_no_version_and_nothing_is_published_by_trying(cabinet, here):
    item = here.items.get(title="Cũng chưa")
    for person in (cabinet.chair, cabinet.secretary):
        with pytest.raises(InNoVersion) as refused:
            open_item(person, item)
    assert refused.value.gaps == {"title": "Cũng chưa"}
    assert newest(here).letter == "A"
    assert seen_by(cabinet.finance, here) == ["1 A", "2 B mới"]


def test_the_chair_takes_it_up_and_it_alone_is_published(cabinet, here):
    item = take_up(cabinet.chair, here.items.get(title="Chưa công bố"), reason="Bão đổ bộ")

    assert (item.label, item.is_urgent, item.late_for) == ("3", True, "Bão đổ bộ")
    assert seen_by(cabinet.finance, here) == ["1 A", "2 B mới", "3 Chưa công bố"]
    assert told(here) == ["1 A", "2 B", "3 Chưa công bố"]
    facts = Entry.objects.filter(name="agenda.published").latest("number").facts
    assert [(one["what"], one["title"]) for one in facts["changes"]] == [("added", "Chưa công bố")]
    urgent = Entry.objects.get(name="item.urgent").facts
    assert (urgent["label"], urgent["reason"]) == ("3", "Bão đổ bộ")
    assert open_item(cabinet.chair, item).state == "open"


def test_an_urgent_item_takes_nothing_of_the_design_with_it(cabinet, here):
    add_urgent_item(cabinet.chair, here, title="Bão số 9", reason="Bão đổ bộ")

    assert told(here) == ["1 A", "2 B", "3 Bão số 9"]
    assert seen_by(cabinet.finance, here) == ["1 A", "2 B mới", "3 Bão số 9"]
    member = state_of("meeting", here.pk, "member")["agenda"]["items"]
    assert [line["label"] for line in member] == ["1", "2", "3"]
    assert "hưa" not in str(member)
    cabinet.publish(here)
    assert told(here) == ["1 Chưa công bố", "2 A", "3 B mới", "4 Bão số 9", "5 Cũng chưa"]


def test_its_sub_items_come_with_it_and_a_sub_item_not_before_its_item(cabinet, here):
    above = here.items.get(title="Cũng chưa")
    part = cabinet.item(here, "Một phần", parent=above)
    gone = cabinet.item(here, "Phần bỏ", parent=above)
    withdraw_item(cabinet.secretary, gone, reason="Thôi")
    with pytest.raises(SubItemFollows):
        take_up(cabinet.chair, part, reason="Gấp")

    take_up(cabinet.chair, above, reason="Gấp")

    assert told(here) == ["1 A", "2 B", "3 Cũng chưa", "3.1 Một phần"]
    more = cabinet.item(here, "Phần thêm", parent=here.items.get(title="A"))
    assert take_up(cabinet.chair, more, reason="Gấp").label == "1.1"
    assert told(here)[:2] == ["1 A", "1.1 Phần thêm"]


def test_only_the_chair_takes_up_for_a_reason_and_once(cabinet, here):
    item = here.items.get(title="Cũng chưa")
    for person in (cabinet.secretary, cabinet.finance):
        with pytest.raises(NotAllowed):
            take_up(person, item, reason="Gấp")
    with pytest.raises(ReasonMissing):
        take_up(cabinet.chair, item, reason=" ")
    take_up(cabinet.chair, item, reason="Gấp")
    with pytest.raises(InAVersion):
        take_up(cabinet.chair, item, reason="Gấp")
    with pytest.raises(RuleBroken):
        take_up(cabinet.chair, cabinet.item(cabinet.convened("X"), "Y"), reason="Gấp")


def test_a_restricted_item_is_taken_up_before_those_who_see_it(cabinet, here):
    hidden = cabinet.item(here, "Nhân sự", restricted=True)
    grant_sight(cabinet.secretary, hidden, person=cabinet.health)

    assert take_up(cabinet.chair, hidden, reason="Gấp").label == "H1"

    assert "H1 Nhân sự" in seen_by(cabinet.health, here)
    assert "Nhân sự" not in str(seen_by(cabinet.finance, here))
    facts = Entry.objects.filter(name="agenda.published").latest("number").facts
    assert "Nhân sự" not in str((facts["items"], facts["changes"]))


def test_what_became_restricted_since_is_not_told_again(cabinet, here):
    restrict_item(cabinet.secretary, here.items.get(title="A"))
    item = take_up(cabinet.chair, here.items.get(title="Cũng chưa"), reason="Gấp")

    assert item.label == "2"
    assert told(here) == ["1 B", "2 Cũng chưa", "H1 A"]
    facts = Entry.objects.filter(name="agenda.published").latest("number").facts
    assert [one["title"] for one in facts["items"]] == ["B", "Cũng chưa"]


@pytest.mark.parametrize("way", ["opened again", "under another", "moved"])
def test_the_version_calls_every_item_as_members_do(cabinet, way):
    here = cabinet.in_session("A", "B", "C")
    first, second, third = here.items.all()
    if way == "opened again":
        restrict_item(cabinet.secretary, restrict_item(cabinet.secretary, second), restricted=False)
    elif way == "under another":
        nest_item(cabinet.secretary, second, under=first)
    else:
        move_item(cabinet.secretary, third, to=1)

    add_urgent_item(cabinet.chair, here, title="Bão số 9", reason="Bão đổ bộ")

    assert told(here) == seen_by(cabinet.finance, here)
    numbered = Entry.objects.filter(name="agenda.published").latest("number").facts["items"]
    assert numbered[-1]["label"] == Entry.objects.get(name="item.urgent").facts["label"]


def test_what_stands_before_something_that_was_dealt_with_moves_behind_it_first(cabinet, here):
    first = here.items.get(title="A")
    close_item(cabinet.chair, open_item(cabinet.chair, first))
    with pytest.raises(StandsBefore):
        cabinet.publish(here)
    assert seen_by(cabinet.finance, here)[0] == "1 A"

    take_up(cabinet.chair, here.items.get(title="Chưa công bố"), reason="Gấp")

    assert seen_by(cabinet.finance, here) == ["1 A", "2 B mới", "3 Chưa công bố"]
    cabinet.publish(here)
    assert told(here) == ["1 A", "2 B mới", "3 Chưa công bố", "4 Cũng chưa"]
    assert Item.objects.get(pk=first.pk).label == "1"


def test_taking_up_on_the_page(cabinet, client, here):
    item = here.items.get(title="Cũng chưa")
    client.force_login(cabinet.secretary)
    assert door("item_take_up", item) not in client.get(door("item", item)).content.decode()
    client.force_login(cabinet.chair)
    page = client.get(door("item", item)).content.decode()
    assert door("item_take_up", item) in page
    assert client.post(door("item_take_up", item), {"reason": " "}).status_code == 422

    answer = client.post(door("item_take_up", item), {"reason": "Bão đổ bộ"}, follow=True)

    page = answer.content.decode()
    assert "Đưa vào như nội dung cấp bách" in page
    assert door("item_take_up", item) not in page
    console = state_of("meeting", here.pk, "console")["agenda"]["items"]
    assert [(line["label"], line["published"]) for line in console] == [
        ("–", False),
        ("1", True),
        ("2", True),
        ("3", True),
    ]
