"""Which papers are restricted, and for which a person is named: a higher floor tells it.

@names_papers
def named(person: Person, meeting: Meeting) -> Mapping[int, bool]: ...   # by the key of the paper
"""

from collections.abc import Callable, Mapping

from meetings.models import Meeting
from people.models import Person

Teller = Callable[[Person, Meeting], Mapping[int, bool]]
_tellers: list[Teller] = []


def names_papers(teller: Teller) -> Teller:
    """Register who tells."""
    _tellers.append(teller)
    return teller


def restricted_papers(person: Person, meeting: Meeting) -> dict[int, bool]:
    """Return the keys of the restricted papers before a meeting, and whether they name a person."""
    return {paper: named for teller in _tellers for paper, named in teller(person, meeting).items()}
