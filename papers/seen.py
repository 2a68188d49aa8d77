"""The agenda and its papers as one person sees them, in a constant number of queries."""

from collections import defaultdict
from dataclasses import dataclass

from agendas.desk import items_of
from agendas.models import Item
from meetings.models import Meeting
from papers.models import Paper
from papers.policies import papers_read_by
from people.models import Person


@dataclass(frozen=True)
class Row:
    """One item that the person sees, and its papers that the person sees."""

    item: Item
    papers: list[Paper]


def seen_by(person: Person, meeting: Meeting) -> list[Row]:
    """Return what a person sees of a meeting's agenda: items in order, each with its papers."""
    items = items_of(person, meeting)
    matters = {item.matter_id for item in items}
    papers: dict[int, list[Paper]] = defaultdict(list)
    for paper in papers_read_by(person).filter(matter__in=matters):
        papers[paper.matter_id].append(paper)
    return [Row(item, papers[item.matter_id]) for item in items]
