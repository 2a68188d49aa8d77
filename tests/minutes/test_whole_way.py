"""From the journal to the archive."""

import subprocess

import pytest

from minutes.actions import finish_minutes
from minutes.files import fetch
from minutes.proof import verify

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_a_session_is_minuted_signed_and_sealed(cabinet, adjourned, tmp_path):
    archived = finish_minutes(adjourned)

    pdf = tmp_path / "minutes.pdf"
    pdf.write_bytes(fetch(archived.path))
    told = subprocess.run(["pdfsig", "-nocert", pdf], capture_output=True, text=True).stdout
    assert told.count("Signature is Valid.") == 2
    assert "Total document signed" in told
    assert subprocess.run(["qpdf", "--check", pdf], capture_output=True).returncode == 0
    chain = verify(archived, pdf.read_bytes())
    assert [str(s.sentence) for s in chain if not s.holds] == []
    adjourned.refresh_from_db()
    assert adjourned.state == "sealed"
    assert cabinet.heard(adjourned)[-6:] == [
        "minutes.drafted",
        "minutes.approved",
        "minutes.signed",
        "minutes.signed",
        "minutes.sealed",
        "meeting.sealed",
    ]


def test_every_font_of_the_document_is_embedded(adjourned, tmp_path):
    pdf = tmp_path / "minutes.pdf"
    pdf.write_bytes(fetch(finish_minutes(adjourned).path))
    rows = subprocess.run(["pdffonts", pdf], capture_output=True, text=True).stdout.splitlines()[2:]
    assert rows
    assert all(" yes yes yes " in row for row in rows)
