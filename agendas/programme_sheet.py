"""The programme as a table for other programmes to read."""

import csv
import io
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from agendas.models import ProgrammeEntry
from agendas.programme import Cell, Month
from core.dates import moment
from meetings.models import Meeting

BYTE_ORDER_MARK = "\ufeff"  # spreadsheets take the text for UTF-8 by it
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheet_of(months: Iterable[Month]) -> str:
    """Return the programme as comma-separated values (RFC 4180)."""
    told = io.StringIO(newline="")
    writer = csv.writer(told)
    writer.writerow(
        [
            _("Month"), _("Body"), _("Session or matter"), _("Title"), _("Begins"),
            _("Sponsor"), _("Kind"), _("State"), _("Note"),
            _("Registered at"), _("After the limit"),
        ]
    )  # fmt: skip
    for month in months:
        for cell in month.cells:
            label = f"{month.first:%m/%Y}"
            writer.writerows([_safe(value) for value in row] for row in _rows(label, cell))
    return BYTE_ORDER_MARK + told.getvalue()


def _rows(label: str, cell: Cell) -> Iterator[list[str]]:
    for meeting in cell.sessions:
        yield [label, str(cell.body), *_session(meeting)]
    for entry in cell.entries:
        yield [label, str(cell.body), *_matter(entry)]


def _session(meeting: Meeting) -> list[str]:
    state = str(meeting.get_state_display())
    begins = moment(meeting.starts_at)
    return [_("Session"), meeting.title, begins, "", "", state, meeting.cancelled_for, "", ""]


def _matter(entry: ProgrammeEntry) -> list[str]:
    kind, state = str(entry.get_kind_display()), str(entry.get_state_display())
    note = entry.reason or entry.note
    late = _("yes") if entry.missed else ""
    said = [_("Matter"), entry.title, "", entry.agency.short_here, kind, state, note]
    return [*said, moment(entry.made_at), late]


def _safe(value: str) -> str:
    """Keep a spreadsheet from taking words for a formula."""
    return f"'{value}" if value.startswith(FORMULA) else value
