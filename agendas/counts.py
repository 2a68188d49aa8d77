"""How many papers a person sees of each matter: papers lie on a higher floor and tell it.

@counts_papers
def count(person: Person, matters: Iterable[int]) -> dict[int, int]: ...
"""

from collections.abc import Callable, Iterable

from people.models import Person

Counter = Callable[[Person, Iterable[int]], dict[int, int]]
_counters: list[Counter] = []


def counts_papers(counter: Counter) -> Counter:
    """Register who counts."""
    _counters.append(counter)
    return counter


def papers_seen_by(person: Person, matters: Iterable[int]) -> dict[int, int]:
    """Return the number of papers a person sees of each matter; one without papers is left out."""
    keys = set(matters)
    return {key: n for counter in _counters for key, n in counter(person, keys).items()}
