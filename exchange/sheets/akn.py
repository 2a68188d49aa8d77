"""The agenda in Akoma Ntoso 3.0 (OASIS LegalDocML): a ``doc`` by the name of agenda."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from lxml import etree

from exchange.sheets.sheet import Line, Officer, Sheet

SPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
HOUSE = "#nghisu"
LANGUAGE = "vie"
Node = Any


def akoma_ntoso(sheet: Sheet) -> bytes:
    """Write the agenda as XML, valid against the strict schema."""
    root = etree.Element(f"{{{SPACE}}}akomaNtoso", nsmap={None: SPACE})
    doc = _add(root, "doc", name="agenda")
    _meta(doc, sheet)
    _preface(doc, sheet)
    body = _add(doc, "mainBody")
    _items(body, sheet)
    if not sheet.all_lines:
        _add(body, "p", "Chương trình chưa có nội dung.")
    _conclusions(doc, sheet)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _meta(doc: Node, sheet: Sheet) -> None:
    meta = _add(doc, "meta")
    identification = _add(meta, "identification", source=HOUSE)
    work = f"/akn/vn/doc/agenda/{_day(sheet.starts_at)}/{sheet.body_key}-{sheet.meeting_key}"
    expression = f"{work}/{LANGUAGE}@{_day(sheet.published_at or sheet.changed_at)}"
    _level(identification, "FRBRWork", work, sheet.starts_at, "sitting")
    for level, uri in (("FRBRExpression", expression), ("FRBRManifestation", f"{expression}.xml")):
        _level(identification, level, uri, sheet.published_at or sheet.changed_at, "issued")
    _references(meta, sheet)


def _level(parent: Node, name: str, uri: str, moment: datetime, what: str) -> None:
    """Write one level of FRBR with the elements the schema wants, in their order."""
    level = _add(parent, name)
    _add(level, "FRBRthis", value=f"{uri}/!main")
    _add(level, "FRBRuri", value=uri)
    _add(level, "FRBRdate", date=_day(moment), name=what)
    _add(level, "FRBRauthor", href="#body", **{"as": "#author"})
    if name == "FRBRWork":
        _add(level, "FRBRcountry", value="vn")
    if name == "FRBRExpression":
        _add(level, "FRBRlanguage", language=LANGUAGE)


def _references(meta: Node, sheet: Sheet) -> None:
    known = _add(meta, "references", source=HOUSE)
    _known(known, "TLCOrganization", "nghisu", "/ontology/organization/nghisu", "Nghị Sự")
    _known(known, "TLCOrganization", "body", f"/ontology/body/{sheet.body_key}", sheet.body)
    agencies = {one.sponsor_key: one.sponsor for one in sheet.all_lines if one.sponsor_key}
    for key, name in agencies.items():
        _known(known, "TLCOrganization", f"agency-{key}", f"/ontology/agency/{key}", name)
    for role, officer in sheet.officers.items():
        _person(known, role, officer)
    for role, name in (
        ("author", "Cơ quan ban hành"),
        ("presides", "Chủ trì"),
        ("records", "Thư ký"),
    ):
        _known(known, "TLCRole", role, f"/ontology/role/{role}", name)


def _person(parent: Node, key: str, officer: Officer) -> None:
    _known(parent, "TLCPerson", key, f"/ontology/person/{officer.key}", officer.name)


def _known(parent: Node, kind: str, key: str, href: str, name: str) -> None:
    _add(parent, kind, eId=key, href=href, showAs=name)


def _preface(doc: Node, sheet: Sheet) -> None:
    preface = _add(doc, "preface")
    title = _add(preface, "p")
    _add(title, "docType", "Chương trình")
    _add(title, "docTitle", sheet.title)
    moment = _add(preface, "p", "Thời gian: ")
    local = timezone.localtime(sheet.starts_at)
    _add(moment, "docDate", f"{local:%H:%M, %d/%m/%Y}", date=_day(sheet.starts_at))
    place = _add(preface, "p", "Địa điểm: ")
    _add(place, "location", sheet.place, refersTo="#body")
    if sheet.chair:
        _officer(preface, "Chủ trì: ", "chair", "presides", sheet.chair)
    _officer(preface, "Thư ký: ", "secretary", "records", sheet.secretary)


def _officer(preface: Node, word: str, key: str, role: str, officer: Officer) -> None:
    line = _add(preface, "p", word)
    _add(line, "person", officer.named, refersTo=f"#{key}", **{"as": f"#{role}"})


def _items(body: Node, sheet: Sheet) -> None:
    """Write the items under their headings, the restricted ones behind them."""
    under, headings = body, 0
    for line in sheet.lines:
        if line.heading:
            headings += 1
            under = _add(body, "hcontainer", name="section", eId=f"section_{headings}")
            _add(under, "heading", line.heading)
        _item(under, line)
    for line in sheet.closed_lines:
        _item(body, line)


def _item(body: Node, line: Line) -> None:
    key = f"item_{line.label}"
    attributes = {"status": "removed"} if line.gone else {}
    item = _add(body, "hcontainer", name="item", eId=key, **attributes)
    _add(item, "num", line.label)
    _add(item, "heading", line.title)
    content = _add(item, "content", eId=f"{key}__content")
    for text in _words(line):
        _add(content, "p", text)
    if line.sponsor:
        sponsor = _add(content, "p", "Cơ quan trình: ")
        _add(sponsor, "organization", line.sponsor, refersTo=f"#agency-{line.sponsor_key}")


def _words(line: Line) -> list[str]:
    told = [line.kind, line.time and f"Thời gian: {line.time}"]
    told.append(line.rapporteur and f"Người báo cáo: {line.rapporteur}")
    told += [f"Tài liệu: {paper.title}" for paper in line.papers]
    if line.gone:
        told.append(line.note)
    return [text for text in told if text]


def _conclusions(doc: Node, sheet: Sheet) -> None:
    conclusions = _add(doc, "conclusions")
    line = _add(conclusions, "p")
    _add(line, "person", sheet.secretary.name, refersTo="#secretary", **{"as": "#records"})


def _day(moment: datetime) -> str:
    return timezone.localdate(moment).isoformat()


def _add(parent: Node, tag: str, text: str = "", /, **attributes: str) -> Node:
    node = etree.SubElement(parent, f"{{{SPACE}}}{tag}", attributes)
    node.text = _plain(text) or None
    return node


def _plain(text: str) -> str:
    """Leave out the control characters that XML 1.0 does not have."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")
