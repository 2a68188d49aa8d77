"""The papers are real documents, the archive is believable, and nothing is seeded in earnest."""

import io

import pikepdf
import pytest
from django.core.management import CommandError, call_command

from config.demo.archive import stories
from config.demo.printing import SHELF, papers_of, print_all
from people.models import Person


def test_it_is_refused_outside_the_demonstration(db, settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="demo mode"):
        call_command("seed_demo")
    assert not Person.objects.exists()


@pytest.mark.slow
def test_every_paper_is_printed_on_pages_with_its_letters_inside(demo):
    papers = [paper for folder in sorted(SHELF.iterdir()) for paper in papers_of(folder.name)]
    shelf = print_all(papers)

    assert len(papers) == 36
    for paper in papers:
        with pikepdf.open(io.BytesIO(shelf[paper].read_bytes())) as pdf:
            assert 2 <= len(pdf.pages) <= 6, paper
            assert all(is_embedded(font) for page in pdf.pages for font in fonts_of(page)), paper


def fonts_of(page):
    fonts = page.Resources.get("/Font", {})
    return [font for font in fonts.values() if font.Subtype == "/Type0"] or pytest.fail("no font")


def is_embedded(font):
    descriptor = font.DescendantFonts[0].FontDescriptor
    return "Tinos" in str(descriptor.FontName) and "/FontFile2" in descriptor


def test_the_archive_tells_of_two_years():
    days = [past.day for past in stories()]

    assert len(days) >= 24
    assert days == sorted(days)
    assert all(day.weekday() < 5 for day in days)
    assert all(sum(line.votes) in {0, 26} for past in stories() for line in past.lines)
