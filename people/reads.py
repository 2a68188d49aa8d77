"""Reads that the parts of one page share: within ``shared`` what is asked twice is read once.

    @read_once
    def offices_of(person: Person) -> Offices: ...

    @shared()
    def home(request: Request) -> HttpResponse: ...

Only pages that change nothing are shared; elsewhere every question is asked anew.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

Value = TypeVar("Value")
_kept: ContextVar[dict[Any, Any] | None] = ContextVar("kept", default=None)


@contextmanager
def shared() -> Iterator[None]:
    """Keep what is read until the page is written."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def read_once(ask: Callable[..., Value]) -> Callable[..., Value]:
    """Let a question whose answer nobody changes be asked once a page."""

    @wraps(ask)
    def answer(*given: Any) -> Value:
        kept = _kept.get()
        if kept is None:
            return ask(*given)
        key = (ask, given)
        if key not in kept:
            kept[key] = ask(*given)
        value: Value = kept[key]
        return value

    return answer
