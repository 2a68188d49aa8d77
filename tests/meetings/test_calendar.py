"""A body's working calendar: holidays are calculated, people have the last word."""

from datetime import date

import pytest

from core.errors import NotAllowed
from meetings import actions
from meetings.errors import CalendarOfOwnAlready, DayNotRemoved, DayNotSet, HolidaysUnknown
from meetings.models import CalendarDay, DayKind, WorkCalendar
from meetings.public_holidays import calendar_of_country, fill
from people.models import Body, Role, RoleGrant
from realtime.models import Entry

TET_2020 = {date(2020, 1, day) for day in range(23, 30)}
SWAPPED = date(2026, 8, 22)


def told(body):
    return list(Entry.objects.filter(room__key=f"body.{body.pk}").values_list("name", flat=True))


def days_off(calendar, year):
    found = calendar.days.filter(kind=DayKind.OFF, day__year=year, removed_at=None)
    return set(found.values_list("day", flat=True))


def test_tet_falls_where_the_moon_says(cabinet):
    calendar = cabinet.working_calendar(2020)

    assert days_off(calendar, 2020) >= TET_2020
    assert told(cabinet.body) == ["calendar.chosen", "calendar.year_filled"]


@pytest.mark.parametrize(
    ("year", "new_year", "kings"),
    [
        (2017, date(2017, 1, 28), date(2017, 4, 6)),
        (2020, date(2020, 1, 25), date(2020, 4, 2)),
        (2024, date(2024, 2, 10), date(2024, 4, 18)),
        (2026, date(2026, 2, 17), date(2026, 4, 26)),
        (2027, date(2027, 2, 6), date(2027, 4, 16)),
    ],
)
def test_lunar_holidays_of_known_years(cabinet, year, new_year, kings):
    calendar = cabinet.working_calendar(year)

    assert calendar.days.get(day=new_year).name == "Tết Nguyên Đán"
    assert calendar.days.get(day=kings).name_en == "Hung Kings' Commemoration Day"


def test_a_day_off_exchanged_for_a_saturday_brings_the_saturday_too(cabinet):
    calendar = cabinet.working_calendar(2026)

    assert calendar.days.get(day=SWAPPED).kind == DayKind.WORKING
    assert calendar.arithmetic.is_working(SWAPPED)
    assert not calendar.arithmetic.is_working(date(2026, 8, 31))


def test_an_exchange_across_new_year_is_seen_from_both_years(cabinet):
    """Monday 31/12/2018 was off, Saturday 05/01/2019 was worked instead."""
    calendar = cabinet.working_calendar(2018, 2019)

    assert date(2018, 12, 31) in days_off(calendar, 2018)
    assert calendar.days.get(day=date(2019, 1, 5)).kind == DayKind.WORKING


def test_what_a_person_entered_outlives_the_calculation(cabinet):
    calendar = cabinet.working_calendar(2020)
    before = calendar.days.count()
    facts = {"day": date(2020, 1, 23), "kind": DayKind.WORKING, "name": "Trực Tết"}
    actions.set_day(cabinet.admin, calendar, **facts, source="Công văn 5/VPCP")

    count = actions.fill_year(cabinet.admin, calendar, 2020)

    kept = calendar.days.get(day=date(2020, 1, 23))
    assert (kept.kind, kept.name, kept.source) == ("working", "Trực Tết", "Công văn 5/VPCP")
    assert calendar.days.count() == before
    assert count == before - 1
    assert calendar.arithmetic.is_working(date(2020, 1, 23))


def test_what_was_calculated_is_calculated_anew(cabinet):
    calendar = cabinet.working_calendar(2020)
    before = list(calendar.days.values_list("day", "name", "kind"))
    calendar.days.filter(day__in=TET_2020).delete()
    CalendarDay.objects.create(calendar=calendar, day=date(2020, 7, 1), name="?", by_hand=False)

    actions.fill_year(cabinet.admin, calendar, 2020)

    assert list(calendar.days.values_list("day", "name", "kind")) == before


def test_a_day_is_entered_and_taken_out_again(cabinet):
    calendar = cabinet.working_calendar()
    day = date(2021, 1, 25)
    actions.set_day(
        cabinet.admin, calendar, day=day, kind="off", name="Đại hội", name_en="Congress"
    )
    assert not calendar.arithmetic.is_working(day)

    actions.remove_day(cabinet.admin, calendar, day=day)

    calendar = WorkCalendar.objects.get()
    assert calendar.arithmetic.is_working(day)
    assert told(cabinet.body)[-2:] == ["calendar.day_set", "calendar.day_removed"]
    with pytest.raises(DayNotSet):
        actions.remove_day(cabinet.admin, calendar, day=day)


def test_a_calculated_day_that_is_removed_stays_removed(cabinet):
    calendar = cabinet.working_calendar(2020)
    day = date(2020, 4, 2)
    actions.remove_day(cabinet.admin, calendar, day=day)

    actions.fill_year(cabinet.admin, calendar, 2020)

    assert WorkCalendar.objects.get().arithmetic.is_working(day)
    kept = calendar.days.get(day=day)
    assert (kept.removed_by, kept.name_en) == (cabinet.admin, "Hung Kings' Commemoration Day")
    with pytest.raises(DayNotSet):
        actions.remove_day(cabinet.admin, calendar, day=day)


def test_a_removed_day_holds_again_once_somebody_puts_it_back(cabinet):
    calendar = cabinet.working_calendar(2020)
    day = date(2020, 4, 2)
    actions.remove_day(cabinet.admin, calendar, day=day)

    actions.restore_day(cabinet.admin, calendar, day=day)

    assert not WorkCalendar.objects.get().arithmetic.is_working(day)
    assert told(cabinet.body)[-2:] == ["calendar.day_removed", "calendar.day_restored"]
    with pytest.raises(DayNotRemoved):
        actions.restore_day(cabinet.admin, calendar, day=day)
    actions.fill_year(cabinet.admin, calendar, 2020)
    assert calendar.days.filter(day=day).count() == 1


def test_a_removed_day_holds_again_once_it_is_entered_by_hand(cabinet):
    calendar = cabinet.working_calendar(2020)
    day = date(2020, 4, 2)
    actions.remove_day(cabinet.admin, calendar, day=day)

    actions.set_day(cabinet.admin, calendar, day=day, kind="off", name="Giỗ Tổ")

    assert not WorkCalendar.objects.get().arithmetic.is_working(day)


def test_a_removed_day_stays_removed_in_the_own_calendar_of_a_body(cabinet):
    calendar = cabinet.working_calendar(2020)
    actions.remove_day(cabinet.admin, calendar, day=date(2020, 4, 2))
    own = actions.keep_own_calendar(cabinet.admin, cabinet.body)

    actions.fill_year(cabinet.admin, own, 2020)

    assert date(2020, 4, 2) not in days_off(own, 2020)


def test_nobody_but_the_administrator_changes_it(cabinet):
    calendar = cabinet.working_calendar()
    day = {"day": date(2021, 1, 25), "kind": "off", "name": "Đại hội"}
    for person in (cabinet.chair, cabinet.secretary, cabinet.finance, cabinet.superuser()):
        for deed in (
            lambda who: actions.set_day(who, calendar, **day),
            lambda who: actions.remove_day(who, calendar, day=day["day"]),
            lambda who: actions.restore_day(who, calendar, day=day["day"]),
            lambda who: actions.fill_year(who, calendar, 2021),
            lambda who: actions.follow_calendar(who, cabinet.body, calendar),
            lambda who: actions.keep_own_calendar(who, cabinet.body),
        ):
            with pytest.raises(NotAllowed):
                deed(person)

    assert not calendar.days.exists()


@pytest.fixture
def province(cabinet):
    """Return another body, with an administrator of its own."""
    body = Body.objects.create(name="Tỉnh A", code="tinh-a", symbol="A")
    person = cabinet.person("quan-tri-a")
    RoleGrant.objects.create(
        body=body, person=person, role=Role.ADMINISTRATOR, starts=date(2016, 1, 1)
    )
    return body


def test_a_shared_calendar_is_changed_by_who_administers_all_who_follow_it(cabinet, province):
    calendar = cabinet.working_calendar(2020)
    theirs = cabinet.people["quan-tri-a"]
    actions.follow_calendar(theirs, province, calendar)
    for person in (cabinet.admin, theirs):
        with pytest.raises(NotAllowed):
            actions.fill_year(person, calendar, 2021)

    RoleGrant.objects.create(
        body=province, person=cabinet.admin, role=Role.ADMINISTRATOR, starts=date(2016, 1, 1)
    )
    actions.fill_year(cabinet.admin, calendar, 2021)

    assert told(cabinet.body)[-1] == told(province)[-1] == "calendar.year_filled"


def test_a_body_keeps_a_calendar_of_its_own(cabinet, province):
    shared = cabinet.working_calendar(2020)
    theirs = cabinet.people["quan-tri-a"]
    actions.follow_calendar(theirs, province, shared)

    own = actions.keep_own_calendar(theirs, province)
    actions.remove_day(theirs, own, day=date(2020, 1, 23))

    assert own.code == "tinh-a"
    assert days_off(own, 2020) == days_off(shared, 2020) - {date(2020, 1, 23)}
    assert province.work_calendar.calendar == own
    assert cabinet.body.work_calendar.calendar == shared
    with pytest.raises(CalendarOfOwnAlready):
        actions.keep_own_calendar(theirs, province)


def test_nobody_binds_himself_to_the_own_calendar_of_others(cabinet, province):
    """Whoever follows a calendar has a say in it."""
    own = actions.keep_own_calendar(cabinet.admin, cabinet.body)

    with pytest.raises(NotAllowed):
        actions.follow_calendar(cabinet.people["quan-tri-a"], province, own)


def test_a_country_nobody_has_calculated_is_filled_by_hand(cabinet):
    own = actions.keep_own_calendar(cabinet.admin, cabinet.body)
    WorkCalendar.objects.filter(pk=own.pk).update(country="XQ")

    with pytest.raises(HolidaysUnknown):
        actions.fill_year(cabinet.admin, own, 2026)
    actions.set_day(cabinet.admin, own, day=date(2026, 1, 1), kind="off", name="Năm mới")
    assert own.days.count() == 1


def test_another_country_has_its_own_weekend_and_names(db):
    """Israel rests on Friday and Saturday."""
    calendar = calendar_of_country("IL")
    fill(calendar, 2026)

    assert calendar.weekend_days == {4, 5}
    assert "Pesach" in " ".join(calendar.days.values_list("name_en", flat=True))
