"""From the journal to the archive."""

import subprocess

import pytest

from minutes.actions import finish_minutes
from minutes.files import fetch
from minutes.proof import verify


def tell(*command):
    """Return what a tool of the trade says of a file; it must not fail."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_a_session_is_minuted_signed_and_sealed(cabinet, adjourned, tmp_path):
    archived = finish_minutes(adjourned)

    pdf = tmp_path / "minutes.pdf"
    pdf.write_bytes(fetch(archived.path))
    told = tell("pdfsig", "-nocert", pdf)
    assert told.count("Signature is Valid.") == 2
    assert "Total document signed" in told
    assert "No syntax or stream encoding errors" in tell("qpdf", "--check", pdf)
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
    rows = tell("pdffonts", pdf).splitlines()[2:]
    assert rows
    assert all(" yes yes yes " in row for row in rows)
