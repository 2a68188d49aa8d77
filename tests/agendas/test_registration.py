"""Until when agencies register for a programme: data with a date of effect, and what came late."""

import csv
import io
from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from agendas.actions import move_entry, register_entry
from agendas.programme import programme_of
from core.clock import at
from core.errors import NotAllowed
from core.needs import needs_of
from core.workdays import end_of
from meetings.actions import set_programme_limit
from meetings.errors import DeadlineOfThePast
from meetings.legal import give_usual_deadlines
from meetings.models import Period, ProgrammeLimit
from meetings.programme_limits import ProgrammeLimits
from realtime.models import Entry
from tests.agendas.test_programme import FINANCE, agency, clerk_of
from tests.agendas.test_programme_pages import PAGE, read
from tests.cabinet import SINCE

HERE = timezone.get_default_timezone()
OCTOBER = datetime(2026, 10, 27, 8, tzinfo=HERE)
NOVEMBER = datetime(2026, 11, 20, 10, 5, tzinfo=HERE)
JUNE = datetime(2026, 6, 1, 8, tzinfo=HERE)


def entered(cabinet, moment, title="Luật Đất đai", **facts):
    given = {"year": 2027, "month": 3, "agency": agency(FINANCE), **facts}
    with at(moment):
        return register_entry(cabinet.secretary, cabinet.body, title=title, **given)


def late(cabinet, year=2027):
    months = programme_of(cabinet.secretary, [cabinet.body], year, range(1, 13))
    entries = [entry for month in months for cell in month.cells for entry in cell.entries]
    return {entry.title: entry.missed and entry.missed.period.value for entry in entries}


def limit_from(cabinet, moment=JUNE, **facts):
    given = {"source": "Quy chế", "starts": moment.date(), **facts}
    with at(moment):
        return set_programme_limit(cabinet.admin, cabinet.body, **given)


def test_the_year_is_registered_for_until_fifteen_november_or_the_working_day_after(cabinet):
    limits = ProgrammeLimits(cabinet.body)

    assert limits.of(Period.YEAR, date(2027, 6, 1)).moment == end_of(date(2026, 11, 16)), "a Sunday"
    assert limits.of(Period.YEAR, date(2029, 1, 1)).moment == end_of(date(2028, 11, 15))
    assert "191/2026" in limits.of(Period.YEAR, date(2027, 1, 1)).rule.source
    assert limits.of(Period.YEAR, date(2026, 1, 1)) is None, "the decree was not in force yet"
    assert limits.of(Period.MONTH, date(2027, 1, 1)) is None


def test_a_new_body_keeps_the_usual_limit_from_its_decree_on(cabinet):
    give_usual_deadlines(cabinet.body, date(2016, 1, 1))
    give_usual_deadlines(cabinet.body, date(2018, 1, 1))

    row = ProgrammeLimit.objects.get()
    assert (row.day, row.months_before, row.starts) == (15, 2, date(2026, 5, 29))


def test_what_comes_after_the_limit_is_late(cabinet):
    entered(cabinet, OCTOBER, "Đúng hạn")
    entered(cabinet, NOVEMBER, "Muộn")

    assert late(cabinet) == {"Đúng hạn": None, "Muộn": "year"}


def test_of_the_limits_of_year_quarter_and_month_the_nearest_is_told(cabinet):
    limit_from(cabinet, period="month", day=20, months_before=1)
    limit_from(cabinet, period="quarter", day=31, months_before=2)
    entered(cabinet, datetime(2027, 2, 10, 8, tzinfo=HERE), "Quá hạn quý", month=4)
    entered(cabinet, datetime(2027, 3, 1, 8, tzinfo=HERE), "Quá hạn quý II", month=5)
    entered(cabinet, datetime(2027, 2, 22, 23, tzinfo=HERE), "Vừa kịp", month=3)
    entered(cabinet, datetime(2027, 2, 23, 8, tzinfo=HERE), "Quá hạn tháng", month=3)

    limits = ProgrammeLimits(cabinet.body)
    assert limits.of(Period.QUARTER, date(2027, 5, 1)).moment == end_of(date(2027, 3, 1))
    assert late(cabinet) == {
        "Quá hạn quý": "year",
        "Quá hạn quý II": "year",
        "Vừa kịp": "quarter",
        "Quá hạn tháng": "month",
    }


def test_what_is_moved_was_registered_before(cabinet):
    entry = entered(cabinet, OCTOBER)
    with at(NOVEMBER):
        move_entry(cabinet.secretary, entry, year=2027, month=9, reason="Chờ ý kiến")

    assert late(cabinet) == {"Luật Đất đai": None}


def test_a_new_limit_makes_nothing_late_that_was_in_time(cabinet):
    entered(cabinet, OCTOBER, "Đúng hạn")
    limit_from(cabinet, NOVEMBER, period="year", day=1, months_before=3)

    assert late(cabinet) == {"Đúng hạn": None}
    limits = ProgrammeLimits(cabinet.body)
    assert limits.of(Period.YEAR, date(2027, 1, 1)).rule.day == 15
    assert limits.of(Period.YEAR, date(2028, 1, 1)).moment == end_of(date(2027, 10, 1))
    [told] = Entry.objects.filter(name="programme_limit.set")
    assert (told.facts["day"], told.facts["months_before"]) == (1, 3)


def test_only_the_administrator_sets_it_and_not_for_the_past(cabinet):
    facts = {"period": "year", "day": 1, "months_before": 3, "source": "?"}
    for person in (cabinet.chair, cabinet.secretary, cabinet.finance, cabinet.superuser()):
        with pytest.raises(NotAllowed):
            set_programme_limit(person, cabinet.body, starts=timezone.localdate(), **facts)
    with pytest.raises(DeadlineOfThePast):
        set_programme_limit(cabinet.admin, cabinet.body, starts=SINCE, **facts)


@pytest.mark.parametrize(
    "wrong", [{"day": 0}, {"day": 32}, {"months_before": 0}, {"period": "week"}]
)
def test_what_is_no_day_before_a_period_is_refused_by_the_database(cabinet, wrong):
    facts = {"period": "year", "day": 15, "months_before": 2, "source": "?", "starts": SINCE}
    with pytest.raises(IntegrityError), transaction.atomic():
        ProgrammeLimit.objects.create(body=cabinet.body, **{**facts, **wrong})


# --- the pages ----------------------------------------------------------------------------------


def test_the_programme_says_until_when_and_marks_what_came_late(cabinet, client):
    clerk = clerk_of(cabinet, "clerk", FINANCE)
    entered(cabinet, OCTOBER, "Đúng hạn")
    entry = entered(cabinet, NOVEMBER, "Muộn")
    with at(OCTOBER):
        page = read(client, clerk, PAGE + "?year=2027")
        assert "23:59, 16/11/2026" in page
        assert "đăng ký" in page
    with at(NOVEMBER):
        page = read(client, cabinet.secretary, PAGE + "?year=2027&quarter=1")
        table = read(client, cabinet.secretary, PAGE + "export/?year=2027").lstrip("\ufeff")

    assert "đã kết thúc" in page
    assert page.count("Gửi muộn 10:05, 20/11/2026") == 1
    assert "16/11/2026" in read(client, cabinet.secretary, f"{PAGE}entries/{entry.pk}/")
    rows = list(csv.reader(io.StringIO(table)))
    assert [(row[3], row[-1]) for row in rows[1:]] == [("Đúng hạn", ""), ("Muộn", "có")]


def test_clerks_and_the_desk_are_told_when_it_draws_near(cabinet):
    clerk = clerk_of(cabinet, "clerk", FINANCE)
    entered(cabinet, JUNE)

    def told(person, moment):
        with at(moment):
            return [n for n in needs_of(person) if "2027" in n.verb]

    assert not told(clerk, OCTOBER - timedelta(days=7))
    [need] = told(clerk, OCTOBER)
    assert need.verb == "Đăng ký nội dung cho chương trình công tác năm 2027"
    assert (need.when, need.group) == (end_of(date(2026, 11, 16)), "week")
    assert need.detail == "Đã đăng ký 1 nội dung"
    [need] = told(cabinet.secretary, OCTOBER + timedelta(days=18))
    assert need.verb == "Tập hợp nội dung cho chương trình công tác năm 2027"
    assert need.group == "now"
    for person in (cabinet.finance, cabinet.stranger()):
        assert not told(person, OCTOBER)
    assert not told(clerk, NOVEMBER)


def test_the_administrator_sets_it_on_the_page(cabinet, client):
    door = f"/bodies/{cabinet.body.pk}/programme-limits/"
    facts = {"period": "month", "day": 20, "months_before": 1, "source": "Quy chế"}
    client.force_login(cabinet.admin)
    assert client.post(door, {**facts, "starts": "2020-01-01"}).status_code == 422
    assert client.post(door, {**facts, "day": 40, "starts": "2090-01-01"}).status_code == 422

    answer = client.post(door, {**facts, "starts": timezone.localdate()})

    page = read(client, cabinet.admin, answer.url)
    assert "ngày 20, 1 tháng trước khi bắt đầu" in page
    assert "ngày 15, 2 tháng trước khi bắt đầu" in page, "the usual one of the year"
