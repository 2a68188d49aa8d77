"""The lines of an agenda's version, and what differs between two versions. Without a database."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypedDict

from agendas.rules import edition_of


class PaperLine(TypedDict):
    """A paper as it lay under an item: which one, and in which version."""

    id: int
    title: str
    number: int
    restricted: bool


class Line(TypedDict):
    """One line of a version. A sub-item names its parent's key, its heading is its parent's."""

    id: int
    label: str
    title: str
    kind: str
    minutes: int
    sponsor: str
    restricted: bool
    withdrawn: bool
    deferred: bool
    late: bool
    urgent: bool
    parent: int | None
    section: int | None
    heading: str
    heading_en: str
    papers: list[PaperLine]


class Changed(TypedDict):
    """One difference between two versions; ``before`` is the old number, words or edition."""

    what: str
    item_id: int
    label: str
    title: str
    before: str
    paper: str


DETAILS = ("kind", "minutes", "sponsor")


def compare(before: Sequence[Line], after: Sequence[Line]) -> list[Changed]:
    """Tell what two versions differ in, series by series: restricted items are told last."""
    found = list(_headings(before, after))
    for restricted in (False, True):
        found += _series(
            [line for line in before if line["restricted"] == restricted],
            [line for line in after if line["restricted"] == restricted],
        )
    return found


def without_restricted(lines: Iterable[Line], closed: Collection[int] = ()) -> list[Line]:
    """Return what anybody in the room may read of a version; ``closed`` are papers restricted since."""
    return [
        {**line, "papers": [one for one in line["papers"] if _is_open(one, closed)]}
        for line in lines
        if not line["restricted"]
    ]


def _is_open(paper: PaperLine, closed: Collection[int]) -> bool:
    return not paper["restricted"] and paper["id"] not in closed


def _series(before: Sequence[Line], after: Sequence[Line]) -> list[Changed]:
    old = {line["id"]: line for line in before}
    new = {line["id"]: line for line in after}
    gone = [_told("removed", line, line["label"]) for key, line in old.items() if key not in new]
    moved = _moved(before, after)
    found: list[Changed] = []
    for key, line in new.items():
        found += _differences(old.get(key), line, key in moved)
    return gone + found


def _differences(old: Line | None, new: Line, moved: bool) -> list[Changed]:
    if old is None:
        return [_told("added", new, "")]
    if new["withdrawn"] and not old["withdrawn"]:
        return [_told("withdrawn", new, old["label"])]
    if new["deferred"] and not old["deferred"]:
        return [_told("deferred", new, old["label"])]
    return [*_of_the_line(old, new, moved), *_of_its_papers(old, new)]


def _of_the_line(old: Line, new: Line, moved: bool) -> Iterator[Changed]:
    if moved:
        yield _told("moved", new, old["label"])
    if old["section"] != new["section"] and new["parent"] is None:
        yield _told("headed", new, old["heading"])
    if old["title"] != new["title"]:
        yield _told("renamed", new, old["title"])
    if any(old[name] != new[name] for name in DETAILS):  # type: ignore[literal-required]
        yield _told("edited", new, "")


def _of_its_papers(old: Line, new: Line) -> Iterator[Changed]:
    had = {paper["id"]: paper for paper in old["papers"]}
    has = {paper["id"]: paper for paper in new["papers"]}
    for key, paper in has.items():
        if key not in had:
            yield _told("paper_added", new, "", paper["title"])
        elif paper["number"] != had[key]["number"]:
            edition = edition_of(paper["number"])
            yield _told("paper_replaced", new, edition, paper["title"])
    for key, paper in had.items():
        if key not in has:
            yield _told("paper_withdrawn", new, "", paper["title"])


def _headings(before: Iterable[Line], after: Iterable[Line]) -> Iterator[Changed]:
    """Tell headings that came, went or were worded anew; a heading is there with its first item."""
    old = {line["section"]: line["heading"] for line in before if line["section"]}
    new = {line["section"]: line["heading"] for line in after if line["section"]}
    for key, name in new.items():
        if key not in old:
            yield _of_heading("heading_added", name, "")
        elif old[key] != name:
            yield _of_heading("heading_renamed", name, old[key])
    for key, name in old.items():
        if key not in new:
            yield _of_heading("heading_removed", name, "")


def _of_heading(what: str, title: str, before: str) -> Changed:
    return Changed(what=what, item_id=0, label="", title=title, before=before, paper="")


def _moved(before: Sequence[Line], after: Sequence[Line]) -> set[int]:
    """Return the fewest items whose moving among their neighbours explains the new order."""
    old = {line["id"]: line["parent"] for line in before}
    new = {line["id"]: line["parent"] for line in after}
    stayed = {key for key, parent in new.items() if key in old and old[key] == parent}
    found = {key for key in new if key in old} - stayed
    for parent in {new[key] for key in stayed}:
        among = {key for key in stayed if new[key] == parent}
        found |= _out_of_order([k for k in old if k in among], [k for k in new if k in among])
    return found


def _out_of_order(before: Sequence[int], after: Sequence[int]) -> set[int]:
    """Return all but the longest run that kept its order."""
    place = {key: number for number, key in enumerate(before)}
    best: list[list[int]] = []
    for number, key in enumerate(after):
        runs = [best[i] for i in range(number) if place[after[i]] < place[key]]
        best.append([*_longest(runs), key])
    return set(after) - set(_longest(best))


def _longest(runs: list[list[int]]) -> list[int]:
    return sorted(runs, key=len)[-1] if runs else []


def _told(what: str, line: Line, before: str, paper: str = "") -> Changed:
    return Changed(
        what=what,
        item_id=line["id"],
        label=line["label"],
        title=line["title"],
        before=before,
        paper=paper,
    )
