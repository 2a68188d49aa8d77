"""Serving a stored PDF in ranges: never more than a piece of it in memory."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator

from django.core.files.storage import Storage
from django.core.handlers.asgi import ASGIRequest
from django.db.models.fields.files import FieldFile
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

PIECE = 1024 * 1024
RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")
full_downloads = asyncio.Semaphore(4)
HEADERS = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


def serve_file(
    request: HttpRequest, stored: FieldFile, *, name: str, is_download: bool = False
) -> HttpResponseBase:
    """Answer with a piece of at most 1 MiB when a range is asked for, else with the whole."""
    size = stored.size
    asked = RANGE.fullmatch(request.headers.get("Range", "").strip())
    response = _ranged(stored, size, asked) if asked else _whole(request, stored, size)
    for header, value in HEADERS.items():
        response.headers[header] = value
    disposition = content_disposition_header(is_download, name)
    response.headers["Content-Disposition"] = disposition or "inline"
    return response


def wanted_range(asked: re.Match[str], size: int) -> tuple[int, int] | None:
    """Return first and last byte of the range, at most a piece of it; None when there is none."""
    first, last = asked.groups()
    if not first:
        start, end = max(size - int(last or 0), 0), size - 1
    else:
        start, end = int(first), min(int(last or size), size - 1)
    if start > end or start >= size:
        return None
    return start, min(end, start + PIECE - 1)


def _ranged(stored: FieldFile, size: int, asked: re.Match[str]) -> HttpResponse:
    found = wanted_range(asked, size)
    if found is None:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    start, end = found
    with stored.open("rb") as file:
        file.seek(start)
        body = file.read(end - start + 1)
    headers = {"Content-Range": f"bytes {start}-{end}/{size}"}
    return HttpResponse(body, status=206, headers=headers, content_type="application/pdf")


def _whole(request: HttpRequest, stored: FieldFile, size: int) -> HttpResponseBase:
    """Stream the file piece by piece, in the way the server at hand can."""
    headers = {"Content-Length": str(size)}
    is_async = isinstance(request, ASGIRequest)
    body = _slowly(stored.storage, str(stored.name)) if is_async else _pieces(stored)
    return StreamingHttpResponse(body, headers=headers, content_type="application/pdf")


def _pieces(stored: FieldFile) -> Iterator[bytes]:
    with stored.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


async def _slowly(storage: Storage, name: str) -> AsyncIterator[bytes]:
    """Read in a thread, a piece at a time; only so many whole downloads go on at once."""
    async with full_downloads:
        file = await asyncio.to_thread(storage.open, name, "rb")
        try:
            while piece := await asyncio.to_thread(file.read, PIECE):
                yield piece
        finally:
            await asyncio.to_thread(file.close)
