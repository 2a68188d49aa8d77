"""The archive as its file tells it: past sessions, their items, how the votes went."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from agendas.states import ItemKind
from config.demo.cast import lines


@dataclass(frozen=True)
class Line:
    """One item of a past session; the votes (yes, no, other) are given for a decision.

    What was deferred has its reason in place of the conclusion.
    """

    sponsor: str
    kind: ItemKind
    title: str
    votes: tuple[int, ...]
    conclusion: str
    deferred: bool = False


@dataclass(frozen=True)
class Past:
    """A past session, and the one member who could not come."""

    day: date
    title: str
    absent: str
    reason: str
    lines: tuple[Line, ...]


@cache
def stories(name: str = "archive.txt") -> list[Past]:
    """Read past sessions: a head for each, then its items, a line each."""
    heads: list[str] = []
    items: list[list[Line]] = []
    for row in lines(name):
        if row.startswith("= "):
            heads.append(row[2:])
            items.append([])
        else:
            items[-1].append(_line(row))
    return [_past(head, tuple(own)) for head, own in zip(heads, items, strict=True)]


def _past(head: str, items: tuple[Line, ...]) -> Past:
    day, title, leave = head.split(" | ")
    absent, reason = leave.split(": ", 1)
    return Past(date.fromisoformat(day), title, absent, _capital(reason), items)


def _line(row: str) -> Line:
    sponsor, kind, title, votes, conclusion = (cell.strip() for cell in row.split("|"))
    deferred = votes == "deferred"
    numbers = () if deferred or not votes else tuple(int(number) for number in votes.split("-"))
    return Line(sponsor, ItemKind(kind), title, numbers, conclusion, deferred)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
