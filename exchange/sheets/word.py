"""The agenda for a word processor, in the same layout and with named styles."""

import io
from typing import Any

from django.utils import timezone, translation
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from core.dates import formal_day, formal_time
from exchange.sheets.sheet import Line, Sheet
from exchange.sheets.wordstyles import page
from minutes.pdf.layout import layout_on
from minutes.templatetags.minutes_words import ended, written_day

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
COLUMNS = (Mm(12), Mm(28), Mm(78), Mm(42))
CLOSED_COLUMNS = (Mm(12), Mm(106), Mm(42))
HEAD = ("TT", "Thời gian", "Nội dung", "Cơ quan trình, người báo cáo")
CLOSED_HEAD = (HEAD[0], HEAD[2], HEAD[3])
Node = Any


def word_file(sheet: Sheet) -> bytes:
    """Write the agenda as DOCX. The form is Vietnamese by law."""
    with translation.override("vi"):
        document = page(layout_on(timezone.localdate(sheet.starts_at)))
        _about(document, sheet)
        _head(document, sheet)
        _opening(document, sheet)
        _matters(document, sheet)
        _closing(document, sheet)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def _about(document: Node, sheet: Sheet) -> None:
    facts = document.core_properties
    facts.title, facts.author = f"Chương trình {sheet.title}", sheet.body
    facts.language, facts.comments = "vi-VN", ""
    facts.created = facts.modified = (sheet.published_at or sheet.changed_at).replace(tzinfo=None)


def _head(document: Node, sheet: Sheet) -> None:
    left, right = _grid(document, (Mm(58), Mm(102))).rows[0].cells
    if sheet.superior:
        _line(left, sheet.superior.upper(), "Cơ quan chủ quản")
    _line(left, sheet.body.upper(), "Cơ quan ban hành")
    _line(left, "_" * 9, "Cơ quan ban hành")
    _line(left, f"Số: ……/CTr-{sheet.symbol}", "Số văn bản")
    if sheet.is_draft:
        _line(left, "DỰ THẢO", "Cơ quan ban hành")
    if sheet.closed_lines:
        _line(left, "LƯU HÀNH HẠN CHẾ", "Cơ quan ban hành")
    _line(right, COUNTRY, "Quốc hiệu")
    _line(right, MOTTO, "Quốc hiệu").runs[0].underline = True
    _line(right, f"{sheet.issued_at}, {_dated(sheet)}", "Địa danh, ngày tháng")
    for cell in (left, right):
        empty = cell.paragraphs[0]._p
        empty.getparent().remove(empty)


def _dated(sheet: Sheet) -> str:
    if sheet.published_at:
        return written_day(sheet.published_at)
    return f"ngày …… tháng …… năm {timezone.localdate(sheet.starts_at).year}"


def _opening(document: Node, sheet: Sheet) -> None:
    document.add_paragraph("CHƯƠNG TRÌNH", "Title").paragraph_format.space_before = Pt(14)
    document.add_paragraph(sheet.title, "Subtitle")
    document.add_paragraph("_" * 16, "Subtitle").paragraph_format.space_after = Pt(6)
    ends = f" - {formal_time(sheet.ends_at)}" if sheet.ends_at else ""
    for word, told in (
        ("Thời gian", f"{formal_time(sheet.starts_at)}{ends}, {formal_day(sheet.starts_at)}"),
        ("Địa điểm", sheet.place),
        ("Chủ trì", sheet.chair.named if sheet.chair else ""),
        ("Thư ký", sheet.secretary.named),
    ):
        if not told:
            continue
        paragraph = document.add_paragraph(style="Body Text")
        paragraph.add_run(f"{word}: ").bold = True
        paragraph.add_run(f"{told}.")


def _matters(document: Node, sheet: Sheet) -> None:
    if not sheet.lines:
        document.add_paragraph("Chương trình chưa có nội dung.", "Body Text")
    else:
        document.add_paragraph("Nội dung:", "Heading 1")
        _table(document, HEAD, COLUMNS, [_cells(line) for line in sheet.lines], sheet.lines)
    if sheet.closed_lines:
        rows = [(one[0], one[2], one[3]) for one in map(_cells, sheet.closed_lines)]
        document.add_paragraph("Nội dung hạn chế:", "Heading 1")
        _table(document, CLOSED_HEAD, CLOSED_COLUMNS, rows, sheet.closed_lines)


def _cells(line: Line) -> tuple[str, str, str, str]:
    return (
        line.label,
        line.time,
        line.title,
        "\n".join(filter(None, (line.sponsor, line.rapporteur))),
    )


def _table(
    document: Node, head: tuple[str, ...], widths: tuple[Any, ...], rows: Any, lines: Any
) -> None:
    """Write a table whose head is repeated on every page and whose rows are not torn."""
    gap = document.add_paragraph(style="Ghi chú").paragraph_format
    gap.line_spacing, gap.keep_with_next = Pt(4), True
    table = _grid(document, widths, style="Table Grid")
    _fill(table.rows[0], head, "Đầu bảng")
    _flag(table.rows[0], "w:tblHeader")
    for cells, line in zip(rows, lines, strict=True):
        if line.heading:
            _heading(table.add_row(), line.heading)
        row = table.add_row()
        _widths(row, widths)
        _fill(row, cells, "Ô bảng")
        _flag(row, "w:cantSplit")
        _finish(row, line, has_time=len(cells) == len(HEAD))


def _heading(row: Node, heading: str) -> None:
    """Write a heading across the table, on the page of the row below it."""
    cell = row.cells[0].merge(row.cells[-1])
    cell.paragraphs[0].style = "Ô bảng"
    cell.paragraphs[0].add_run(heading).bold = True
    cell.paragraphs[0].paragraph_format.keep_with_next = True
    _flag(row, "w:cantSplit")


def _finish(row: Node, line: Line, *, has_time: bool) -> None:
    for cell in row.cells[: 1 + has_time]:
        cell.paragraphs[0].alignment = ALIGN.CENTER
    matter = row.cells[1 + has_time]
    matter.paragraphs[0].runs[0].font.strike = bool(line.gone) or None
    matter.add_paragraph(ended(line.note), "Ghi chú").paragraph_format.space_after = Pt(3)


def _closing(document: Node, sheet: Sheet) -> None:
    told = "Chương trình này chưa được công bố./."
    if sheet.version and sheet.published_at:
        moment = f"{formal_time(sheet.published_at)}, {written_day(sheet.published_at)}"
        told = f"Chương trình này là bản {sheet.version}, công bố lúc {moment}./."
    document.add_paragraph(told, "Body Text").paragraph_format.space_after = Pt(12)
    left, right = _grid(document, (Mm(80), Mm(80))).rows[0].cells
    left.paragraphs[0].style = "Nơi nhận, đầu"
    left.paragraphs[0].add_run("Nơi nhận:")
    last = sheet.recipients[-1]
    for one in sheet.recipients:
        _line(left, f"- {one}{'.' if one == last else ';'}", "Nơi nhận")
    right.paragraphs[0].style = "Người ký"
    right.paragraphs[0].add_run("THƯ KÝ PHIÊN HỌP")
    _line(right, sheet.secretary.name, "Người ký").paragraph_format.space_before = Pt(70)


def _grid(document: Node, widths: tuple[Any, ...], *, style: str | None = None) -> Node:
    table = document.add_table(rows=1, cols=len(widths), style=style)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    _widths(table.rows[0], widths)
    return table


def _widths(row: Node, widths: tuple[Any, ...]) -> None:
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = width


def _fill(row: Node, texts: tuple[str, ...], style: str) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        cell.paragraphs[0].style = style
        cell.paragraphs[0].add_run(text)


def _line(cell: Node, text: str, style: str) -> Node:
    return cell.add_paragraph(text, style)


def _flag(row: Node, name: str) -> None:
    flag = OxmlElement(name)
    flag.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(flag)
