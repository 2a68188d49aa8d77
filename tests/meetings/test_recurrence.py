"""On which days a series falls: every turn once, always on a working day, whatever the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.workdays import Calendar, calendar_of
from meetings.patterns import MONTHS, filled, pattern_of, unknown_gaps, without_gaps
from meetings.recurrence import LAST, Rule, day_in, later_month, occurrences
from meetings.states import Rhythm

WEEKDAYS = Calendar()
TET_2020 = [date(2020, 1, day) for day in range(23, 30)]
RULES = st.one_of(
    st.builds(Rule, st.just(Rhythm.DAY), st.sampled_from([LAST, *range(1, 32)])),
    st.builds(
        Rule, st.just(Rhythm.WEEKDAY), st.sampled_from([LAST, 1, 2, 3, 4]), st.integers(0, 6)
    ),
    st.builds(Rule, st.just(Rhythm.WORKDAY), st.sampled_from([LAST, *range(1, 9)])),
)
SPAN = st.tuples(st.dates(date(2016, 1, 1), date(2030, 12, 31)), st.integers(0, 800))
DAYS = st.dates(date(2016, 1, 1), date(2033, 12, 31))


@st.composite
def calendars(draw):
    """Draw weekends of at most three days, holidays of at most nine, some make-up days."""
    off = set()
    for first in draw(st.lists(DAYS, max_size=4)):
        off |= {first + timedelta(days=n) for n in range(draw(st.integers(1, 9)))}
    worked = set(draw(st.lists(DAYS, max_size=4))) - off
    return calendar_of(draw(st.sets(st.integers(0, 6), max_size=3)), off, worked)


@given(RULES, calendars(), SPAN)
def test_every_turn_comes_once_and_on_a_working_day(rule, calendar, span):
    first, until = span[0], span[0] + timedelta(days=span[1])

    turns = list(occurrences(rule, calendar, first=first, since=first, until=until))

    months = [turn.month for turn in turns]
    assert months == sorted(set(months)), "a month has one turn"
    assert all(calendar.is_working(turn.held) for turn in turns)
    assert all(first <= turn.day <= until and turn.held >= turn.day for turn in turns)


@given(RULES, calendars(), SPAN)
def test_no_turn_of_a_whole_month_is_left_out(rule, calendar, span):
    first, until = span[0].replace(day=1), span[0] + timedelta(days=span[1])
    turns = {t.month for t in occurrences(rule, calendar, first=first, since=first, until=until)}

    month = first
    while later_month(month, 1) <= until:
        day = day_in(month, rule, calendar)
        assert (month in turns) == (first <= day <= until)
        assert day in {month + timedelta(days=n) for n in range(45)} or rule.nth == LAST
        month = later_month(month, 1)


@given(RULES, calendars(), SPAN, st.integers(0, 800))
def test_planning_in_two_steps_gives_the_same_days(rule, calendar, span, later):
    """Nothing is lost or doubled between one planning and the next."""
    first, until = span[0], span[0] + timedelta(days=span[1])
    between = first + timedelta(days=later % (span[1] + 1))

    whole = list(occurrences(rule, calendar, first=first, since=first, until=until))
    once = list(occurrences(rule, calendar, first=first, since=first, until=between))
    again = between + timedelta(days=1)
    rest = list(occurrences(rule, calendar, first=first, since=again, until=until))

    assert once + rest == whole


@pytest.mark.parametrize(
    ("rule", "month", "day"),
    [
        (Rule(Rhythm.DAY, 3), date(2020, 2, 1), date(2020, 2, 3)),
        (Rule(Rhythm.DAY, 31), date(2020, 2, 1), date(2020, 2, 29)),
        (Rule(Rhythm.DAY, LAST), date(2021, 2, 1), date(2021, 2, 28)),
        (Rule(Rhythm.WEEKDAY, 1, 0), date(2020, 3, 1), date(2020, 3, 2)),
        (Rule(Rhythm.WEEKDAY, LAST, 0), date(2020, 3, 1), date(2020, 3, 30)),
        (Rule(Rhythm.WEEKDAY, 4, 6), date(2020, 3, 1), date(2020, 3, 22)),
        (Rule(Rhythm.WORKDAY, 1), date(2020, 3, 1), date(2020, 3, 2)),
        (Rule(Rhythm.WORKDAY, LAST), date(2020, 5, 1), date(2020, 5, 29)),
    ],
)
def test_a_rule_names_a_day(rule, month, day):
    assert day_in(month, rule, WEEKDAYS) == day


def test_a_day_in_tet_gives_way_to_the_first_working_day_after():
    tet = calendar_of({5, 6}, TET_2020, [])
    rule = Rule(Rhythm.DAY, 25)

    january, february = occurrences(
        rule, tet, first=date(2020, 1, 1), since=date(2020, 1, 1), until=date(2020, 2, 29)
    )

    assert (january.day, january.held) == (date(2020, 1, 25), date(2020, 1, 30))
    assert not february.is_moved


def test_a_quarter_is_counted_from_the_first_month():
    rule = Rule(Rhythm.WORKDAY, 1, every=3)
    turns = occurrences(
        rule, WEEKDAYS, first=date(2020, 2, 1), since=date(2020, 4, 1), until=date(2021, 3, 1)
    )

    assert [turn.month.month for turn in turns] == [5, 8, 11, 2]


def test_titles_are_filled_as_documents_write_them():
    pattern = "Phiên {number} tháng {month}/{year}, việc tháng {previous_month}"

    assert filled(pattern, date(2020, 2, 3), 4) == "Phiên 04 tháng 02/2020, việc tháng 01"
    assert filled("Tháng {previous_month}/{year_of_previous_month}", date(2021, 1, 4)) == (
        "Tháng 12/2020"
    )
    assert filled("{tea} {month.real}", date(2020, 3, 3)) == "{tea} {month.real}"
    assert without_gaps("Phiên {number} tháng {month}/{year}") == "Phiên … tháng …/…"
    assert unknown_gaps("{month} {number} {}", MONTHS) == ["{number}", "{}"]


@pytest.mark.parametrize(
    ("title", "pattern"),
    [
        ("Phiên tháng 3/2020", "Phiên tháng {month}/{year}"),
        (
            "Phiên thường kỳ tháng 02/2020",
            "Phiên thường kỳ tháng {previous_month}/{year_of_previous_month}",
        ),
        ("Họp tháng 02 năm 2020", "Họp tháng {previous_month} năm {year_of_previous_month}"),
        ("Sơ kết 11/2019", "Sơ kết 11/2019"),
        ("Họp ngày 03/03/2020", "Họp ngày 03/03/2020"),
        ("Nghị quyết 13/2020/NQ", "Nghị quyết 13/2020/NQ"),
    ],
)
def test_a_title_gives_back_its_pattern(title, pattern):
    assert pattern_of(title, date(2020, 3, 3)) == pattern


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_filled_pattern_gives_itself_back(day):
    for pattern in (
        "Phiên tháng {month}/{year}",
        "Phiên tháng {previous_month}/{year_of_previous_month}",
    ):
        assert pattern_of(filled(pattern, day), day) == pattern
