"""From HTML to a PDF/A-3a file with tagged signature fields. Pure: the same words, the same bytes."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime

ATTACHMENT = "bien-ban.json"
ATTACHMENT_TITLE = "Dữ liệu biên bản (JSON)"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What goes to the press: a page written in HTML, its record, and the moment it is dated."""

    html: str
    record: bytes
    dated: datetime
    attachment: str = ATTACHMENT
    attachment_title: str = ATTACHMENT_TITLE


def print_sheet(sheet: Sheet) -> bytes:
    """Print the sheet with its record attached, packed so that signatures verify quickly."""
    from weasyprint import HTML, Attachment

    from minutes.pdf.fetcher import BASE, Locked
    from minutes.pdf.finisher import finish

    moment = sheet.dated.astimezone(UTC).replace(microsecond=0)
    attachment = Attachment(
        string=sheet.record.decode(),
        name=sheet.attachment,
        description=sheet.attachment_title,
        created=moment,
        modified=moment,
        relationship="Data",
    )
    document = HTML(string=sheet.html, base_url=BASE, url_fetcher=Locked())
    drawn = document.write_pdf(pdf_variant="pdf/a-3a", attachments=[attachment], finisher=finish)
    return _packed(drawn)


def _packed(pdf: bytes) -> bytes:
    """Spread the objects over streams of at most a hundred: pyHanko re-reads a stream per object."""
    import pikepdf

    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        file.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return packed.getvalue()


def print_stamp(html: str) -> bytes:
    """Print the one small page that becomes the visible part of a signature."""
    from weasyprint import HTML

    from minutes.pdf.fetcher import BASE, Locked

    drawn: bytes = HTML(string=html, base_url=BASE, url_fetcher=Locked()).write_pdf()
    return drawn
