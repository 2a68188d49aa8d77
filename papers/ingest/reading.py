"""The parent's side: hand a file to the child, wait, and tell in a sentence what became of it."""

import hashlib
import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from threading import BoundedSemaphore
from typing import Any

from django.conf import settings
from django.core.files import File
from django.core.files.base import ContentFile

from papers.errors import (
    DamagedPdf,
    EncryptedPdf,
    NotAPdf,
    PageTooLarge,
    TooComplex,
    TooLarge,
    TooManyPages,
)
from papers.ingest.worker import MOST_PAGES, Outcome

log = logging.getLogger(__name__)

WORKER = Path(__file__).with_name("worker.py")
LONGEST_WAIT = 30  # seconds of the wall clock; the child's own limit is of the processor
PIECE = 1024 * 1024
at_a_time = BoundedSemaphore(2)
Run = Callable[[Path], int]

REFUSALS = {
    Outcome.NOT_A_PDF: NotAPdf,
    Outcome.ENCRYPTED: EncryptedPdf,
    Outcome.DAMAGED: DamagedPdf,
    Outcome.PAGE_TOO_LARGE: PageTooLarge,
    Outcome.TOO_COMPLEX: TooComplex,
}


@dataclass(frozen=True, kw_only=True)
class ReadPdf:
    """A file that was opened, measured and read. Its folder goes when nobody holds it any more."""

    name: str
    sha256: str
    size: int
    boxes: list[list[float]]
    texts: list[str]
    is_signed: bool
    has_old_fonts: bool
    folder: Path

    def __post_init__(self) -> None:
        weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)

    @property
    def original(self) -> Path:
        return self.folder / "original.pdf"

    @property
    def view(self) -> Path:
        return self.folder / "view.pdf"

    @property
    def has_text(self) -> bool:
        """Tell whether there is text to search: a scan has none."""
        return sum(len(text.strip()) for text in self.texts) >= 20 * min(len(self.texts), 5)


def read_pdf(file: "File[Any] | bytes", *, name: str = "", run: "Run | None" = None) -> ReadPdf:
    """Open an uploaded file in the child; raise the refusal that says what is wrong with it."""
    upload = ContentFile(file) if isinstance(file, bytes) else file
    if upload.size > settings.MAX_UPLOAD_BYTES:
        raise TooLarge(most=settings.MAX_UPLOAD_BYTES // 1024 // 1024)
    folder = Path(mkdtemp(prefix="paper-"))
    try:
        sha256 = copied(upload, folder / "original.pdf")
        with at_a_time:
            facts = asked(folder, run or in_a_child)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    name = Path(name or upload.name or "").name[:200]
    return ReadPdf(name=name, sha256=sha256, size=upload.size, folder=folder, **facts)


def copied(upload: "File[Any]", there: Path) -> str:
    """Copy the bytes as they came and return their SHA-256."""
    digest = hashlib.sha256()
    with there.open("wb") as out:
        for piece in upload.chunks(PIECE):
            digest.update(piece)
            out.write(piece)
    return digest.hexdigest()


def in_a_child(folder: Path) -> int:
    """Read the file of a folder in a child started for it; return the child's code."""
    return exit_code([str(folder / "original.pdf"), str(folder)], cwd=folder)


def asked(folder: Path, run: Run) -> dict[str, Any]:
    """Run the child and return what it read, or raise what it refused."""
    code = run(folder)
    if code == Outcome.TOO_MANY_PAGES:
        raise TooManyPages(most=MOST_PAGES)
    if code in REFUSALS:
        raise REFUSALS[Outcome(code)]
    if code != Outcome.READ:
        log.warning("The child that reads papers ended with %s.", code)
        raise TooComplex if code < 0 else DamagedPdf
    facts: dict[str, Any] = json.loads((folder / "reading.json").read_text(encoding="utf-8"))
    return facts


def exit_code(arguments: list[str], *, cwd: Path) -> int:
    """Run the child in a session of its own, with nothing of ours; kill it when it takes too long."""
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and worker, no shell
        [sys.executable, "-I", str(WORKER), *arguments],
        cwd=cwd,
        env={},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return child.wait(LONGEST_WAIT)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        return child.wait()
