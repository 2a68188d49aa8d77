"""Which papers are closed to some, and which of them a person reads: a higher floor tells it.

Restricted papers, which name the person or not; and papers of the person's own agency, which are
read even while they wait for their release.

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


def closed_papers(person: Person, meeting: Meeting) -> dict[int, bool]:
    """Return papers before a meeting that are closed to some, and whether the person reads them."""
    return {paper: reads for teller in _tellers for paper, reads in teller(person, meeting).items()}
