"""Deciding a vote: worked numbers of law, then properties beside a model that only counts."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voting.rules import Roll, Rules, Tally, decide, needed_of
from voting.states import Base, Choice, Rule, Tie

LAW = Rules()
BROAD = Rules(tie=Tie.BROAD)


def roll(total, present=None):
    return Roll(total=total, present=total if present is None else present)


@pytest.mark.parametrize(("members", "needed"), [(27, 14), (25, 13), (22, 12), (1, 1), (2, 2)])
def test_more_than_half_of_all_members(members, needed):
    assert needed_of(members, LAW) == needed


def test_the_first_electronic_session():
    """Of 27 members 25 agreed on 24 June 2019."""
    result = decide(Tally(yes=25), LAW, roll(27))
    assert (result.adopted, result.rule, result.needed) == (True, Rule.MAJORITY, 14)


def test_silence_is_not_consent():
    """Thirteen agree, nobody objects, fourteen are silent: not adopted."""
    result = decide(Tally(yes=13), LAW, roll(27))
    assert (result.adopted, result.rule) == (False, Rule.SHORT)


def test_another_opinion_is_not_a_yes():
    assert not decide(Tally(yes=13, other=14), LAW, roll(27)).adopted


def test_absent_members_still_count_in_the_whole():
    assert not decide(Tally(yes=13), LAW, roll(27, present=18)).adopted


@pytest.mark.parametrize(
    ("head", "adopted", "rule"),
    [
        (Choice.YES, True, Rule.TIE_YES),
        (Choice.NO, False, Rule.TIE_NO),
        (Choice.OTHER, False, Rule.TIE_SILENT),
        (None, False, Rule.TIE_SILENT),
    ],
)
def test_eleven_to_eleven_goes_with_the_head(head, adopted, rule):
    result = decide(Tally(yes=11, no=11), LAW, roll(22), head=head)
    assert (result.adopted, result.rule) == (adopted, rule)


def test_five_to_five_of_27_is_a_tie_only_in_the_broad_rule():
    tally = Tally(yes=5, no=5)
    assert decide(tally, LAW, roll(27), head=Choice.YES).rule == Rule.SHORT
    assert decide(tally, BROAD, roll(27), head=Choice.YES).rule == Rule.TIE_YES


def test_without_a_tie_rule_a_tie_fails():
    result = decide(Tally(yes=11, no=11), Rules(tie=Tie.NONE), roll(22), head=Choice.YES)
    assert (result.adopted, result.rule) == (False, Rule.SHORT)


def test_two_thirds_of_nine_is_six_exactly():
    rules = Rules(fraction=Fraction(2, 3), more_than=False)
    assert decide(Tally(yes=6, no=3), rules, roll(9)).adopted
    assert not decide(Tally(yes=5, no=3), rules, roll(9)).adopted


def test_nothing_is_adopted_by_nobody():
    rules = Rules(base=Base.CAST, fraction=Fraction(0), more_than=False)
    assert not decide(Tally(), rules, roll(27)).adopted


def test_other_bases():
    present = Rules(base=Base.PRESENT)
    cast = Rules(base=Base.CAST)
    assert decide(Tally(yes=10), present, roll(27, present=18)).needed == 10
    assert decide(Tally(yes=2, no=1), cast, roll(27)).adopted


@st.composite
def votes(draw):
    """A roll, and each member's choice or silence. The first member is the head."""
    total = draw(st.integers(min_value=1, max_value=60))
    choices = draw(st.lists(st.sampled_from([*Choice.values, None]), min_size=1, max_size=total))
    rules = Rules(
        base=draw(st.sampled_from(Base.values)),
        fraction=draw(st.fractions(min_value=0, max_value=1, max_denominator=12)),
        more_than=draw(st.booleans()),
        tie=draw(st.sampled_from(Tie.values)),
    )
    return choices, rules, Roll(total=total, present=len(choices))


def tally_of(choices):
    return Tally(**{choice: choices.count(choice) for choice in Choice.values})


def counted_one_by_one(choices, rules, roll):
    """The model: seats are counted with fingers, fractions are compared, nothing is rounded."""
    ayes = [choice for choice in choices if choice == Choice.YES]
    noes = [choice for choice in choices if choice == Choice.NO]
    spoken = [choice for choice in choices if choice is not None]
    whole = {Base.MEMBERS: roll.total, Base.PRESENT: roll.present, Base.CAST: len(spoken)}
    bar = whole[rules.base] * rules.fraction
    reached = len(ayes) > bar if rules.more_than else len(ayes) >= bar
    if ayes and reached:
        return True
    equal = bool(ayes) and len(ayes) == len(noes)
    full = len(ayes) + len(noes) == roll.total
    tie = equal and (rules.tie == Tie.BROAD or (rules.tie == Tie.STRICT and full))
    return tie and choices[0] == Choice.YES


@given(votes())
def test_the_rules_agree_with_counting_one_by_one(vote):
    choices, rules, roll = vote
    result = decide(tally_of(choices), rules, roll, head=choices[0])
    assert result.adopted == counted_one_by_one(choices, rules, roll)


@given(votes(), st.randoms())
def test_the_order_of_casting_does_not_matter(vote, random):
    choices, rules, roll = vote
    shuffled = random.sample(choices, len(choices))
    one = decide(tally_of(choices), rules, roll, head=choices[0])
    assert one == decide(tally_of(shuffled), rules, roll, head=choices[0])


@given(votes())
def test_every_result_names_the_rule_that_explains_it(vote):
    choices, rules, roll = vote
    result = decide(tally_of(choices), rules, roll, head=choices[0])
    assert result.adopted == (result.rule in {Rule.MAJORITY, Rule.TIE_YES})
    assert (choices.count(Choice.YES) >= result.needed) == (result.rule == Rule.MAJORITY)


@given(votes(), st.data())
def test_one_more_yes_never_turns_a_majority_of_members_down(vote, data):
    """Somebody silent agrees: what was adopted by majority stays adopted."""
    choices, _, roll = vote
    silent = [seat for seat, choice in enumerate(choices) if choice is None]
    if not silent:
        return
    before = decide(tally_of(choices), LAW, roll, head=choices[0])
    choices[data.draw(st.sampled_from(silent))] = Choice.YES.value
    after = decide(tally_of(choices), LAW, roll, head=choices[0])
    assert after.adopted >= (before.adopted and before.rule == Rule.MAJORITY)
