"""How files leave the house: named, never sniffed, never cached, with their digest."""

import base64
import hashlib

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import get_valid_filename

SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


def pdf_response(pdf: bytes, *, name: str, download: bool = False) -> HttpResponse:
    """Send a PDF."""
    return _response(pdf, "application/pdf", f"{_tame(name)}.pdf", download)


def json_response(content: bytes, *, name: str) -> HttpResponse:
    """Send the record as it is attached to the document."""
    return _response(content, "application/json", f"{_tame(name)}.json", download=True)


def _response(content: bytes, kind: str, name: str, download: bool) -> HttpResponse:
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
    disposition = content_disposition_header(download, name) or "attachment"
    return HttpResponse(
        content,
        content_type=kind,
        headers={
            "Content-Disposition": disposition,
            "Content-Length": str(len(content)),
            "Content-Security-Policy": SANDBOX,
            "X-Content-Type-Options": "nosniff",
            "Repr-Digest": f"sha-256=:{digest}:",
        },
    )


def _tame(name: str) -> str:
    return get_valid_filename(name.replace("/", "-"))
