"""The agenda as PDF/A: the house's press, the decree's layout, the machine's form attached."""

from django.template.loader import render_to_string
from django.utils import timezone, translation

from exchange.sheets.akn import akoma_ntoso
from exchange.sheets.sheet import Sheet
from minutes.errors import Unprintable
from minutes.pdf.document import dress
from minutes.pdf.fonts import first_unprintable
from minutes.pdf.layout import layout_on
from minutes.workshop import print_pdf

ATTACHED = "chuong-trinh.xml"
ATTACHED_TITLE = "Chương trình phiên họp (Akoma Ntoso 3.0)"


def printed(sheet: Sheet) -> bytes:
    """Print the agenda; refuse letters that the document's fonts lack."""
    found = first_unprintable(sheet.texts())
    if found:
        where, letters = found
        raise Unprintable(where=where, letters=" ".join(letters[:10]))
    moment = sheet.published_at or sheet.changed_at
    attached = akoma_ntoso(sheet)
    return print_pdf(
        written(sheet), attached, dated=moment, attachment=ATTACHED, attachment_title=ATTACHED_TITLE
    )


def written(sheet: Sheet) -> str:
    """Write the page as the press wants it. The form is Vietnamese by law."""
    layout = layout_on(timezone.localdate(sheet.starts_at))
    with translation.override("vi"):
        return render_to_string("pdf/agenda.html", {"sheet": sheet, **dress(layout.key)})
