"""What an agenda that leaves the house tells of what is late, deferred or divided."""

from datetime import timedelta

from django.utils import timezone

from agendas.actions import defer_item
from core.clock import at
from exchange.sheets.akn import akoma_ntoso
from exchange.source import sheet_of
from papers.actions import table_paper, take_late_papers
from papers.ingest.reading import read_pdf
from tests.cabinet import paper_pdf


def test_what_waits_for_the_chair_is_in_no_public_form(cabinet):
    starts = timezone.now() + timedelta(days=30)
    meeting = cabinet.convened("Dự toán ngân sách", starts_at=starts, ends_at=None)
    file = read_pdf(paper_pdf(), name="to-trinh.pdf")
    with at(starts - timedelta(hours=3)):
        item = meeting.items.get()
        table_paper(cabinet.secretary, item, title="Phụ lục đến muộn", file=file)

        assert sheet_of(cabinet.secretary, meeting).lines[0].papers
        assert not sheet_of(cabinet.secretary, meeting, public=True).lines[0].papers
        take_late_papers(cabinet.chair, item)
        assert sheet_of(cabinet.secretary, meeting, public=True).lines[0].papers


def test_a_deferred_item_is_told_as_such_with_the_papers_that_lay_there(cabinet, meeting):
    item = meeting.items.get(restricted=False, position=1)
    after = defer_item(
        cabinet.secretary, item, meeting=cabinet.meeting("Phiên sau"), reason="Chưa đủ hồ sơ"
    )
    file = read_pdf(paper_pdf(text="Giải trình"), name="giai-trinh.pdf")
    table_paper(cabinet.secretary, after, title="Giải trình tiếp thu", file=file)

    line = sheet_of(cabinet.secretary, meeting).lines[0]

    assert line.note == "Chuyển phiên sau: Chưa đủ hồ sơ"
    assert [paper.title for paper in line.papers] == ["Tờ trình của Bộ Tài chính"]
    assert 'status="removed"' in akoma_ntoso(sheet_of(cabinet.health, meeting)).decode()


def test_an_item_lasts_as_long_as_its_sub_items_do(cabinet):
    meeting = cabinet.meeting()
    first = cabinet.item(meeting, "A", minutes=5)
    for title in ("B", "C"):
        cabinet.item(meeting, title, parent=first, minutes=20)
    cabinet.publish(meeting)

    lines = sheet_of(cabinet.secretary, meeting).lines

    assert [line.ends - lines[0].starts for line in lines] == [
        timedelta(minutes=minutes) for minutes in (40, 20, 40)
    ]
