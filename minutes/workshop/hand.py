"""The workshop's process: prints, signs and judges, one thing at a time, away from the meeting.

Started as ``python -m minutes.workshop.hand``. It knows no database and no settings.
"""

import logging
import os
import select
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from minutes.workshop import frames

IDLE_SECONDS = 900
POLITENESS = 5


def print_pdf(*, html: str, record: bytes, dated: str, **named: str) -> dict[str, Any]:
    """Print a sheet; ``named`` is how its attachment is called."""
    from minutes.pdf.press import Sheet, print_sheet

    sheet = Sheet(html=html, record=record, dated=datetime.fromisoformat(dated), **named)
    return {"pdf": print_sheet(sheet)}


def sign_pdf(*, pdf: bytes, stamp: str, at: str, **facts: Any) -> dict[str, Any]:
    """Draw the visible part, then sign."""
    from minutes.pdf.press import print_stamp
    from minutes.signing.pen import Stroke, sign

    drawn = print_stamp(stamp)
    return asdict(sign(pdf, Stroke(stamp=drawn, at=datetime.fromisoformat(at), **facts)))


def judge_pdf(*, pdf: bytes, roots: list[bytes]) -> dict[str, Any]:
    """Judge a file."""
    from minutes.signing.judge import judge

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    return judge(pdf, roots).plain()


def warm() -> dict[str, Any]:
    """Load the heavy libraries before they are needed."""
    import pikepdf  # noqa: F401 - loaded for later
    import weasyprint  # noqa: F401 - loaded for later

    from minutes.signing import judge, pen  # noqa: F401 - loaded for later

    return {}


JOBS: dict[str, Callable[..., dict[str, Any]]] = {
    "print": print_pdf,
    "sign": sign_pdf,
    "judge": judge_pdf,
    "warm": warm,
}


def answer(message: frames.Message) -> frames.Message:
    """Do one job; a failure is an answer too."""
    try:
        return {"done": JOBS[message["do"]](**message["with"])}
    except BaseException as problem:
        if isinstance(problem, KeyboardInterrupt | SystemExit):
            raise
        return {"failed": type(problem).__name__, "why": str(problem)[:500]}


def main() -> None:
    """Answer until nobody asks any more."""
    os.nice(POLITENESS)
    asked, told = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while select.select([asked], [], [], IDLE_SECONDS)[0]:
        message = frames.read(asked)
        if message is None:
            return
        told.write(frames.packed(answer(message)))
        told.flush()


if __name__ == "__main__":
    main()
