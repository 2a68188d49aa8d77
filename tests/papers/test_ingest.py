"""An uploaded file is opened by a child that may die; the person reads a sentence."""

import os

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.utils import translation

from papers import errors
from papers.ingest import reading
from papers.ingest.reading import read_pdf
from tests.papers import files


def test_a_paper_is_measured_and_read():
    read = read_pdf(files.good(3), name="du-toan.pdf")

    assert len(read.boxes) == len(read.texts) == 3
    assert read.boxes[0] == [0.0, 0.0, 595.28, 841.89, 0]
    assert "dự toán ngân sách, trang 2." in read.texts[1]
    assert read.original.read_bytes() == files.good(3)
    assert read.has_text
    assert not read.is_signed


def test_reading_is_quick_enough_for_a_whole_session_of_papers():
    """Counted in the processor's time, so that a busy machine does not matter."""
    before = os.times()
    for _ in range(3):
        read_pdf(files.good(3))
    after = os.times()

    spent = after.children_user + after.children_system
    assert spent - before.children_user - before.children_system < 3 * 0.5


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"PK\x03\x04 a word processor's file", errors.NotAPdf),
        (b"<html>%PDF-1.7 hidden behind a page", errors.NotAPdf),
        (files.encrypted, errors.EncryptedPdf),
        (files.cut_short, errors.DamagedPdf),
        (files.scrambled, errors.DamagedPdf),
        (files.huge_page, errors.PageTooLarge),
        (lambda: files.blank(2_001), errors.TooManyPages),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(content, refusal):
    with pytest.raises(refusal) as told, translation.override("vi"):
        read_pdf(content() if callable(content) else content)

    assert told.value.status == 422
    assert told.value.sentence.endswith(".")


def test_a_bomb_dies_alone():
    with pytest.raises(errors.TooComplex):
        read_pdf(files.bomb())


def test_a_child_that_does_not_end_is_killed(monkeypatch):
    monkeypatch.setattr(reading, "LONGEST_WAIT", 0.01)

    with pytest.raises(errors.TooComplex):
        read_pdf(files.good())


def test_a_file_over_the_limit_is_refused_before_it_is_copied(settings):
    settings.MAX_UPLOAD_BYTES = 1024

    with pytest.raises(errors.TooLarge) as told:
        read_pdf(ContentFile(b"%PDF-" + b"0" * 2000))

    assert told.value.status == 413


def test_what_acts_is_taken_out_of_the_copy_and_left_in_the_original():
    read = read_pdf(files.armed())

    with pikepdf.open(read.view) as view, pikepdf.open(read.original) as original:
        assert "/OpenAction" in original.Root
        assert "/OpenAction" not in view.Root
        assert not view.attachments
        assert b"app.alert" not in read.view.read_bytes()


def test_a_paper_that_only_forbids_printing_is_taken():
    assert read_pdf(files.locked_against_printing()).has_text


def test_a_scan_is_known_to_have_no_text():
    assert not read_pdf(files.blank(2)).has_text


def test_fonts_from_before_unicode_are_noticed():
    assert read_pdf(files.typed_on_an_old_machine()).has_old_fonts
    assert not read_pdf(files.good()).has_old_fonts
