"""What a release of papers leaves behind: what waits, and what was laid under an item elsewhere."""

from datetime import timedelta

from django.utils import timezone

from agendas.actions import defer_item, restrict_item
from core.clock import at
from exchange.states import What
from papers.actions import table_paper
from papers.ingest.reading import read_pdf
from tests.cabinet import paper_pdf
from tests.exchange.conftest import Told


def named(ask, body):
    return [paper["name"] for paper in ask(f"{body}/papers/").json()["data"]]


def laid(cabinet, item, title):
    file = read_pdf(paper_pdf(text=title), name="khac.pdf")
    return table_paper(cabinet.secretary, item, title=title, file=file)


def test_a_paper_that_waits_for_the_chair_is_not_released(cabinet, ask, body):
    starts = timezone.now() + timedelta(days=30)
    told = Told(cabinet, starts_at=starts, ends_at=None)
    with at(starts - timedelta(hours=3)):
        late = laid(cabinet, told.budget, "Phụ lục đến muộn")
        assert late.current.is_waiting
        told.open(What.AGENDA)
        told.open(What.PAPERS)

        assert named(ask, body) == ["Tờ trình"]


def test_what_is_laid_under_a_restricted_item_elsewhere_is_not_released(cabinet, ask, body, told):
    after = defer_item(
        cabinet.secretary, told.budget, meeting=cabinet.meeting("Phiên sau"), reason="Chưa đủ"
    )
    after = restrict_item(cabinet.secretary, after)
    laid(cabinet, after, "Phương án kín")

    told.open(What.AGENDA)
    told.open(What.PAPERS)

    assert named(ask, body) == ["Tờ trình"]
