"""The journal: numbered without gaps, chained, and closed to every eraser."""

import contextlib
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, connection, transaction

from core.clock import at
from realtime.journal import announce, canonical, read, verify
from realtime.models import Entry, Room
from tests.realtime.parlour.rooms import Said

KEY = "parlour.7"


def say(text, actor=None, parlour=7):
    with transaction.atomic():
        return announce(Said(meeting_id=parlour, text=text), actor=actor)


def raw(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def unguarded(statement, *values):
    """Do what only the owner of the tables can: take the guards down, tamper, put them up."""
    from tests.flushing import migration

    for one in migration.no_guards(connection.vendor):
        raw(one)
    raw(statement, *values)
    for one in migration.guards(connection.vendor):
        raw(one)


@pytest.mark.django_db
def test_entries_are_numbered_and_chained(person):
    an = person()
    first, second = say("một", an), say("hai")
    other = say("một", parlour=8)

    assert [(e.number, e.name, e.facts, e.actor) for e in read(KEY)] == [
        (1, "word.said", {"text": "một"}, an),
        (2, "word.said", {"text": "hai"}, None),
    ]
    assert (first.prev_hash, second.prev_hash, other.number) == ("", first.hash, 1)
    assert [entry.number for entry in read(KEY, after=1)] == [2]
    assert verify(KEY) is None


@pytest.mark.django_db
def test_an_announcement_outside_a_deed_is_a_mistake(transactional_db):
    with pytest.raises(transaction.TransactionManagementError):
        announce(Said(meeting_id=7, text="một"), actor=None)


@pytest.mark.django_db
def test_a_deed_undone_leaves_no_gap():
    say("một")
    with contextlib.suppress(ZeroDivisionError), transaction.atomic():
        assert say("hai").number / 0
    assert say("ba").number == 2
    assert verify(KEY) is None


@pytest.mark.django_db
def test_the_moment_told_is_the_story_s():
    moment = datetime(2020, 3, 3, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    with at(moment):
        assert say("một").at == moment
    assert verify(KEY) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("name", "word.unsaid"),
        ("facts", '{"text":"khác"}'),
        ("at", "2001-01-01 00:00:00+00:00"),
        ("actor_id", None),
        ("hash", "0" * 64),
        ("prev_hash", "0" * 64),
    ],
)
def test_a_changed_entry_is_found(person, column, value):
    for text in ("một", "hai", "ba"):
        say(text, person())
    unguarded(f"UPDATE realtime_entry SET {column} = %s WHERE number = 2", value)
    assert verify(KEY) == 2


@pytest.mark.django_db
@pytest.mark.parametrize(("number", "found"), [(1, 1), (2, 2), (3, 3)])
def test_a_missing_entry_is_found_even_the_last(number, found):
    for text in ("một", "hai", "ba"):
        say(text)
    unguarded("DELETE FROM realtime_entry WHERE number = %s", number)
    assert verify(KEY) == found


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement", ["UPDATE realtime_entry SET name = 'x'", "DELETE FROM realtime_entry"]
)
def test_the_database_refuses_to_change_the_journal(statement):
    say("một")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        raw(statement)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.update(name="x")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.all().delete()
    assert verify(KEY) is None


@pytest.mark.django_db(transaction=True)
def test_postgresql_refuses_to_truncate_the_journal():
    say("một")
    if connection.vendor == "postgresql":
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            raw("TRUNCATE realtime_entry CASCADE")
    assert read(KEY).count() == 1


@pytest.mark.django_db(transaction=True)
def test_many_speak_at_once_and_the_numbers_have_no_gap():
    def speak(n):
        try:
            return say(f"{n}").number
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        numbers = list(threads.map(speak, range(40)))

    assert sorted(numbers) == list(range(1, 41))
    assert Room.objects.get(key=KEY).last_number == 40
    assert verify(KEY) is None


def test_canonical_json_has_one_way_of_being_written():
    composed, decomposed = "Hoà", "Hoà"
    assert canonical({"b": [1, None, True], "a": composed}) == canonical(
        {"a": decomposed, "b": (1, None, True)}
    )
    for doubtful in (1.5, {1, 2}, object()):
        with pytest.raises(TypeError):
            canonical({"x": doubtful})
