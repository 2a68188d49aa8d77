"""What the database promises of an agenda, whatever the code does."""

import pytest
from django.db import IntegrityError, connection, transaction

from agendas.actions import request_speech
from core.clock import now


def refused(sql, *values):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.fixture
def meeting(cabinet):
    return cabinet.in_session("A", "B")


def test_a_place_is_taken_once(meeting):
    refused(
        "UPDATE agendas_item SET position = 1 WHERE meeting_id = %s AND position = 2", meeting.pk
    )


def test_one_item_is_open(cabinet, meeting):
    cabinet.open_item(meeting)
    refused("UPDATE agendas_item SET state = 'open' WHERE meeting_id = %s", meeting.pk)


@pytest.mark.parametrize("column", ["state", "kind"])
def test_states_and_kinds_are_known(meeting, column):
    refused(f"UPDATE agendas_item SET {column} = 'other' WHERE meeting_id = %s", meeting.pk)


def test_one_speaks_at_a_time(cabinet, meeting):
    cabinet.open_item(meeting)
    for person in (cabinet.finance, cabinet.health):
        request_speech(person, meeting)
    refused("UPDATE agendas_speech SET state = 'speaking'")


def test_one_asks_once(cabinet, meeting):
    cabinet.open_item(meeting)
    first, second = (request_speech(p, meeting) for p in (cabinet.finance, cabinet.health))
    refused(
        "UPDATE agendas_speech SET participant_id = %s WHERE id = %s",
        *(first.participant_id, second.pk),
    )


def test_the_clock_runs_or_stands(cabinet, meeting):
    cabinet.open_item(meeting)
    refused("UPDATE agendas_timer SET left_seconds = 5")


def test_a_number_is_given_once_to_what_is_published(cabinet, meeting):
    refused("UPDATE agendas_item SET number = 1 WHERE meeting_id = %s AND number = 2", meeting.pk)
    unseen = cabinet.item(meeting, "C")
    refused("UPDATE agendas_item SET number = 3 WHERE id = %s", unseen.pk)


def test_what_waits_is_not_published_and_what_is_refused_is_gone(cabinet, meeting):
    unseen = cabinet.item(meeting, "C")
    refused("UPDATE agendas_item SET late_refused_at = %s WHERE id = %s", now(), unseen.pk)
    refused(
        "UPDATE agendas_item SET late_at = %s WHERE meeting_id = %s AND number = 1",
        now(),
        meeting.pk,
    )
    refused(
        "UPDATE agendas_item SET late_at = %s, late_refused_at = %s WHERE id = %s",
        now(),
        now(),
        unseen.pk,
    )


def test_a_paper_is_refused_for_a_reason_when_it_is_late(cabinet, meeting):
    from papers.actions import table_paper
    from papers.ingest.reading import read_pdf
    from tests.papers import files

    file = read_pdf(files.good(text="Tờ trình"), name="to-trinh.pdf")
    table_paper(cabinet.secretary, meeting.items.first(), title="Tờ trình", file=file)
    refused("UPDATE papers_paperversion SET late_refused_at = %s, late_refused_for = 'x'", now())
    refused("UPDATE papers_paperversion SET late_at = %s, late_refused_at = %s", now(), now())
    refused("UPDATE papers_paperversion SET late_refused_for = 'x'")
