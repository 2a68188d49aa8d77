"""Working days: Tết, weekends and make-up days, on real dates and on any."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from core.workdays import Calendar, calendar_of, day_of, end_of

TET_2020 = [date(2020, 1, day) for day in range(23, 30)]
SWAP = {"off": [date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 2)]}
WEEKDAYS = Calendar()


def in_vietnam(*parts):
    return datetime(*parts, tzinfo=timezone.get_default_timezone())


def test_tet_is_not_counted():
    tet = calendar_of({5, 6}, TET_2020, [])

    assert tet.shift(date(2020, 1, 22), 1) == date(2020, 1, 30)
    assert tet.back(in_vietnam(2020, 2, 3, 8), 5) == end_of(date(2020, 1, 20))
    assert WEEKDAYS.back(in_vietnam(2020, 2, 3, 8), 5) == end_of(date(2020, 1, 27))
    assert tet.working_days_between(date(2020, 1, 22), date(2020, 1, 31)) == 2


def test_a_make_up_day_is_worked_though_it_is_a_saturday():
    national_day = calendar_of({5, 6}, SWAP["off"], [date(2026, 8, 22)])

    assert national_day.is_working(date(2026, 8, 22))
    assert not national_day.is_working(date(2026, 8, 23))
    assert national_day.shift(date(2026, 8, 21), 1) == date(2026, 8, 22)
    assert national_day.shift(date(2026, 8, 28), 1) == date(2026, 9, 3)


def test_a_limit_lasts_until_the_midnight_of_its_last_day():
    friday = in_vietnam(2026, 3, 6, 16, 55)

    assert WEEKDAYS.add_working_days(friday, 2) == end_of(date(2026, 3, 10))
    assert end_of(date(2026, 3, 10)).isoformat() == "2026-03-10T23:59:59.999999+07:00"


def test_the_day_is_that_of_vietnam():
    """Half past five in the afternoon in London is past midnight in Hà Nội."""
    moment = datetime(2026, 3, 5, 17, 30, tzinfo=UTC)

    assert day_of(moment) == date(2026, 3, 6)
    assert WEEKDAYS.add_working_days(moment, 1) == end_of(date(2026, 3, 9))


def test_no_days_are_no_time():
    moment = in_vietnam(2026, 3, 7, 9)

    assert WEEKDAYS.back(moment, 0) == WEEKDAYS.add_working_days(moment, 0) == moment


@pytest.mark.parametrize(
    "make",
    [
        lambda: Calendar(weekend=frozenset(range(7))),
        lambda: Calendar(weekend=frozenset({7})),
        lambda: calendar_of({5, 6}, TET_2020, TET_2020[:1]),
        lambda: WEEKDAYS.add_working_days(in_vietnam(2026, 3, 6), -1),
        lambda: WEEKDAYS.back(in_vietnam(2026, 3, 6), -1),
    ],
)
def test_what_cannot_be_is_refused(make):
    with pytest.raises(ValueError, match=r"day"):
        make()


days = st.dates(date(2017, 1, 1), date(2027, 12, 31))
moments = st.datetimes(
    datetime(2017, 1, 1),  # noqa: DTZ001 - the zone is given below
    datetime(2027, 12, 31),  # noqa: DTZ001 - the zone is given below
    timezones=st.sampled_from([UTC, timezone.get_default_timezone()]),
)
counts = st.integers(1, 40)


@st.composite
def calendars(draw):
    weekend = draw(st.sets(st.integers(0, 6), max_size=6))
    off = draw(st.sets(days, max_size=60))
    working = draw(st.sets(days, max_size=20)) - off
    return calendar_of(weekend, off, working)


@given(calendars(), moments, counts)
def test_so_many_days_later_are_so_many_days(calendar, moment, count):
    due = calendar.add_working_days(moment, count)

    assert calendar.is_working(day_of(due))
    assert calendar.working_days_between(moment, due) == count
    assert due > moment


@given(calendars(), moments, counts)
def test_there_and_back_is_the_same_day(calendar, moment, count):
    there = calendar.add_working_days(moment, count)
    home = day_of(calendar.back(there, count))

    assert home <= day_of(moment)
    assert (home == day_of(moment)) == calendar.is_working(day_of(moment))


@given(calendars(), moments, counts)
def test_back_and_there_is_the_same_day(calendar, start, count):
    limit = calendar.back(start, count)
    there = day_of(calendar.add_working_days(limit, count))

    assert calendar.is_working(day_of(limit))
    assert limit < start
    assert there >= day_of(start)
    assert (there == day_of(start)) == calendar.is_working(day_of(start))


@given(calendars(), moments, moments, counts)
def test_who_starts_later_is_due_no_earlier(calendar, one, other, count):
    early, late = sorted([one, other])

    assert calendar.add_working_days(early, count) <= calendar.add_working_days(late, count)
    assert calendar.back(early, count) <= calendar.back(late, count)


@given(calendars(), moments, counts)
def test_more_days_are_later(calendar, moment, count):
    assert calendar.add_working_days(moment, count) < calendar.add_working_days(moment, count + 1)
    assert calendar.back(moment, count) > calendar.back(moment, count + 1)


@given(calendars(), days, days)
def test_counting_forth_and_back_is_nothing(calendar, one, other):
    there = calendar.working_days_between(one, other)

    assert there == -calendar.working_days_between(other, one)
    assert abs(there) <= abs((other - one).days)


@given(calendars(), days, moments, counts)
def test_a_day_off_more_is_never_due_sooner(calendar, day, moment, count):
    freer = calendar_of(calendar.weekend, calendar.off | {day}, calendar.working - {day})

    assert freer.add_working_days(moment, count) >= calendar.add_working_days(moment, count)
    assert freer.back(moment, count) <= calendar.back(moment, count)


@given(calendars(), days)
def test_a_make_up_day_makes_one_more_working_day(calendar, day):
    more = calendar_of(calendar.weekend, calendar.off - {day}, calendar.working | {day})
    week = (day - timedelta(days=3), day + timedelta(days=3))
    gained = more.working_days_between(*week) - calendar.working_days_between(*week)

    assert gained == (0 if calendar.is_working(day) else 1)
