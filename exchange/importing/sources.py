"""Where an import reads from: a folder or a zip of OParl files, or a server.

Each gives pages of objects in an order in which what is referred to comes first, and finds the
files of papers. A page names the place to go on from.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from django.conf import settings

from exchange.importing.papers import FileAtHand
from exchange.importing.report import Report
from exchange.importing.values import Thing, identity, kind_of, text

ORDER = (
    "System", "Body", "Organization", "Person", "Membership", "Meeting", "AgendaItem",
    "Consultation", "Paper",
)  # fmt: skip
PER_PAGE = 250
MOST_JSON = 64 * 1024 * 1024
Done = dict[str, Any]


class SourceError(Exception):
    """The source cannot be read (any further); the sentence says why."""


@dataclass(frozen=True)
class Page:
    """Some objects of one list. ``done`` is what to remember once they are taken in."""

    name: str
    things: list[Thing]
    done: Done
    count: int = 0
    total: int | None = None


class Source(Protocol):
    """Somewhere to import from."""

    name: str
    keeps_changes: bool

    def pages(self, done: Done, since: datetime | None) -> Iterator[Page]: ...

    def find(self, file: Thing) -> FileAtHand | str: ...


@dataclass
class FileSet:
    """A folder or a zip with JSON files (objects, arrays, or pages of a list) and PDF files."""

    path: Path
    report: Report
    name: str = ""
    keeps_changes: bool = False
    _files: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.path.exists():
            raise SourceError(f"There is no {self.path}.")
        try:
            self._zip = zipfile.ZipFile(self.path) if self.path.is_file() else None
        except (zipfile.BadZipFile, OSError) as problem:
            raise SourceError(f"{self.path} is no folder and no zip.") from problem
        for name in self._names():
            self._files.setdefault(name.rpartition("/")[2].casefold(), name)
        self._groups = self._read_all()
        self.name = self.name or self._own_name()

    def pages(self, done: Done, since: datetime | None) -> Iterator[Page]:
        """Give pages from where the last run stopped, while the set is still the same."""
        print_of_set = self._fingerprint()
        start = done.get("next", 0) if done.get("set") == print_of_set else 0
        every = [
            (kind, things[at : at + PER_PAGE], at, len(things))
            for kind, things in self._groups.items()
            for at in range(0, len(things), PER_PAGE)
        ]
        for number, (kind, things, at, total) in enumerate(every[start:], start=start + 1):
            mark = {"set": print_of_set, "next": number}
            yield Page(kind, things, mark, count=at + len(things), total=total)

    def find(self, file: Thing) -> FileAtHand | str:
        """Find a file by the name it has in its addresses, or by its own."""
        for told in _names_of(file):
            name = self._files.get(told.casefold())
            if name is not None and not name.lower().endswith(".json"):
                return self._at_hand(name)
        return "its file is not in the set"

    def _at_hand(self, name: str) -> FileAtHand | str:
        if self._size(name) > settings.MAX_UPLOAD_BYTES:
            return "its file is too large"
        token = hashlib.sha256(self._bytes(name)).hexdigest()
        return FileAtHand(token, lambda: self._bytes(name))

    def _names(self) -> list[str]:
        if self._zip:
            return sorted(one.filename for one in self._zip.infolist() if not one.is_dir())
        inside = (one for one in self.path.rglob("*") if one.is_file() and not one.is_symlink())
        return sorted(str(one.relative_to(self.path)) for one in inside)

    def _size(self, name: str) -> int:
        return self._zip.getinfo(name).file_size if self._zip else (self.path / name).stat().st_size

    def _bytes(self, name: str) -> bytes:
        return self._zip.read(name) if self._zip else (self.path / name).read_bytes()

    def _read_all(self) -> dict[str, list[Thing]]:
        groups: dict[str, list[Thing]] = {kind: [] for kind in ORDER}
        for name in self._names():
            if not name.lower().endswith(".json"):
                continue
            for thing in self._things(name):
                kind = kind_of(thing)
                if kind in groups:
                    groups[kind].append(thing)
                elif kind not in {"File", "Location", "LegislativeTerm"}:
                    self.report.skip(
                        "file", name, f"it tells of no OParl object ({kind or 'no type'})"
                    )
        return groups

    def _things(self, name: str) -> Iterator[Thing]:
        told = self._json(name)
        if isinstance(told, dict) and isinstance(told.get("data"), list):
            told = told["data"]
        for one in told if isinstance(told, list) else [told]:
            if isinstance(one, dict):
                yield one
            elif one is not None:
                self.report.skip("file", name, "it holds something that is no object")

    def _json(self, name: str) -> Any:
        if self._size(name) > MOST_JSON:
            self.report.skip("file", name, "it is too large to be read")
            return None
        try:
            return json.loads(self._bytes(name).decode("utf-8-sig"))
        except (ValueError, RecursionError, OSError, zipfile.BadZipFile):
            self.report.skip("file", name, "it is not JSON in UTF-8")
            return None

    def _own_name(self) -> str:
        """Return the address of the system the set came from; without one the set's own name."""
        for kind in ("System", "Body"):
            for thing in self._groups[kind]:
                if identity(thing):
                    return identity(thing)[:300]
        return f"file:{self.path.resolve().name}"[:300]

    def _fingerprint(self) -> str:
        told = [f"{name} {self._size(name)}" for name in self._names()]
        return hashlib.sha256("\n".join(told).encode("utf-8", "surrogateescape")).hexdigest()


def _names_of(file: Thing) -> Iterator[str]:
    """Give the names by which a file may lie in a set, the surest first."""
    for key in ("downloadUrl", "accessUrl"):
        path = unquote(urlsplit(_address(file, key)).path)
        if path.rpartition("/")[2]:
            yield path.rpartition("/")[2]
    own = text(file, "fileName", 200).replace("\\", "/").rpartition("/")[2]
    if own:
        yield own
    last = identity(file).rstrip("/").rpartition("/")[2]
    if last:
        yield f"{last}.pdf"


def _address(file: Thing, key: str) -> str:
    """Return an address that can be taken apart; nothing for one that cannot."""
    told = text(file, key, 2000)
    try:
        urlsplit(told)
    except ValueError:
        return ""
    return told
