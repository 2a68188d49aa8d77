"""Numbering agendas, without a database."""

from collections.abc import Sequence
from dataclasses import dataclass

SPEAKING_SECONDS = 300  # how long one may speak when the chair says nothing else


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How the voting members who see an item stand to it."""

    voters: int
    no_objection: int = 0
    objection: int = 0
    speak: int = 0

    @property
    def silent(self) -> int:
        """Return how many have given no position."""
        return self.voters - self.no_objection - self.objection - self.speak

    @property
    def given(self) -> int:
        return self.voters - self.silent

    @property
    def is_opposed(self) -> bool:
        """Tell whether somebody objects or wishes to speak: then it is debated."""
        return self.objection + self.speak > 0

    @property
    def is_unanimous(self) -> bool:
        """Tell whether every member has said that there is no objection."""
        return 0 < self.voters == self.no_objection


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


def neutral_title(number: int | None) -> str:
    """Return what stands for a secret matter, whatever it is about (Luật Bảo vệ bí mật nhà nước)."""
    told = f" số {number}" if number else ""
    return f"Nội dung mật{told}, tài liệu giấy"


def hidden_title() -> str:
    """Return what stands for a restricted matter where more than those named may read."""
    return "Nội dung hạn chế"
