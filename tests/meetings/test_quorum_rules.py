"""Quorum arithmetic, told with the numbers of real governments."""

from fractions import Fraction

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules import beyond, least, quorum

TWO_THIRDS = Fraction(2, 3)
fractions = st.fractions(min_value=0, max_value=1, max_denominator=100)
rolls = st.integers(min_value=0, max_value=700)


@pytest.mark.parametrize(("members", "needed"), [(27, 18), (25, 17), (22, 15), (3, 2), (1, 1)])
def test_two_thirds_of_all_members_are_needed(members, needed):
    assert quorum(members, 0, fraction=TWO_THIRDS).needed == needed


def test_one_short_is_no_quorum():
    assert not quorum(27, 17, fraction=TWO_THIRDS).is_met
    assert quorum(27, 18, fraction=TWO_THIRDS).is_met


def test_it_tells_how_many_are_missing():
    assert quorum(27, 15, fraction=TWO_THIRDS).missing == 3
    assert quorum(27, 27, fraction=TWO_THIRDS).missing == 0


def test_an_empty_roll_has_no_quorum():
    assert not quorum(0, 0, fraction=TWO_THIRDS).is_met


@pytest.mark.parametrize("present", [-1, 28])
def test_nobody_is_counted_who_is_not_on_the_roll(present):
    with pytest.raises(ValueError, match="present of 27"):
        quorum(27, present, fraction=TWO_THIRDS)


def test_the_sentence_in_both_languages():
    short = quorum(27, 17, fraction=TWO_THIRDS)
    with translation.override("en"):
        assert short.sentence == "No quorum: 17 of 27 present, 18 needed."
    with translation.override("vi"):
        assert short.sentence == "Chưa đủ số thành viên: có mặt 17/27, cần 18."


@given(rolls, fractions)
def test_least_is_the_smallest_number_that_reaches_the_fraction(total, fraction):
    counted = next(n for n in range(total + 1) if Fraction(n) >= total * fraction)
    assert least(total, fraction) == counted


@given(rolls, fractions)
def test_beyond_is_the_smallest_number_that_passes_the_fraction(total, fraction):
    counted = next(n for n in range(total + 2) if Fraction(n) > total * fraction)
    assert beyond(total, fraction) == counted


@given(rolls, fractions, st.data())
def test_one_more_present_never_loses_a_quorum(total, fraction, data):
    present = data.draw(st.integers(min_value=0, max_value=max(total - 1, 0)))
    before = quorum(total, present, fraction=fraction)
    after = quorum(total, min(present + 1, total), fraction=fraction)
    assert after.is_met >= before.is_met
