"""Numbering agendas, without a database."""

from collections.abc import Sequence

SPEAKING_SECONDS = 300  # how long one may speak when the chair says nothing else


def letter_of(version: int) -> str:
    """Return what a version is called: 1 is A, 26 is Z, 27 is AA; nothing before the first."""
    letters = ""
    while version:
        version, rest = divmod(version - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def edition_of(number: int) -> str:
    """Return what stands behind a paper's title: nothing at first, then BIS, TER, then numbers."""
    return {1: "", 2: "BIS", 3: "TER"}.get(number, f"v{number}")


def placed(order: Sequence[int], key: int, to: int) -> list[int]:
    """Return the order with ``key`` at place ``to`` (from 1, held within bounds)."""
    others = [other for other in order if other != key]
    place = min(max(to, 1), len(order)) - 1
    return [*others[:place], key, *others[place:]]
