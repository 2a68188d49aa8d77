"""A room is drawn with signs; its seats have names and an order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.errors import PlanUnreadable
from meetings.roomplan import seating_order, spots_of, surface_of

HALL = "..H..\no###o\no###o\nb...b"


def test_a_drawing_is_read_by_rows_and_places():
    spots = spots_of(HALL)

    assert [(spot.label, spot.x, spot.y, spot.kind) for spot in spots] == [
        ("A1", 2, 0, "head"),
        ("B1", 0, 1, "table"), ("B2", 4, 1, "table"),
        ("C1", 0, 2, "table"), ("C2", 4, 2, "table"),
        ("D1", 0, 3, "behind"), ("D2", 4, 3, "behind"),
    ]  # fmt: skip
    assert surface_of(HALL) == [(1, 1, 3), (1, 2, 3)]
    assert surface_of("##.#") == [(0, 0, 2), (3, 0, 1)]
    assert [spot.label for spot in spots_of("H\n###\noo")] == ["A1", "B1", "B2"]


def test_the_first_sit_next_to_the_chair_alternately_left_and_right():
    order = [spot.label for spot in seating_order(spots_of("boHob\no###o\no###o"))]

    assert order == ["A3", "A2", "A4", "B1", "B2", "C1", "C2", "A1", "A5"]


@pytest.mark.parametrize("drawing", ["", "ooo", "HH", "H?", "H" + "o" * 40, "H\n" * 27])
def test_what_is_no_room_is_refused(drawing):
    with pytest.raises(PlanUnreadable):
        spots_of(drawing)


@given(st.lists(st.text("ob#. ", max_size=12), max_size=12), st.integers(0, 11))
def test_every_seat_comes_once_in_the_order(lines, at):
    lines.insert(min(at, len(lines)), "..H")
    spots = spots_of("\n".join(lines))

    order = seating_order(spots)

    assert order[0].kind == "head"
    assert sorted(order, key=id) == sorted(spots, key=id)
    assert len({spot.label for spot in spots}) == len(spots)
    kinds = [spot.kind for spot in order[1:]]
    assert kinds == sorted(kinds, key=["table", "behind"].index)
