"""A sealed file proves itself; a forged one does not."""

import pytest
from django.db import connection

from meetings.events import MeetingChanged
from minutes.actions import finish_minutes
from minutes.files import fetch
from minutes.proof import about_file, verify
from realtime.journal import announce
from realtime.models import Entry
from tests.minutes import forging

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def archived(adjourned):
    return finish_minutes(adjourned)


def broken(statements):
    """Return the keys of the statements that do not hold."""
    return {statement.key for statement in statements if not statement.holds}


def test_an_untouched_file_proves_itself(archived):
    chain = verify(archived, fetch(archived.path))

    assert broken(chain) == set()
    assert len(chain) == 11


def test_a_signature_names_its_certificate_in_no_language(archived):
    signed = {s.key: s.detail for s in verify(archived, fetch(archived.path))}

    assert signed["signed_chair"].startswith("UID=")
    assert ", title=Thủ tướng" in signed["signed_chair"]
    assert signed["signed_chair"].endswith(", C=VN")


def test_no_forgery_stands(archived, tmp_path):
    """Each is seen in the file itself, even by somebody who does not know its hash."""
    pdf = fetch(archived.path)
    elsewhere = tmp_path / "elsewhere"
    forgeries = {
        "flipped page": (forging.flipped_page(pdf), {"signed_secretary", "signed_chair"}),
        "flipped signature": (forging.flipped_signature(pdf), {"signed_chair"}),
        "flipped certificate": (forging.flipped_certificate(pdf), {"trusted"}),
        "added bytes": (forging.added_bytes(pdf), {"closed"}),
        "changed title": (forging.changed_title(pdf), {"closed", "titled"}),
        "rewritten": (forging.rewritten(pdf), {"signed_secretary", "signed_chair"}),
        "rolled back": (forging.rolled_back(pdf), {"signed_chair", "complete"}),
        "replaced record": (forging.replaced_record(pdf), {"closed", "unchanged", "recorded"}),
        "added note": (forging.added_note(pdf), {"closed", "unchanged"}),
        "stranger": (forging.signed_by_a_stranger(pdf, elsewhere), {"complete", "trusted"}),
        "false name": (forging.signed_in_a_false_name(pdf, elsewhere), {"trusted", "signed_chair"}),
        "no document": (b"%PDF-1.7 nothing", {"readable"}),
        "empty": (b"", {"readable"}),
    }
    seen = {name: broken(about_file(archived.minutes, pdf)) for name, (pdf, _) in forgeries.items()}

    missed = {name: wanted - seen[name] for name, (_, wanted) in forgeries.items()}
    assert not any(missed.values()), seen
    assert all("same" in broken(verify(archived, pdf)) for pdf, _ in forgeries.values())


def test_a_print_nobody_signed_is_no_minutes(archived):
    archived.minutes.printed.open("rb")
    pdf = archived.minutes.printed.read()
    archived.minutes.printed.close()

    assert {"closed", "complete", "signed_chair"} <= broken(about_file(archived.minutes, pdf))


def test_a_changed_journal_is_seen(archived):
    pdf = fetch(archived.path)
    entry = Entry.objects.filter(name="vote.closed").get()
    facts = {**entry.facts, "sentence": "Không thông qua."}
    with connection.cursor() as cursor:
        for trigger in ("realtime_entry_no_update", "realtime_entry_no_change"):
            on = "" if connection.vendor == "sqlite" else " ON realtime_entry"
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger}{on}")
    Entry.objects.filter(pk=entry.pk).update(facts=facts)

    assert broken(verify(archived, pdf)) == {"journal"}


def test_an_entry_written_after_the_seal_is_seen(archived, cabinet):
    late = MeetingChanged(meeting_id=archived.minutes.meeting_id, changes={"title": ["a", "b"]})
    announce(late, actor=cabinet.secretary)

    assert broken(verify(archived, fetch(archived.path))) == {"head"}
