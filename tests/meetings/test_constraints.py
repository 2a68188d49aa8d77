"""What the database promises by itself, whatever the code does."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from meetings.legal import give_usual_deadlines


def refused(sql, *values):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_an_unknown_state_is_refused(cabinet):
    meeting = cabinet.meeting()
    refused("UPDATE meetings_meeting SET state = 'asleep' WHERE id = %s", meeting.pk)


def test_nothing_is_sealed_without_its_moment(cabinet):
    meeting = cabinet.meeting()
    refused("UPDATE meetings_meeting SET state = 'sealed' WHERE id = %s", meeting.pk)


def test_a_meeting_ends_after_it_starts(cabinet):
    meeting = cabinet.meeting()
    refused("UPDATE meetings_meeting SET ends_at = starts_at WHERE id = %s", meeting.pk)


def test_only_members_have_a_vote(cabinet):
    place = cabinet.participant(cabinet.meeting(), cabinet.secretary)
    refused("UPDATE meetings_participant SET has_vote = %s WHERE id = %s", True, place.pk)


def test_a_person_takes_part_once(cabinet):
    meeting = cabinet.meeting()
    place = cabinet.participant(meeting, cabinet.finance)
    refused(
        "UPDATE meetings_participant SET person_id = %s WHERE id = %s",
        *(cabinet.health.pk, place.pk),
    )


def test_a_member_has_one_substitute(cabinet):
    meeting = cabinet.meeting()
    finance = cabinet.participant(meeting, cabinet.finance)
    sql = "UPDATE meetings_participant SET stands_for_id = %s WHERE id IN (%s, %s)"
    others = [cabinet.participant(meeting, p).pk for p in (cabinet.health, cabinet.justice)]
    refused(sql, finance.pk, *others)


def test_a_quorum_is_at_most_everybody(cabinet):
    refused(
        "UPDATE meetings_ruleset SET quorum_numerator = 4, quorum_denominator = 3 WHERE id = %s",
        cabinet.rules.pk,
    )


def test_a_week_has_a_working_day(cabinet):
    calendar = cabinet.working_calendar()
    refused("UPDATE meetings_workcalendar SET weekend = 127 WHERE id = %s", calendar.pk)


def test_a_day_stands_in_a_calendar_once(cabinet):
    first, second = cabinet.working_calendar(2026).days.all()[:2]
    sql = "UPDATE meetings_calendarday SET day = %s WHERE id = %s"
    refused(sql, first.day, second.pk)


def test_a_day_is_off_or_worked(cabinet):
    one = cabinet.working_calendar(2026).days.first()
    refused("UPDATE meetings_calendarday SET kind = 'half' WHERE id = %s", one.pk)


def test_a_body_follows_one_calendar(cabinet):
    calendar = cabinet.working_calendar()
    sql = "INSERT INTO meetings_bodycalendar (body_id, calendar_id) VALUES (%s, %s)"
    refused(sql, cabinet.body.pk, calendar.pk)


@pytest.mark.parametrize(
    "change",
    ["days = 0", "days = 121", "code = 'tea'", "ends = '2000-01-01'", "code = 'route_answer'"],
)
def test_a_time_limit_is_known_and_some_days_and_one_from_a_day(cabinet, change):
    give_usual_deadlines(cabinet.body, date(2026, 6, 1))
    papers = cabinet.body.deadlines.get(code="papers_before_session")
    refused(f"UPDATE meetings_deadline SET {change} WHERE id = %s", papers.pk)


def test_a_removed_day_has_who_removed_it(cabinet):
    calendar = cabinet.working_calendar(2020)
    refused(
        "UPDATE meetings_calendarday SET removed_at = '2020-01-01' WHERE calendar_id = %s",
        calendar.pk,
    )
