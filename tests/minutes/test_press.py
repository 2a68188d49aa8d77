"""The printed document: reproducible, locked in, and refused where letters are missing."""

import json
from datetime import UTC, datetime

import pikepdf
import pytest

from minutes.actions import approve_minutes, draft_minutes, edit_block, print_minutes
from minutes.errors import NotPrinted, Unprintable, WorkshopBusy
from minutes.pdf.fonts import missing
from minutes.pdf.layout import LAYOUTS, layout_on
from minutes.record import written_out
from minutes.workshop import pool, print_pdf

NOON = datetime(2020, 2, 6, 5, tzinfo=UTC)


def page(body):
    return f'<html lang="vi"><head><title>x</title></head><body>{body}</body></html>'


def test_the_same_words_give_the_same_bytes():
    once, twice = (print_pdf(page("<p>Biên bản"), b"{}", dated=NOON) for _time in range(2))

    assert once == twice


@pytest.mark.parametrize(
    "body",
    [
        '<link rel="attachment" href="file:///etc/hostname">',
        '<img alt="x" src="file:///etc/hostname">',
        '<img alt="x" src="http://127.0.0.1:1/x.png">',
        '<style>@import "file:///etc/hostname";</style>',
    ],
)
def test_the_press_reads_nothing_but_its_fonts(body):
    with pytest.raises(NotPrinted):
        print_pdf(page(body), b"{}", dated=NOON)


def test_a_job_has_a_limit_and_the_next_one_is_done(settings):
    hands = pool.Pool(1)
    with pytest.raises(pool.Unfinished):
        hands.do("warm", limit=0.01)

    assert hands.do("print", limit=60, html=page("<p>x"), record=b"{}", dated=NOON.isoformat())
    hands.close()


def test_a_busy_workshop_says_so(monkeypatch):
    monkeypatch.setattr("minutes.workshop.WAIT_SECONDS", 0.001)

    with pytest.raises(WorkshopBusy):
        print_pdf(page("<p>x" * 2000), b"{}", dated=NOON)


def test_every_vietnamese_letter_can_be_printed():
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    marks = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    vowels = "aăâeêioôơuưy"
    text = (
        letters + letters.upper() + "".join(v + m for v in vowels + vowels.upper() for m in marks)
    )

    assert missing(text) == ""
    assert missing("日本") == "日本"


@pytest.mark.django_db
def test_words_the_fonts_lack_are_refused_by_name(cabinet, adjourned):
    minutes = draft_minutes(cabinet.secretary, adjourned)
    block = minutes.blocks.get(kind="item")
    edit_block(cabinet.secretary, block, text="Đồng ý ✅ với 日本.")

    with pytest.raises(Unprintable) as refused:
        approve_minutes(cabinet.secretary, minutes)
    assert block.facts["title"] in refused.value.sentence
    assert "日" in refused.value.sentence
    minutes.refresh_from_db()
    assert minutes.is_draft


@pytest.mark.django_db
def test_the_record_is_attached_to_the_document(cabinet, adjourned):
    minutes = approve_minutes(cabinet.secretary, draft_minutes(cabinet.secretary, adjourned))

    pdf = print_minutes(minutes)

    assert print_minutes(minutes) == pdf
    with minutes.printed.open("rb") as stored, pikepdf.open(stored) as file:
        attached = file.attachments["bien-ban.json"].get_file().read_bytes()
        fields = [str(field.T) for field in file.Root.AcroForm.Fields]
        xmp = file.Root.Metadata.read_bytes()
    assert attached == written_out(minutes.record)
    assert json.loads(attached)["number"] == "01"
    assert fields == ["sig-secretary", "sig-chair"]
    assert b"pdfuaid:part" in xmp
    assert b'pdfaid:conformance="A"' in xmp


def test_layouts_hold_from_a_day_on():
    assert layout_on(LAYOUTS[-1].starts) == LAYOUTS[-1]
    assert layout_on(NOON.date().replace(year=1990)) == LAYOUTS[0]
