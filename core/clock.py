"""The one clock. Actions ask ``now()`` once; the demonstration tells of past days with ``at``."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    """Return the present moment in UTC, or the one being told of."""
    return _told.get() or timezone.now()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Tell of another moment. Only for stories: demonstration data and tests."""
    token = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(token)
