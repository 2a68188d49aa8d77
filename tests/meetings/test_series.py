"""A series plans the sessions that come again: as drafts, on working days, each once."""

from datetime import date, datetime, time

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from core import clock
from core.errors import NotAllowed
from meetings.actions import create_series, edit_series, move_meeting, plan_series
from meetings.errors import ChairNotMember, GapUnknown, NothingToPlan, PlannedTooFar
from meetings.models import Meeting, Occurrence, SessionNumber
from meetings.states import MeetingState
from realtime.models import Entry

TITLE = "Phiên họp Chính phủ thường kỳ tháng {previous_month}/{year_of_previous_month}"


@pytest.fixture(autouse=True)
def _january_of_2020():
    with clock.at(datetime(2020, 1, 2, 9, tzinfo=timezone.get_default_timezone())):
        yield


def facts_of(cabinet, **changes):
    return {
        "title": TITLE,
        "place": "Trụ sở Chính phủ",
        "rhythm": "day",
        "nth": 3,
        "begins": time(8),
        "minutes": 210,
        "chair": cabinet.chair,
        "secretary": cabinet.secretary,
        "starts": date(2020, 2, 1),
        **changes,
    }


def series_of(cabinet, **changes):
    return create_series(cabinet.secretary, cabinet.body, **facts_of(cabinet, **changes))


def told(cabinet):
    entries = Entry.objects.filter(room__key=f"body.{cabinet.body.pk}", name__startswith="series.")
    return list(entries.order_by("number").values_list("name", flat=True))


def test_sessions_are_planned_as_drafts_with_their_rolls(cabinet):
    cabinet.working_calendar(2020)

    planned = plan_series(cabinet.secretary, series_of(cabinet), date(2020, 6, 30))

    days = [timezone.localdate(meeting.starts_at) for meeting in planned]
    assert days == [date(2020, m, d) for m, d in ((2, 3), (3, 3), (4, 3), (5, 4), (6, 3))]
    assert planned[0].title == "Phiên họp Chính phủ thường kỳ tháng 01/2020"
    assert planned[2].title == "Phiên họp Chính phủ thường kỳ tháng 3/2020"
    assert {meeting.state for meeting in planned} == {MeetingState.DRAFT}
    assert all(meeting.participants.filter(has_vote=True).count() == 5 for meeting in planned)
    assert timezone.localtime(planned[0].ends_at).time() == time(11, 30)
    assert told(cabinet) == ["series.made", "series.planned"]


def test_nothing_is_planned_twice(cabinet):
    series = series_of(cabinet)
    first = plan_series(cabinet.secretary, series, date(2020, 4, 30))
    move_meeting(cabinet.secretary, first[0], MeetingState.CANCELLED, "Hoãn")

    with pytest.raises(NothingToPlan):
        plan_series(cabinet.secretary, series, date(2020, 4, 30))
    more = plan_series(cabinet.secretary, series, date(2020, 6, 30))

    assert len(more) == 2
    assert Meeting.objects.count() == len(first) + len(more) == 5


def test_a_changed_rule_moves_only_what_is_to_come(cabinet):
    series = series_of(cabinet)
    plan_series(cabinet.secretary, series, date(2020, 3, 31))

    series = edit_series(cabinet.secretary, series, rhythm="workday", nth=-1)
    april, may = plan_series(cabinet.secretary, series, date(2020, 5, 31))

    assert timezone.localdate(april.starts_at) == date(2020, 4, 30)
    assert timezone.localdate(may.starts_at) == date(2020, 5, 29)
    changes = Entry.objects.get(name="series.changed").facts["changes"]
    assert changes == {"rhythm": ["day", "workday"], "nth": ["3", "-1"]}


def test_saving_without_a_change_tells_nothing(cabinet):
    series = series_of(cabinet)
    edit_series(cabinet.secretary, series, title=series.title)

    assert told(cabinet) == ["series.made"]


def test_numbers_run_on_through_the_year_and_begin_anew(cabinet):
    title = "Phiên họp thứ {number} năm {year}"
    yearly = series_of(cabinet, title=title, is_numbered=True, starts=date(2020, 10, 1))
    planned = plan_series(cabinet.secretary, yearly, date(2021, 1, 31))

    assert [str(meeting.session_number) for meeting in planned] == [
        "01/2020", "02/2020", "03/2020", "01/2021",
    ]  # fmt: skip
    assert planned[-1].title == "Phiên họp thứ 01 năm 2021"

    other = series_of(cabinet, title=title, is_numbered=True, nth=20, starts=date(2020, 12, 1))
    (thematic,) = plan_series(cabinet.secretary, other, date(2020, 12, 31))
    assert str(thematic.session_number) == "04/2020", "the numbers are the body's"


def test_the_last_day_of_a_series_ends_it(cabinet):
    series = series_of(cabinet, ends=date(2020, 3, 31))

    assert len(plan_series(cabinet.secretary, series, date(2020, 12, 31))) == 2


def test_what_is_past_is_not_planned(cabinet):
    series = series_of(cabinet, starts=date(2019, 1, 1))

    first = plan_series(cabinet.secretary, series, date(2020, 2, 28))[0]

    assert timezone.localdate(first.starts_at) == date(2020, 1, 3)


def test_one_bad_session_plans_none(cabinet):
    cabinet.body.memberships.filter(person=cabinet.chair).update(ends=date(2020, 3, 31))
    series = series_of(cabinet)

    with pytest.raises(ChairNotMember):
        plan_series(cabinet.secretary, series, date(2020, 6, 30))

    assert not Meeting.objects.exists()


def test_what_cannot_be_planned_is_told(cabinet):
    with pytest.raises(PlannedTooFar):
        plan_series(cabinet.secretary, series_of(cabinet), date(2022, 6, 30))
    with pytest.raises(GapUnknown):
        series_of(cabinet, title="Phiên họp {number}")


def test_only_who_prepares_meetings_plans_them(cabinet):
    series = series_of(cabinet)
    for person in (cabinet.finance, cabinet.admin, cabinet.superuser()):
        with pytest.raises(NotAllowed):
            create_series(person, cabinet.body, **facts_of(cabinet))
        with pytest.raises(NotAllowed):
            edit_series(person, series, nth=4)
        with pytest.raises(NotAllowed):
            plan_series(person, series, date(2020, 6, 30))


@pytest.mark.parametrize(
    "change",
    ["nth = 32", "nth = 0", "weekday = 1", "rhythm = 'weekday'", "rhythm = 'moon'",
     "every = 5", "minutes = 0", "ends = '2019-01-01'"],
)  # fmt: skip
def test_the_database_keeps_the_rule_whole(cabinet, change):
    series = series_of(cabinet)
    sql = f"UPDATE meetings_series SET {change} WHERE id = %s"
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [series.pk])


def test_the_database_keeps_turns_and_numbers_single(cabinet):
    series = series_of(cabinet, is_numbered=True)
    plan_series(cabinet.secretary, series, date(2020, 3, 31))
    with pytest.raises(IntegrityError), transaction.atomic():
        Occurrence.objects.filter(month=3).update(month=2)
    with pytest.raises(IntegrityError), transaction.atomic():
        SessionNumber.objects.filter(number=2).update(number=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Occurrence.objects.filter(month=3).update(month=13)
