"""Numbering and comparing agendas, without a database."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

SPEAKING_SECONDS = 300  # how long one may speak when the chair says nothing else


class Line(TypedDict):
    """One line of a published agenda."""

    id: int
    label: str
    title: str
    kind: str
    minutes: int
    sponsor: str
    restricted: bool
    withdrawn: bool


class Changed(TypedDict):
    """One difference between two versions; ``before`` is the old number or the old words."""

    what: str
    item_id: int
    label: str
    title: str
    before: str


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


DETAILS = ("kind", "minutes", "sponsor")


def letter_of(version: int) -> str:
    """Return what a version is called: 1 is A, 26 is Z, 27 is AA."""
    letters = ""
    while version:
        version, rest = divmod(version - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def placed(order: Sequence[int], key: int, to: int) -> list[int]:
    """Return the order with ``key`` at place ``to`` (from 1, held within bounds)."""
    others = [other for other in order if other != key]
    place = min(max(to, 1), len(order)) - 1
    return [*others[:place], key, *others[place:]]


def compare(before: Sequence[Line], after: Sequence[Line]) -> list[Changed]:
    """Tell what was added, removed, moved, renamed or changed between two versions."""
    old = {line["id"]: line for line in before}
    new = {line["id"]: line for line in after}
    gone = [_changed("removed", line, line["label"]) for key, line in old.items() if key not in new]
    moved = _moved([key for key in old if key in new], [key for key in new if key in old])
    found: list[Changed] = []
    for key, line in new.items():
        found += _differences(old.get(key), line, key in moved)
    return gone + found


def _differences(old: Line | None, new: Line, moved: bool) -> list[Changed]:
    if old is None:
        return [_changed("added", new, "")]
    if new["withdrawn"] and not old["withdrawn"]:
        return [_changed("withdrawn", new, old["label"])]
    found = [_changed("moved", new, old["label"])] if moved else []
    if old["title"] != new["title"]:
        found.append(_changed("renamed", new, old["title"]))
    if any(old[name] != new[name] for name in DETAILS):  # type: ignore[literal-required]
        found.append(_changed("edited", new, ""))
    return found


def _moved(before: list[int], after: list[int]) -> set[int]:
    """Return the fewest items whose moving explains the new order: all but the longest run kept."""
    place = {key: number for number, key in enumerate(before)}
    best: list[list[int]] = []
    for number, key in enumerate(after):
        runs = [best[i] for i in range(number) if place[after[i]] < place[key]]
        best.append([*_longest(runs), key])
    return set(after) - set(_longest(best))


def _longest(runs: list[list[int]]) -> list[int]:
    return sorted(runs, key=len)[-1] if runs else []


def _changed(what: str, line: Line, before: str) -> Changed:
    return Changed(
        what=what, item_id=line["id"], label=line["label"], title=line["title"], before=before
    )


def neutral_title(number: int | None) -> str:
    """Return what stands for a secret matter, whatever it is about (Luật Bảo vệ bí mật nhà nước)."""
    told = f" số {number}" if number else ""
    return f"Nội dung mật{told}, tài liệu giấy"
