"""What the database promises by itself, whatever the code does."""

import pytest
from django.db import IntegrityError, connection, transaction


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
