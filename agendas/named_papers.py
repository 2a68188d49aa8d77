"""Which restricted papers a person is named for: papers lie on a higher floor and tell it.

@names_papers
def named(person: Person, meeting: Meeting) -> Iterable[int]: ...   # keys of papers
"""

from collections.abc import Callable, Iterable

from meetings.models import Meeting
from people.models import Person

Teller = Callable[[Person, Meeting], Iterable[int]]
_tellers: list[Teller] = []


def names_papers(teller: Teller) -> Teller:
    """Register who tells."""
    _tellers.append(teller)
    return teller


def papers_named_to(person: Person, meeting: Meeting) -> set[int]:
    """Return the keys of the restricted papers before a meeting that a person may see."""
    return {paper for teller in _tellers for paper in teller(person, meeting)}
