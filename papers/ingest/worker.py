"""The child that opens an uploaded file. It knows nothing of the house and may be killed at any time.

Run as ``python -I worker.py ORIGINAL FOLDER``. Writes ``view.pdf`` and ``reading.json`` into the folder;
its exit code is an ``Outcome``. Run as ``python -I worker.py --many`` it reads folders, one a line, and
tells each file's code on a line: the libraries are loaded once, and every file still gets a child of
its own, fenced in the same way.
"""

import contextlib
import ctypes
import importlib
import json
import os
import resource
import signal
import sys
import time
from enum import IntEnum
from pathlib import Path
from typing import Any

MEMORY = 768 * 1024 * 1024
CPU_SECONDS = 20
LONGEST_WAIT = 30  # seconds of the wall clock
FILE_SIZE = 300 * 1024 * 1024
MOST_PAGES = 2_000
LONGEST_SIDE = 14_400  # points; ISO 32000 names it, and viewers rely on it
MOST_TEXT = 20_000_000
NEW_USERS, NEW_NETWORK = 0x10000000, 0x40000000
OLD_FONTS = (".vn", "vni-", "vntime", "vnarial")


class Outcome(IntEnum):
    """What became of the file. The codes are the child's exit codes."""

    READ = 0
    NOT_A_PDF = 10
    ENCRYPTED = 11
    DAMAGED = 12
    TOO_MANY_PAGES = 13
    PAGE_TOO_LARGE = 14
    TOO_COMPLEX = 15


def main(original: str, folder: str) -> int:
    fence()
    try:
        facts = read(Path(original), Path(folder))
    except MemoryError:
        return Outcome.TOO_COMPLEX
    if isinstance(facts, Outcome):
        return facts
    Path(folder, "reading.json").write_text(json.dumps(facts), encoding="utf-8")
    return Outcome.READ


def many() -> int:
    """Give every folder that is named a child of its own, and tell what became of its file."""
    for library in ("pikepdf", "pikepdf.sanitize", "pypdfium2"):
        importlib.import_module(library)
    for line in sys.stdin:
        folder = line.rstrip("\n")
        child = os.fork()
        if not child:
            _in_child(folder)
        sys.stdout.write(f"{_code_of(child)}\n")
        sys.stdout.flush()
    return 0


def _in_child(folder: str) -> None:
    """Read one file and end; whatever happens, never go on as a copy of the parent."""
    code = 1
    with contextlib.suppress(BaseException):
        os.chdir(folder)
        code = int(main(str(Path(folder, "original.pdf")), folder))
    os._exit(code)


def _code_of(child: int) -> int:
    """Wait for the child, kill it when it takes too long, and return its code as Popen would."""
    until = time.monotonic() + LONGEST_WAIT
    pause = 0.001
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > until:
            os.kill(child, signal.SIGKILL)
        time.sleep(pause)
        pause = min(pause * 2, 0.05)


def fence() -> None:
    """Take from this process what it will not need: memory, time, children, the network."""
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, FILE_SIZE),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    with contextlib.suppress(OSError, AttributeError):  # not every kernel or container allows it
        ctypes.CDLL(None).unshare(NEW_NETWORK | (NEW_USERS if os.geteuid() else 0))
    if os.geteuid():
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def read(original: Path, folder: Path) -> dict[str, Any] | Outcome:
    """Gate, clean copy, text: what the house will know about the file."""
    if not begins_like_a_pdf(original):
        return Outcome.NOT_A_PDF
    view = folder / "view.pdf"
    facts = gate(original, view)
    if isinstance(facts, Outcome):
        return facts
    texts = page_texts(view)
    if isinstance(texts, Outcome):
        return texts
    return {**facts, "texts": texts}


def begins_like_a_pdf(original: Path) -> bool:
    with original.open("rb") as file:
        return file.read(5) == b"%PDF-"


def is_cut_short(original: Path) -> bool:
    with original.open("rb") as file:
        file.seek(max(0, original.stat().st_size - 2048))
        return b"%%EOF" not in file.read()


def gate(original: Path, view: Path) -> dict[str, Any] | Outcome:
    """Measure the pages and write the copy that people read."""
    import pikepdf

    if is_cut_short(original):
        return Outcome.DAMAGED
    try:
        with pikepdf.open(original) as pdf:
            return measured_and_cleaned(pdf, view)
    except pikepdf.PasswordError:
        return Outcome.ENCRYPTED
    except (pikepdf.PdfError, ValueError, KeyError, TypeError, AttributeError, RuntimeError):
        return Outcome.DAMAGED


def measured_and_cleaned(pdf: Any, view: Path) -> dict[str, Any] | Outcome:
    if not len(pdf.pages):
        return Outcome.DAMAGED
    if len(pdf.pages) > MOST_PAGES:
        return Outcome.TOO_MANY_PAGES
    boxes = [box_of(page) for page in pdf.pages]
    if any(max(x1 - x0, y1 - y0) > LONGEST_SIDE for x0, y0, x1, y1, _turn in boxes):
        return Outcome.PAGE_TOO_LARGE
    facts = {"boxes": boxes, "is_signed": is_signed(pdf), "has_old_fonts": has_old_fonts(pdf)}
    clean(pdf)
    pdf.save(view, linearize=True, compress_streams=False, encryption=False)
    return facts


def box_of(page: Any) -> list[float]:
    """The page's box in points and its turn: left, bottom, right, top, degrees."""
    a, b, c, d = (float(side) for side in page.cropbox)
    turn = int(page.obj.get("/Rotate", 0)) % 360
    return [*(round(v, 2) for v in (min(a, c), min(b, d), max(a, c), max(b, d))), turn]


def is_signed(pdf: Any) -> bool:
    form = pdf.Root.get("/AcroForm")
    return bool(form is not None and int(form.get("/SigFlags", 0)) & 1)


def has_old_fonts(pdf: Any) -> bool:
    """Tell whether the first pages use Vietnamese fonts from before Unicode: their text is no text."""
    return any(
        str(font.get("/BaseFont", "")).lstrip("/").split("+")[-1].lower().startswith(OLD_FONTS)
        for page in list(pdf.pages)[:10]
        for font in dict(page.resources.get("/Font", {})).values()
    )


def clean(pdf: Any) -> None:
    """Take out of the copy whatever acts, plays, calls or hides."""
    from pikepdf.sanitize import Sanitizer

    (
        Sanitizer()
        .remove_javascript()
        .remove_external_access()
        .remove_attachments()
        .remove_multimedia()
        .remove_web_capture()
        .remove_private_app_data()
        .remove_collection()
        .apply(pdf)
    )
    for name in ("/OpenAction", "/AA"):
        if name in pdf.Root:
            del pdf.Root[name]
    form = pdf.Root.get("/AcroForm")
    if form is not None and "/XFA" in form:
        del form["/XFA"]


def page_texts(view: Path) -> list[str] | Outcome:
    import pypdfium2

    try:
        with contextlib.closing(pypdfium2.PdfDocument(view)) as document:
            return [text_of(document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError:
        return Outcome.DAMAGED


def text_of(page: Any) -> str:
    """The page's text, fit for any database: no NUL, no lone surrogate, not endless."""
    textpage = page.get_textpage()
    text: str = textpage.get_text_bounded()
    textpage.close()
    page.close()
    whole = text.replace("\r\n", "\n").replace("\x00", "").encode("utf-8", "replace").decode()
    return whole[: MOST_TEXT // MOST_PAGES]


if __name__ == "__main__":
    sys.exit(many() if sys.argv[1:] == ["--many"] else main(*sys.argv[1:3]))
