"""Numbering and comparing, without a database."""

from agendas.comparing import compare
from agendas.rules import placed


def line(key, label, title="", *, kind="decision", withdrawn=False):
    return {
        "id": key,
        "label": label,
        "title": title or f"Việc {key}",
        "kind": kind,
        "minutes": 10,
        "sponsor": "BTC",
        "restricted": False,
        "withdrawn": withdrawn,
        "deferred": False,
        "late": False,
        "urgent": False,
        "parent": None,
        "section": None,
        "heading": "",
        "heading_en": "",
        "papers": [],
    }


def told(before, after):
    return [(c["what"], c["before"], c["label"]) for c in compare(before, after)]


def test_a_place_is_held_within_bounds():
    assert placed([1, 2, 3], 3, 1) == [3, 1, 2]
    assert placed([1, 2, 3], 1, 3) == [2, 3, 1]
    assert placed([1, 2, 3], 2, 99) == [1, 3, 2]
    assert placed([1, 2, 3], 2, -5) == [2, 1, 3]
    assert placed([7], 7, 4) == [7]


def test_nothing_changed_tells_nothing():
    lines = [line(1, "1"), line(2, "2")]
    assert told(lines, lines) == []


def test_added_and_removed():
    before = [line(1, "1"), line(2, "2")]
    after = [line(2, "1"), line(3, "2")]
    assert told(before, after) == [("removed", "1", "1"), ("added", "", "2")]


def test_one_item_that_moved_is_one_change_however_many_numbers_changed():
    before = [line(1, "1"), line(2, "2"), line(3, "3"), line(4, "4")]
    after = [line(4, "1"), line(1, "2"), line(2, "3"), line(3, "4")]
    assert told(before, after) == [("moved", "4", "1")]


def test_renamed_edited_withdrawn():
    before = [line(1, "1", "Cũ"), line(2, "2"), line(3, "3")]
    after = [line(1, "1", "Mới"), line(2, "2", kind="adoption"), line(3, "3", withdrawn=True)]
    assert told(before, after) == [
        ("renamed", "Cũ", "1"),
        ("edited", "", "2"),
        ("withdrawn", "3", "3"),
    ]
