"""Many files one after the other: a fenced child for each, and one that dies takes nothing along."""

import os
import signal

import pytest

from core.errors import Refusal
from papers.errors import DamagedPdf, NotAPdf
from papers.ingest.many import Hand, Readers
from papers.ingest.reading import read_pdf
from tests.cabinet import paper_pdf


def test_files_are_read_in_order_and_as_they_are_read_one_by_one():
    first, second = paper_pdf(1, "Một"), paper_pdf(2, "Hai")

    with Readers() as readers:
        found = list(readers.read([("a.pdf", first), ("b.pdf", second), ("c.pdf", first)]))

    assert [len(file.boxes) for file in found] == [1, 2, 1]
    alone = read_pdf(second, name="b.pdf")
    for name in ("name", "sha256", "size", "boxes", "texts", "is_signed"):
        assert getattr(found[1], name) == getattr(alone, name)
    assert found[1].view.stat().st_size == alone.view.stat().st_size


def test_a_bad_file_is_refused_and_those_after_it_are_read():
    with Readers(hands=1) as readers:
        files = [("a.pdf", b"no"), ("b.pdf", b"%PDF-1.7 cut"), ("c.pdf", paper_pdf(1))]
        found = list(readers.read(files))

    assert [type(one) for one in found[:2]] == [NotAPdf, DamagedPdf]
    assert not isinstance(found[2], Refusal)


def test_a_hand_that_died_is_replaced(tmp_path):
    (tmp_path / "original.pdf").write_bytes(paper_pdf(1))
    hand = Hand()
    assert hand.read(tmp_path) == 0
    os.kill(hand._process.pid, signal.SIGKILL)
    hand._process.wait()

    assert hand.read(tmp_path) == 0
    hand.close()
    assert hand._process is None


def test_a_child_is_fenced_and_the_parent_is_not(tmp_path):
    """A folder that cannot be written to ends the child alone."""
    hand = Hand()
    assert hand.read(tmp_path / "nowhere") == 1
    (tmp_path / "original.pdf").write_bytes(paper_pdf(1))
    assert hand.read(tmp_path) == 0
    hand.close()


@pytest.mark.parametrize("count", [0, 1])
def test_few_files_are_no_matter(count):
    with Readers() as readers:
        assert len(list(readers.read([("a.pdf", paper_pdf(1))] * count))) == count
