"""Printing, signing and judging in processes of their own: a meeting never waits for them."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from minutes.errors import NotPrinted, TimeStampMissing, WorkshopBusy, WrongPassphrase
from minutes.workshop.pool import Failed, Pool, Unfinished, shared

WAIT_SECONDS = 60.0
MEANINGS = {
    "WrongPassphrase": WrongPassphrase,
    "TimestampRequestError": TimeStampMissing,
}


def print_pdf(html: str, record: bytes, *, dated: datetime, **named: str) -> bytes:
    """Print a document with its record attached; ``named`` is how the attachment is called."""
    done = _do("print", html=html, record=record, dated=dated.isoformat(), **named)
    pdf: bytes = done["pdf"]
    return pdf


def sign_pdf(pdf: bytes, *, stamp: str, at: datetime, **facts: Any) -> dict[str, Any]:
    """Sign a file: ``pdf``, ``subject`` and ``serial`` of the certificate come back."""
    moment = timezone.localtime(at).isoformat()
    return _do("sign", pdf=pdf, stamp=stamp, at=moment, **facts)


def judge_pdf(pdf: bytes, roots: list[bytes]) -> dict[str, Any]:
    """Judge a file; see ``minutes.signing.judge.Findings``."""
    return _do("judge", pdf=pdf, roots=roots)


def warm_up() -> None:
    """Start a hand and load what it needs, before somebody waits for it."""
    _do("warm")


def _do(job: str, **facts: Any) -> dict[str, Any]:
    try:
        return _pool().do(job, limit=WAIT_SECONDS, **facts)
    except Unfinished as problem:
        raise WorkshopBusy from problem
    except Failed as problem:
        raise MEANINGS.get(problem.kind, NotPrinted)() from problem


def _pool() -> Pool:
    return shared(settings.WORKSHOP_HANDS)
