"""The numbers of a design: what publishing it would call each item. Without a database."""

from collections import Counter
from collections.abc import Iterable

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


def taken_into(before: Iterable[Line], design: Iterable[Line]) -> list[Line]:
    """Return lines that stand, in the words that stand, with those taken up among them.

    ``design`` has them where they are by now: members see at once by what number an item is called.
    """
    words = {line["id"]: line for line in before}
    return relabelled(_placed(words.get(line["id"], line), line) for line in design)


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


def _placed(words: Line, place: Line) -> Line:
    return {
        **words,
        "restricted": place["restricted"],
        "parent": place["parent"],
        "section": place["section"],
        "heading": place["heading"],
        "heading_en": place["heading_en"],
    }
