"""Doors through which an agenda leaves the house, for whoever may see it and as he or she sees it."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from exchange.sheets.akn import akoma_ntoso
from exchange.sheets.press import printed
from exchange.sheets.sheet import Sheet
from exchange.sheets.word import word_file
from exchange.source import sheet_of
from exchange.views.files import file_response
from meetings.models import Meeting
from meetings.policies import meetings_visible_to
from people.http import Request

Writer = Callable[[Sheet], bytes]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF, XML = "application/pdf", "application/akn+xml"


@require_safe
def pdf(request: Request, pk: int) -> HttpResponse:
    """Give the agenda as a PDF."""
    return _given(request, pk, printed, PDF, "pdf")


@require_safe
def word(request: Request, pk: int) -> HttpResponse:
    """Give the agenda for a word processor."""
    return _given(request, pk, word_file, WORD, "docx")


@require_safe
def xml(request: Request, pk: int) -> HttpResponse:
    """Give the agenda in Akoma Ntoso."""
    return _given(request, pk, akoma_ntoso, XML, "xml")


def seen_meeting(request: Request, pk: int) -> Meeting:
    """Return a meeting the person may see; any other is not found."""
    meetings = meetings_visible_to(request.user).select_related("body", "chair", "secretary")
    return get_object_or_404(meetings, pk=pk)


def _given(request: Request, pk: int, write: Writer, kind: str, ending: str) -> HttpResponse:
    """Write the agenda; with ``?public`` only what everybody at the meeting may see."""
    meeting = seen_meeting(request, pk)
    sheet = sheet_of(request.user, meeting, public="public" in request.GET)
    name = f"Chương trình {meeting.title}.{ending}"
    return file_response(write(sheet), kind, name, download=kind != PDF)
