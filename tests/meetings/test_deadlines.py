"""Legal time limits are settings with a date of effect."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from core.clock import at
from core.errors import NotAllowed
from core.workdays import end_of
from meetings.actions import set_deadline
from meetings.deadlines import Deadlines, deadline_for, due, last_moment_before
from meetings.errors import DeadlineOfThePast
from meetings.legal import LIMITS, give_usual_deadlines
from meetings.models import Deadline, DeadlineCode
from realtime.models import Entry

C = DeadlineCode
PAPERS = C.PAPERS_BEFORE_SESSION
FEBRUARY = datetime(2020, 2, 3, 8, 0, tzinfo=timezone.get_default_timezone())


def test_the_table_of_usual_limits_is_whole():
    days = {code.value: LIMITS[code].days for code in C if not code.is_share}
    shares = {code.value: LIMITS[code].percent for code in C if code.is_share}

    assert shares == {"papers_at_short_notice": 50, "position_at_short_notice": 75}
    assert days == {
        "papers_before_session": 5,
        "invitation_before_session": 5,
        "position_before_session": 1,
        "submission_check": 2,
        "submission_route": 5,
        "route_answer": 3,
        "advice_answer": 5,
        "reply_to_invitation": 2,
        "reminder": 1,
    }
    assert all(limit.source[0] for limit in LIMITS.values())


def test_papers_for_a_session_after_tet_are_due_before_it(cabinet):
    assert last_moment_before(cabinet.body, PAPERS, start=FEBRUARY) == end_of(date(2020, 1, 27))

    cabinet.working_calendar(2020)

    assert last_moment_before(cabinet.body, PAPERS, start=FEBRUARY) == end_of(date(2020, 1, 20))


def test_what_begins_before_tet_is_due_after_it(cabinet):
    cabinet.working_calendar(2020)
    wednesday = datetime(2020, 1, 22, 16, 30, tzinfo=timezone.get_default_timezone())

    moment = due(cabinet.body, C.SUBMISSION_CHECK, since=wednesday)

    assert moment == end_of(date(2020, 1, 31))


def test_a_new_limit_governs_from_its_day_and_the_old_one_before(cabinet):
    give_usual_deadlines(cabinet.body, date(2016, 1, 1))
    with at(FEBRUARY):
        set_deadline(
            cabinet.admin,
            cabinet.body,
            code=PAPERS,
            days=7,
            source="Quy chế 2020",
            starts=date(2020, 3, 1),
        )

    days = {day: deadline_for(cabinet.body, PAPERS, on=day).days for day in FROM_TO}

    assert days == {date(2019, 1, 1): 5, date(2020, 2, 29): 5, date(2020, 3, 1): 7}
    entry = Entry.objects.get(room__key=f"body.{cabinet.body.pk}")
    assert (entry.name, entry.facts["days"], entry.facts["starts"]) == (
        "deadline.set",
        7,
        "2020-03-01",
    )


FROM_TO = (date(2019, 1, 1), date(2020, 2, 29), date(2020, 3, 1))


def test_a_slip_of_the_pen_is_put_right_before_it_has_governed(cabinet):
    facts = {"code": PAPERS, "source": "Quy chế 2020", "starts": date(2020, 3, 1)}
    with at(FEBRUARY):
        set_deadline(cabinet.admin, cabinet.body, days=70, **facts)
        set_deadline(cabinet.admin, cabinet.body, days=7, **facts)

    assert Deadline.objects.get().days == 7


def test_the_past_is_not_counted_anew(cabinet):
    with at(FEBRUARY), pytest.raises(DeadlineOfThePast):
        set_deadline(
            cabinet.admin,
            cabinet.body,
            code=PAPERS,
            days=1,
            source="?",
            starts=date(2020, 2, 2),
        )

    assert not Deadline.objects.exists()


def test_only_the_administrator_sets_a_limit(cabinet):
    for person in (cabinet.chair, cabinet.secretary, cabinet.finance, cabinet.superuser()):
        with pytest.raises(NotAllowed):
            set_deadline(
                person,
                cabinet.body,
                code=PAPERS,
                days=1,
                source="?",
                starts=timezone.localdate(),
            )


def test_a_limit_that_has_ended_gives_way_to_the_usual_one(cabinet):
    facts = {"body": cabinet.body, "code": PAPERS, "source": "Thí điểm", "days": 9}
    Deadline.objects.create(**facts, starts=date(2020, 1, 1), ends=date(2020, 1, 31))

    assert deadline_for(cabinet.body, PAPERS, on=date(2020, 1, 31)).days == 9
    after = deadline_for(cabinet.body, PAPERS, on=date(2020, 2, 1))
    assert (after.days, after.pk) == (5, None)
    assert "138/2016" in after.source


def test_the_usual_limits_leave_alone_what_is_set(cabinet):
    facts = {"body": cabinet.body, "code": PAPERS, "source": "Quy chế", "days": 3}
    Deadline.objects.create(**facts, starts=date(2020, 1, 1))

    give_usual_deadlines(cabinet.body, date(2016, 1, 1))
    give_usual_deadlines(cabinet.body, date(2018, 1, 1))

    assert cabinet.body.deadlines.count() == len(C)
    assert cabinet.body.deadlines.get(code=PAPERS).days == 3
    checked = cabinet.body.deadlines.get(code=C.SUBMISSION_CHECK)
    assert checked.starts == date(2026, 5, 29), "a decree does not govern before its day"


def test_two_hundred_rows_ask_as_much_as_one(cabinet):
    cabinet.working_calendar(2020)
    give_usual_deadlines(cabinet.body, date(2016, 1, 1))

    def count(rows):
        deadlines = Deadlines(cabinet.body)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            for _row in range(rows):
                deadlines.last_moment_before(PAPERS, start=FEBRUARY)
                deadlines.due(C.ROUTE_ANSWER, since=FEBRUARY)
        return len(asked)

    assert count(1) == count(200) == 2


def test_an_unknown_code_is_refused(cabinet):
    with pytest.raises(ValueError, match="tea"):
        deadline_for(cabinet.body, "tea", on=date(2020, 1, 1))


rows = st.lists(
    st.tuples(st.dates(date(2016, 1, 1), date(2027, 1, 1)), st.integers(1, 20)),
    unique_by=lambda row: row[0],
    max_size=8,
)


@given(rows, st.dates(date(2015, 1, 1), date(2028, 1, 1)))
def test_the_latest_that_has_begun_is_in_force(rows, day):
    deadlines = Deadlines(1)
    deadlines.rows = {
        PAPERS.value: [
            Deadline(code=PAPERS, starts=starts, days=days)
            for starts, days in sorted(rows, reverse=True)
        ]
    }

    begun = [(starts, days) for starts, days in rows if starts <= day]
    assert deadlines.on(PAPERS, day).days == (max(begun)[1] if begun else 5)
