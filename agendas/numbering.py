"""The numbers of a design: what publishing it would call each item. Without a database."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from agendas.comparing import Line
from agendas.models import Item

UNNUMBERED = "–"


def design_labels(items: Iterable[Item]) -> dict[int, str]:
    """Return the number of each item in the design; items come in order.

    What went before the chair consented is never told and has none.
    """
    counted: Counter[int | bool] = Counter()
    labels: dict[int, str] = {}
    for item in items:
        if item.is_untold:
            labels[item.pk] = UNNUMBERED
            continue
        among = -item.parent_id if item.parent_id else item.restricted
        counted[among] += 1
        labels[item.pk] = numbered(counted[among], item.restricted, labels.get(item.parent_id or 0))
    return labels


def numbered(number: int, restricted: bool, above: str | None) -> str:
    """Return a number as it is said: 4, H1, or 4.1 under an item."""
    if above:
        return f"{above}.{number}"
    return f"H{number}" if restricted else str(number)


def taken_into(
    before: Sequence[Line], taken: Sequence[Line], closed: Collection[int]
) -> list[Line]:
    """Return the lines that stand, with those taken up behind the last of their neighbours.

    ``closed`` are the items that became restricted since: they stand in the other series.
    """
    lines = [_shut(line) if line["id"] in closed else line for line in before]
    lines.sort(key=lambda line: line["restricted"])
    for line in taken:
        lines.insert(_behind(lines, line), line)
    return relabelled(lines)


def relabelled(lines: Iterable[Line]) -> list[Line]:
    """Number lines from 1 without gaps, each series and the sub-items of each item."""
    counted: Counter[int | bool] = Counter()
    labels: dict[int, str] = {}
    found: list[Line] = []
    for line in lines:
        parent = line["parent"] if line["parent"] in labels else None
        among = -parent if parent else line["restricted"]
        counted[among] += 1
        label = numbered(counted[among], line["restricted"], labels.get(parent or 0))
        labels[line["id"]] = label
        found.append({**line, "label": label})
    return found


def _shut(line: Line) -> Line:
    return {**line, "restricted": True, "section": None, "heading": "", "heading_en": ""}


def _behind(lines: Sequence[Line], new: Line) -> int:
    """Return the place behind the last line of the same item, or of the same series."""
    among = [
        place
        for place, line in enumerate(lines, start=1)
        if (new["parent"] in {line["id"], line["parent"]} if new["parent"] else _alike(line, new))
    ]
    first = len(lines) if new["restricted"] else 0
    return among[-1] if among else first


def _alike(line: Line, new: Line) -> bool:
    """Open lines come before all restricted ones."""
    return line["restricted"] == new["restricted"]
