"""The page and the named styles of a Vietnamese official document, for a word processor."""

from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from minutes.pdf.layout import Layout

FAMILY = "Times New Roman"  # the decree's; Tinos has the same measures
NOT_OURS = ("w:color", "w:spacing", "w:kern")  # what the built-in styles bring along
Node = Any


def page(layout: Layout) -> Node:
    """Open an empty document of that layout; its pages are numbered from the second on."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(layout.margin_top), Mm(layout.margin_bottom)
    section.left_margin, section.right_margin = Mm(layout.margin_left), Mm(layout.margin_right)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    _field(number, "PAGE")
    _styles(document, layout)
    return document


def _styles(document: Node, layout: Layout) -> None:
    """Name every kind of paragraph once; the text itself carries no formatting of its own."""
    normal = document.styles["Normal"]
    _font(normal, layout.text_size)
    normal.paragraph_format.space_after = Pt(0)
    text = _style(document, "Body Text", layout.text_size).paragraph_format
    text.alignment, text.line_spacing = ALIGN.JUSTIFY, layout.line_height
    text.first_line_indent = Mm(layout.first_line)
    text.space_before = Pt(layout.paragraph_gap)
    _centred(document, layout)
    heading = _style(document, "Heading 1", layout.text_size, bold=True).paragraph_format
    heading.first_line_indent = Mm(layout.first_line)
    heading.space_before, heading.keep_with_next = Pt(layout.paragraph_gap), True
    _of_tables(document)


def _centred(document: Node, layout: Layout) -> None:
    """Name the parts of the head of a document."""
    for name, size, bold, italic in (
        ("Title", layout.title_size, True, False),
        ("Subtitle", layout.abstract_size, True, False),
        ("Quốc hiệu", layout.state_size, True, False),
        ("Cơ quan chủ quản", layout.body_name_size, False, False),
        ("Cơ quan ban hành", layout.body_name_size, True, False),
        ("Số văn bản", layout.number_size, False, False),
        ("Địa danh, ngày tháng", layout.number_size, False, True),
        ("Người ký", layout.signer_size, True, False),
    ):
        style = _style(document, name, size, bold=bold, italic=italic)
        style.paragraph_format.alignment = ALIGN.CENTER


def _of_tables(document: Node) -> None:
    """Name what stands in tables and below them."""
    for name, size, italic in (
        ("Ô bảng", 13, False),
        ("Ghi chú", 12, True),
        ("Nơi nhận", 11, False),
    ):
        _style(document, name, size, italic=italic)
    document.styles["Ô bảng"].paragraph_format.space_before = Pt(3)
    head = _style(document, "Đầu bảng", 13, bold=True).paragraph_format
    head.alignment, head.keep_with_next = ALIGN.CENTER, True
    _style(document, "Nơi nhận, đầu", 12, bold=True, italic=True)


def _style(
    document: Node, name: str, size: float, *, bold: bool = False, italic: bool = False
) -> Node:
    known = {style.name for style in document.styles}
    add = document.styles.add_style
    style = document.styles[name] if name in known else add(name, WD_STYLE_TYPE.PARAGRAPH)
    _font(style, size, bold=bold, italic=italic)
    form = style.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing = 1.15
    frame = style.element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
    if frame is not None:
        frame.getparent().remove(frame)
    return style


def _font(style: Node, size: float, *, bold: bool = False, italic: bool = False) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = FAMILY, Pt(size), bold, italic
    font.color.rgb = None
    properties = style.element.get_or_add_rPr()
    foreign = [node for name in NOT_OURS for node in properties.findall(qn(name))]
    for node in foreign:
        properties.remove(node)
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FAMILY)


def _field(paragraph: Node, what: str) -> None:
    """Write a field that the word processor works out, such as the number of the page."""
    for kind, text in (("begin", ""), ("", what), ("end", "")):
        run = paragraph.add_run()
        node = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            node.set(qn("w:fldCharType"), kind)
        else:
            node.text = text
        run._r.append(node)
