"""Headings: numbers run on through them, what belongs together stays together."""

import pytest
from django.urls import reverse

from agendas.actions import (
    add_section,
    close_item,
    move_item,
    move_section,
    move_to_section,
    nest_item,
    open_item,
    remove_section,
    rename_section,
)
from agendas.errors import (
    WouldRenumber,
)
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


def test_a_new_item_given_the_last_place_stands_under_the_last_heading(cabinet, meeting, heading):
    section = heading("I")
    cabinet.item(meeting, "A", section=section)

    cabinet.item(meeting, "B", position=2)
    cabinet.item(meeting, "C", position=1)

    assert told(meeting) == ["1 C [I]", "2 A [I]", "3 B [I]"]


def test_what_is_lifted_out_stays_under_the_heading_of_its_item(cabinet, meeting, heading):
    first, second = heading("I"), heading("II")
    above = cabinet.item(meeting, "A", section=first)
    cabinet.item(meeting, "B", section=second)

    nest_item(cabinet.secretary, cabinet.item(meeting, "A1", parent=above), under=None)

    assert told(meeting) == ["1 A [I]", "2 A1 [I]", "3 B [II]"]


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


def test_the_live_page_groups_items_under_their_headings(cabinet):
    meeting = cabinet.in_session("A", "B")
    section = add_section(cabinet.secretary, meeting, name="Thảo luận", name_en="Debate")
    add_section(cabinet.secretary, meeting, name="Trống")
    above = move_to_section(cabinet.secretary, meeting.items.get(title="B"), section)
    for title in ("B1", "B2"):
        part = cabinet.take_up(cabinet.item(meeting, title, parent=above, minutes=7))
        open_item(cabinet.chair, part)
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
