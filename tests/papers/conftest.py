"""A meeting in session with one open item and one restricted, and a paper under each."""

from functools import cache

import pytest

from papers.actions import table_paper
from papers.ingest.reading import read_pdf
from tests.papers import files


@cache
def read_once(content):
    """Read the same bytes once for all stories: an action only copies what was read."""
    return read_pdf(content, name="to-trinh.pdf")


class Desk:
    """The secretariat's desk on the day of a meeting."""

    def __init__(self, cabinet):

        self.cabinet = cabinet
        self.meeting = cabinet.convened("Dự toán ngân sách năm 2021")
        self.item = self.meeting.items.get(restricted=False)
        self.secret = cabinet.item(self.meeting, "Nhân sự cấp cao", restricted=True)
        cabinet.publish(self.meeting)
        self.secret.refresh_from_db()

    def table(self, item=None, title="Tờ trình", content=None, **facts):
        item = item or self.item
        file = read_once(content or files.good(text=title))
        return table_paper(self.cabinet.secretary, item, title=title, file=file, **facts)


@pytest.fixture
def desk(cabinet):
    return Desk(cabinet)


@pytest.fixture
def signed_in(client, desk, cabinet):
    """Return how to knock as somebody."""

    def knock(person):
        client.force_login(person)
        return client

    return knock
