"""Which restricted papers a person is named for: papers lie on a higher floor and tell it.

@names_papers
def named(person: Person, matters: Iterable[int]) -> Iterable[int]: ...   # keys of papers
"""

from collections.abc import Callable, Iterable

from people.models import Person

Teller = Callable[[Person, Iterable[int]], Iterable[int]]
_tellers: list[Teller] = []


def names_papers(teller: Teller) -> Teller:
    """Register who tells."""
    _tellers.append(teller)
    return teller


def papers_named_to(person: Person, matters: Iterable[int]) -> set[int]:
    """Return the keys of the restricted papers of these matters that a person may see."""
    keys = set(matters)
    return {paper for teller in _tellers for paper in teller(person, keys)}
