"""A set of OParl files as a city or a government would give it: made up, the same every time."""

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

HOME = "https://hop.example.vn/oparl/v1.1/"
SCHEMA = "https://schema.oparl.org/1.1/"
HANOI = timezone(timedelta(hours=7))
FIRST = datetime(2012, 1, 10, 8, 0, tzinfo=HANOI)
PER_FILE = 100
Thing = dict[str, Any]


def write_set(
    folder: Path, *, meetings: int = 350, items: int = 5000, papers: int = 2000, persons: int = 40
) -> None:
    """Write so many meetings, items and papers with their files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "files").mkdir(exist_ok=True)
    _write(folder, "system", [thing("System", "", oparlVersion=SCHEMA, body=f"{HOME}bodies/")])
    people = [_person(number) for number in range(persons)]
    _write(folder, "organization", [_organization(number) for number in range(20)])
    _write(folder, "person", people)
    _write(folder, "meeting", [_meeting(n, meetings, items, persons) for n in range(meetings)])
    _write(folder, "paper", [_paper(n, papers, items) for n in range(papers)])
    for number in range(papers):
        (folder / "files" / f"{number}.pdf").write_bytes(pdf(f"To trinh so {number + 1}"))


def thing(kind: str, path: str, **facts: Any) -> Thing:
    moment = FIRST.isoformat()
    frame = {"id": f"{HOME}{path}", "type": f"{SCHEMA}{kind}"}
    return {**frame, **facts, "created": moment, "modified": moment}


def pdf(text: str) -> bytes:
    """Write a small whole PDF with one line of text."""
    drawn = f"BT /F1 14 Tf 72 760 Td ({text}) Tj ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(parts) + 1, table)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(out))
    return out + head + tail


def _organization(number: int) -> Thing:
    name = f"Bộ và cơ quan số {number + 1}"
    return thing("Organization", f"organization/{number}", name=name, shortName=f"B{number + 1}")


def _person(number: int) -> Thing:
    seat = thing(
        "Membership",
        f"membership/{number}",
        organization=f"{HOME}organization/{number % 20}",
        role="Thành viên",
        votingRight=True,
        startDate="2011-06-01",
        endDate="2016-05-31",
    )
    name = f"Nguyễn Văn Thành Viên {number + 1}"
    return thing("Person", f"person/{number}", name=name, membership=[seat])


def _meeting(number: int, meetings: int, items: int, persons: int) -> Thing:
    start = FIRST + timedelta(days=10 * number)
    own = range(items * number // meetings, items * (number + 1) // meetings)
    return thing(
        "Meeting",
        f"meeting/{number}",
        name=f"Phiên họp thứ {number + 1}",
        meetingState="durchgeführt",
        start=start.isoformat(),
        end=(start + timedelta(hours=4)).isoformat(),
        location=thing("Location", f"location/{number}", description="Trụ sở, Hà Nội"),
        participant=[f"{HOME}person/{one}" for one in range(0, persons, 2)],
        agendaItem=[_item(one, order) for order, one in enumerate(own, start=1)],
    )


def _item(number: int, order: int) -> Thing:
    return thing(
        "AgendaItem",
        f"agendaitem/{number}",
        order=order * 10,
        number=str(order),
        name=f"Nội dung thứ {number + 1}: dự án, đề án trình phiên họp xem xét, cho ý kiến",
        public=number % 50 != 0,
        resolutionText="Thông qua. Giao cơ quan trình hoàn thiện, ban hành.",
    )


def _paper(number: int, papers: int, items: int) -> Thing:
    address = f"{HOME}files/{number}.pdf"
    file = thing(
        "File", f"file/{number}", name="Tờ trình", accessUrl=address, mimeType="application/pdf"
    )
    item = f"{HOME}agendaitem/{items * number // papers}"
    consultation = thing("Consultation", f"consultation/{number}", agendaItem=item)
    return thing(
        "Paper",
        f"paper/{number}",
        name=f"Tờ trình số {number + 1}/TTr",
        reference=f"{number + 1}/TTr",
        date="2012-01-05",
        paperType="Tờ trình",
        mainFile=file,
        consultation=[consultation],
    )


def _write(folder: Path, name: str, things: list[Thing]) -> None:
    for start in range(0, len(things), PER_FILE):
        part = {"data": things[start : start + PER_FILE], "pagination": {}, "links": {}}
        path = folder / f"{name}-{start // PER_FILE + 1:03d}.json"
        path.write_text(json.dumps(part, ensure_ascii=False), encoding="utf-8")
