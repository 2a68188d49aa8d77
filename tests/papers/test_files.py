"""The file of a paper is served in pieces, kept nowhere, and only to those who see the item."""

import re

import pytest
from asgiref.sync import async_to_sync
from django.test import AsyncClient

from papers.http import wanted_range
from tests.papers import files


@pytest.fixture
def ask(signed_in, desk, cabinet):
    paper = desk.table()

    def asked(wanted=None, query="", person=None):
        headers = {"range": wanted} if wanted else {}
        client = signed_in(person or cabinet.finance)
        return client.get(f"/papers/{paper.pk}/file/{query}", headers=headers)

    asked.version = paper.current
    return asked


def test_a_piece_of_a_paper(ask):
    whole = files.stored(ask.version.view)

    answer = ask("bytes=10-19")

    assert answer.status_code == 206
    assert answer.content == whole[10:20]
    assert answer["Content-Range"] == f"bytes 10-19/{len(whole)}"
    assert answer["Accept-Ranges"] == "bytes"


def test_the_end_of_a_paper(ask):
    whole = files.stored(ask.version.view)

    assert ask("bytes=-7").content == whole[-7:]
    assert ask(f"bytes={len(whole) - 3}-").content == whole[-3:]


@pytest.mark.parametrize("wanted", ["bytes=99999999-", "bytes=9-3", "bytes=-0"])
def test_a_piece_that_is_not_there(ask, wanted):
    answer = ask(wanted)

    assert answer.status_code == 416
    assert answer["Content-Range"] == f"bytes */{ask.version.view.size}"


def test_no_piece_is_larger_than_a_mebibyte():
    asked = re.fullmatch(r"bytes=(\d*)-(\d*)", "bytes=5-")

    assert wanted_range(asked, 50_000_000) == (5, 5 + 1024 * 1024 - 1)


def test_the_whole_and_the_original(ask):
    view, original = ask(), ask(query="?original")

    assert b"".join(view) == files.stored(ask.version.view)
    assert b"".join(original) == files.stored(ask.version.original)
    assert original["Content-Disposition"].startswith("attachment; filename*=utf-8''T%E1%BB%9D")
    assert view["Content-Disposition"].startswith("inline")


def test_a_file_is_kept_nowhere_and_runs_nothing(ask):
    answer = ask("bytes=0-9")

    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/pdf"


def test_a_large_file_flows_piece_by_piece(desk, cabinet, monkeypatch):
    monkeypatch.setattr("papers.http.PIECE", 1000)
    version = desk.table().current
    visitor = AsyncClient()
    visitor.force_login(cabinet.finance)

    async def read():
        answer = await visitor.get(f"/papers/{version.paper_id}/file/")
        return [piece async for piece in answer.streaming_content]

    pieces = async_to_sync(read)()

    assert max(map(len, pieces)) == 1000
    assert b"".join(pieces) == files.stored(version.view)
