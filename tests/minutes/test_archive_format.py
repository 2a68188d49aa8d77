"""The sealed file keeps PDF/A-3a and PDF/UA-1: asked of veraPDF, which needs a Java machine."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from minutes.actions import finish_minutes
from minutes.files import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def asked(*files):
    """Return what fails, by file and profile."""
    program = [sys.executable, str(Path(__file__).with_name("vera.py")), *map(str, files)]
    told = subprocess.run(program, capture_output=True, text=True, check=True).stdout
    lines = [json.loads(line) for line in told.splitlines() if line.startswith("{")]
    assert all(line["checks"] > 10 for line in lines)
    return {(Path(line["file"]).stem, line["profile"]): line["failed"] for line in lines}


def test_the_signed_file_keeps_the_archive_format(adjourned, tmp_path):
    """And a plain print of the same page does not: the judge is awake."""
    from weasyprint import HTML

    signed, plain = tmp_path / "signed.pdf", tmp_path / "plain.pdf"
    signed.write_bytes(fetch(finish_minutes(adjourned).path))
    plain.write_bytes(HTML(string="<p>Biên bản").write_pdf())

    failed = asked(signed, plain)

    assert failed["signed", "PDFA-3A"] == []
    assert failed["signed", "PDFUA-1"] == []
    assert failed["plain", "PDFA-3A"]
    assert failed["plain", "PDFUA-1"]
