"""Headings and sub-items: numbers run on, what belongs together stays together."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from agendas.actions import (
    add_section,
    arrange_agenda,
    close_item,
    move_item,
    move_section,
    move_to_section,
    nest_item,
    open_item,
    remove_item,
    remove_section,
    rename_section,
    restrict_item,
    withdraw_item,
)
from agendas.errors import (
    HasSubItems,
    ItemSettled,
    NoPlaceForSubItem,
    SubItemFollows,
    WouldRenumber,
)
from agendas.models import OrderRule
from agendas.states import ItemKind, ItemState
from people.models import Agency
from realtime.live import state_of


@pytest.fixture
def meeting(cabinet):
    return cabinet.meeting()


@pytest.fixture
def heading(cabinet, meeting):
    def make(name):
        return add_section(cabinet.secretary, meeting, name=name)

    return make


def told(meeting, *, restricted=False):
    items = meeting.items.filter(restricted=restricted).select_related("parent", "section")
    return [
        f"{item.label} {item.title}" + (f" [{item.section.name}]" if item.section else "")
        for item in items
    ]


def test_numbers_run_on_through_all_headings(cabinet, meeting, heading):
    first, second = heading("I"), heading("II")
    cabinet.item(meeting, "C", section=second)
    cabinet.item(meeting, "A", section=first)
    cabinet.item(meeting, "B", section=first)

    assert told(meeting) == ["1 A [I]", "2 B [I]", "3 C [II]"]


def test_an_item_joins_the_heading_of_the_item_whose_place_it_takes(cabinet, meeting, heading):
    first, second = heading("I"), heading("II")
    for title, section in (("A", first), ("B", first), ("C", second), ("D", second)):
        cabinet.item(meeting, title, section=section)

    move_item(cabinet.secretary, meeting.items.get(title="D"), to=1)
    assert told(meeting) == ["1 D [I]", "2 A [I]", "3 B [I]", "4 C [II]"]
    move_item(cabinet.secretary, meeting.items.get(title="A"), to=4)
    assert told(meeting) == ["1 D [I]", "2 B [I]", "3 C [II]", "4 A [II]"]


def test_at_the_border_the_heading_asked_for_counts(cabinet, meeting, heading):
    first, second = heading("I"), heading("II")
    for title in "ABC":
        cabinet.item(meeting, title, section=first)
    last = meeting.items.get(title="C")

    assert move_item(cabinet.secretary, last, to=3, section=second.pk).section == second
    assert told(meeting)[2] == "3 C [II]"
    moved = move_item(cabinet.secretary, meeting.items.get(title="A"), to=2, section=second.pk)
    assert moved.section == second
    wrong = move_item(cabinet.secretary, meeting.items.get(title="C"), to=1, section=second.pk)
    assert wrong.section == first


def test_items_go_under_an_empty_heading_and_out_of_it(cabinet, meeting, heading):
    cabinet.item(meeting, "A")
    cabinet.item(meeting, "B")
    section = heading("I")

    item = move_to_section(cabinet.secretary, meeting.items.get(title="A"), section)
    assert told(meeting) == ["1 B", "2 A [I]"]
    move_to_section(cabinet.secretary, item, None)
    assert told(meeting) == ["1 B", "2 A"]


def test_a_heading_moves_with_its_items(cabinet, meeting, heading):
    first, second = heading("I"), heading("II")
    cabinet.item(meeting, "A", section=first)
    cabinet.item(meeting, "B", section=second)

    move_section(cabinet.secretary, second, to=1)

    assert told(meeting) == ["1 B [II]", "2 A [I]"]
    assert [section.order for section in meeting.sections.all()] == [1, 2]


def test_a_heading_leaves_and_its_items_stay_in_place(cabinet, meeting, heading):
    first, second = heading("I"), heading("II")
    cabinet.item(meeting, "A", section=first)
    cabinet.item(meeting, "B", section=second)

    remove_section(cabinet.secretary, second)
    assert told(meeting) == ["1 A [I]", "2 B [I]"]
    remove_section(cabinet.secretary, first)
    assert told(meeting) == ["1 A", "2 B"]


def test_a_heading_is_worded_anew(cabinet, meeting, heading):
    section = rename_section(cabinet.secretary, heading("I"), name="Phần một", name_en="Part one")
    assert (section.name, section.name_en) == ("Phần một", "Part one")
    assert cabinet.heard(meeting)[-1] == "agenda.heading_renamed"


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
    close_item(cabinet.chair, open_item(cabinet.chair, cabinet.item(meeting, "A1", parent=above)))

    with pytest.raises(ItemSettled):
        withdraw_item(cabinet.secretary, above, reason="Thôi")


def test_what_was_dealt_with_holds_its_heading_in_place(cabinet):
    meeting = cabinet.in_session("A", "B")
    one, two = (add_section(cabinet.secretary, meeting, name=name) for name in ("I", "II"))
    first, second = meeting.items.all()
    move_to_section(cabinet.secretary, second, two)
    move_to_section(cabinet.secretary, first, one)
    close_item(cabinet.chair, cabinet.open_item(meeting, 1))

    with pytest.raises(WouldRenumber):
        move_section(cabinet.secretary, two, to=1)
    assert [section.name for section in meeting.sections.all()] == ["I", "II"]


# --- the automatic place ------------------------------------------------------------------------


def rule(cabinet, *keys):
    OrderRule.objects.create(body=cabinet.body, starts=date(2016, 1, 1), keys=list(keys))


def sponsor(symbol):
    return {"sponsor": Agency.objects.get(symbol=symbol)}


def test_a_new_item_stands_where_the_rule_sets_it(cabinet, meeting):
    rule(cabinet, "kind", "agency", "title")
    cabinet.item(meeting, "D1", **sponsor("BYT"))
    cabinet.item(meeting, "T1", kind=ItemKind.ADOPTION)
    cabinet.item(meeting, "D0", **sponsor("BTC"))
    cabinet.item(meeting, "B1", kind=ItemKind.INFORMATION)
    cabinet.item(meeting, "A9", **sponsor("BYT"))

    assert told(meeting) == ["1 T1", "2 D0", "3 A9", "4 D1", "5 B1"]


def test_without_a_rule_a_new_item_is_the_last(cabinet, meeting):
    cabinet.item(meeting, "B1", kind=ItemKind.INFORMATION)
    cabinet.item(meeting, "T1", kind=ItemKind.ADOPTION)
    assert told(meeting) == ["1 B1", "2 T1"]


def test_the_rule_of_the_day_of_the_session_counts(cabinet, meeting):
    rule(cabinet, "title")
    OrderRule.objects.create(body=cabinet.body, starts=date(2999, 1, 1), keys=["kind"])
    cabinet.item(meeting, "Z", kind=ItemKind.ADOPTION)
    cabinet.item(meeting, "A", kind=ItemKind.INFORMATION)
    assert told(meeting) == ["1 A", "2 Z"]


def test_arranging_sorts_what_is_planned_and_sets_the_consent_part_apart(cabinet, meeting):
    cabinet.item(meeting, "D1")
    cabinet.item(meeting, "T1", kind=ItemKind.ADOPTION)
    cabinet.item(meeting, "T0", kind=ItemKind.ADOPTION)
    rule(cabinet, "kind", "title")

    arrange_agenda(cabinet.secretary, meeting)

    consent, debate = meeting.sections.all()
    assert (consent.name, consent.name_en) == (
        "Thông qua không thảo luận",
        "Adoption without debate",
    )
    assert told(meeting) == [
        f"1 T0 [{consent.name}]",
        f"2 T1 [{consent.name}]",
        f"3 D1 [{debate.name}]",
    ]
    cabinet.item(meeting, "D0")
    assert told(meeting)[2] == f"3 D0 [{debate.name}]"


def test_arranging_leaves_what_was_dealt_with_in_its_place(cabinet):
    meeting = cabinet.in_session("Z", "Y", "X")
    rule(cabinet, "title")
    close_item(cabinet.chair, cabinet.open_item(meeting, 1))

    arrange_agenda(cabinet.secretary, meeting)

    assert told(meeting) == ["1 Z", "2 X", "3 Y"]


def test_a_body_gets_its_order_by_a_command(cabinet, capsys):
    call_command("set_order", "chinh-phu", "kind", "title", "--starts", "2020-01-01")

    assert OrderRule.objects.get(body=cabinet.body).keys == ["kind", "title"]
    assert "orders by kind, title" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("set_order", "chinh-phu", "kind", "--starts", "2020-01-01")
    with pytest.raises(CommandError):
        call_command("set_order", "nobody", "kind", "--starts", "2020-01-01")
    with pytest.raises(CommandError):
        call_command("set_order", "chinh-phu", "weather", "--starts", "2021-01-01")


def test_the_live_page_groups_items_under_their_headings(cabinet):
    meeting = cabinet.in_session("A", "B")
    section = add_section(cabinet.secretary, meeting, name="Thảo luận", name_en="Debate")
    add_section(cabinet.secretary, meeting, name="Trống")
    above = move_to_section(cabinet.secretary, meeting.items.get(title="B"), section)
    for title in ("B1", "B2"):
        open_item(cabinet.chair, cabinet.item(meeting, title, parent=above, minutes=7))
        close_item(cabinet.chair, meeting.items.get(title=title))

    agenda = state_of("meeting", meeting.pk, "wall")["agenda"]

    assert agenda["headings"] == [{"id": section.pk, "name": "Thảo luận", "name_en": "Debate"}]
    lines = [(one["label"], one["section"], one["minutes"]) for one in agenda["items"]]
    assert lines == [
        ("1", None, 10),
        ("2", section.pk, 14),
        ("2.1", section.pk, 7),
        ("2.2", section.pk, 7),
    ]


# --- the doors ----------------------------------------------------------------------------------


def test_the_secretary_arranges_on_the_page(cabinet, client, meeting):
    client.force_login(cabinet.secretary)
    first, second = (cabinet.item(meeting, title) for title in ("A", "B"))

    def send(door, thing, **data):
        return client.post(reverse(f"agendas:{door}", args=[thing.pk]), data)

    assert send("section_new", meeting, name="").status_code == 422
    send("section_new", meeting, name="I")
    send("section_new", meeting, name="II")
    one, two = meeting.sections.all()
    send("section_edit", one, name="Phần một", name_en="Part one")
    send("item_head", first, section=one.pk)
    send("section_place", two, to=1)
    send("item_nest", second, under=first.pk)
    assert told(meeting) == ["1 A [Phần một]", "1.1 B"]
    send("item_nest", second, under="")
    send("section_remove", one)
    send("item_head", second, section="")
    send("arrange", meeting)
    assert [line.split(" ")[1] for line in told(meeting)] == ["B", "A"]
    for name, thing in (("item_head", first), ("item_nest", first), ("section_place", two)):
        assert send(name, thing, section="x", under="x", to="x").status_code == 422
