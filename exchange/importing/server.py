"""Reading from an OParl server: page after page, and only ever from that server."""

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings

from exchange.importing.papers import FileAtHand
from exchange.importing.report import Report
from exchange.importing.sources import MOST_JSON, Done, Page, SourceError
from exchange.importing.values import Thing, digest, identity, kind_of, number, text

LISTS = ("organization", "person", "membership", "meeting", "agendaItem", "consultation", "paper")
SECONDS = 30
TOO_MANY, SERVER_IN_TROUBLE = 429, 500  # statuses of HTTP
MARGIN = timedelta(minutes=10)  # clocks differ
MOST_PAGES = 100_000
FAULTS = (urllib.error.URLError, http.client.HTTPException, OSError, ValueError)


class SameServer(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to the same server."""

    def redirect_request(
        self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> Any:
        if _origin(newurl) != _origin(req.full_url):
            raise urllib.error.URLError("it leads to another server")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@dataclass
class Server:
    """A server by the address of its system, or of one body."""

    url: str
    report: Report
    name: str = ""
    keeps_changes: bool = True
    _bodies: list[Thing] = field(default_factory=list)

    def __post_init__(self) -> None:
        if _origin(self.url)[0] not in {"http", "https"}:
            raise SourceError(f"{self.url} is no http address.")
        self._opener = urllib.request.build_opener(SameServer())
        start = self._json(self.url)
        self.name = self.name or identity(start)[:300] or self.url[:300]
        if kind_of(start) == "Body":
            self._bodies = [start]
        else:
            self._bodies = [
                one for page in self._list(text(start, "body", 2000)) for one in page[0]
            ]
        if not self._bodies:
            raise SourceError(f"{self.url} tells of no body.")

    def pages(self, done: Done, since: datetime | None) -> Iterator[Page]:
        """Give the lists of every body from where the last run stopped; with ``since`` what changed."""
        finished, going_on = list(done.get("finished", [])), done.get("next", {})
        yield Page("body", self._bodies, dict(done))
        for body in self._bodies:
            for name in LISTS:
                address = text(body, name, 2000)
                if not address or address in finished:
                    continue
                start = going_on.get(address) or _since(address, since)
                yield from self._one_list(name, address, start, finished)
                finished.append(address)

    def find(self, file: Thing) -> FileAtHand | str:
        """Offer to fetch a file, if it lies on the same server."""
        address = text(file, "downloadUrl", 2000) or text(file, "accessUrl", 2000)
        if not address:
            return "its file has no address"
        if _origin(address) != _origin(self.url):
            return "its file lies on another server"
        size = number(file, "size")
        if size is not None and size > settings.MAX_UPLOAD_BYTES:
            return "its file is too large"
        told = {key: text(file, key, 200) for key in ("modified", "sha512Checksum", "sha1Checksum")}
        token = digest({**told, "size": size, "address": address})
        return FileAtHand(token, lambda: self._file(address))

    def _one_list(self, name: str, address: str, start: str, finished: list[str]) -> Iterator[Page]:
        count = 0
        for things, following, total in self._list(start):
            count += len(things)
            mark: Done = {"finished": list(finished), "next": {address: following}}
            if not following:
                mark = {"finished": [*finished, address], "next": {}}
            yield Page(name, things, mark, count=count, total=total)

    def _list(self, address: str) -> Iterator[tuple[list[Thing], str, int | None]]:
        """Give the pages of a list: objects, the next page's address, how many there are in all."""
        seen: set[str] = set()
        while address and len(seen) < MOST_PAGES:
            seen.add(address)
            told = self._json(address)
            data, links = told.get("data"), told.get("links")
            following = text(links, "next", 2000) if isinstance(links, dict) else ""
            if following and (_origin(following) != _origin(self.url) or following in seen):
                self.report.skip("list", address, "its next page leads elsewhere or back")
                following = ""
            counts = told.get("pagination")
            total = number(counts, "totalElements") if isinstance(counts, dict) else None
            things = (
                [one for one in data if isinstance(one, dict)] if isinstance(data, list) else []
            )
            yield things, following, total
            address = following

    def _json(self, address: str) -> Thing:
        try:
            told = json.loads(self._fetch(address, MOST_JSON).decode("utf-8-sig"))
        except (*FAULTS, RecursionError) as problem:
            raise SourceError(f"{address} could not be read: {problem}") from problem
        if not isinstance(told, dict):
            raise SourceError(f"{address} is not what OParl describes.")
        return told

    def _file(self, address: str) -> bytes:
        """Fetch a file. One that is not there is left out; a server in trouble stops the import."""
        try:
            return self._fetch(address, settings.MAX_UPLOAD_BYTES)
        except urllib.error.HTTPError as problem:
            if problem.code < SERVER_IN_TROUBLE and problem.code != TOO_MANY:
                raise
            raise SourceError(f"{address} could not be read: {problem}") from problem
        except TimeoutError as problem:
            raise SourceError(f"{address} does not answer.") from problem

    def _fetch(self, address: str, most: int) -> bytes:
        """Fetch from this server and no other, so many bytes at most."""
        if _origin(address) != _origin(self.url):
            raise urllib.error.URLError("it lies on another server")
        request = urllib.request.Request(address, headers={"Accept": "*/*"})  # noqa: S310 - http only
        try:
            with self._opener.open(request, timeout=SECONDS) as answer:
                content: bytes = answer.read(most + 1)
        except http.client.HTTPException as problem:
            raise urllib.error.URLError(problem) from problem
        if len(content) > most:
            raise urllib.error.URLError("it is too large")
        return content


def _since(address: str, since: datetime | None) -> str:
    if since is None:
        return address
    query = urlencode({"modified_since": (since - MARGIN).isoformat(timespec="seconds")})
    return f"{address}{'&' if '?' in address else '?'}{query}"


def _origin(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", ""
    return parts.scheme.lower(), parts.netloc.lower()
