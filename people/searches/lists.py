"""The lists that can be searched: each floor names its own, and how what is found is counted.

searchable(SearchList(code="submissions", title=_("Submissions"), door="agendas:submissions", …))
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise

from people.models import Person
from people.searches.filters import Filter

T = TypeVar("T")


class Glance:
    """What one page has looked up for a person: all its counts share it."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self._kept: dict[str, Any] = {}

    def once(self, name: str, look_up: Callable[[], T]) -> T:
        """Return what was looked up under a name; look it up the first time."""
        if name not in self._kept:
            self._kept[name] = look_up()
        found: T = self._kept[name]
        return found


@dataclass(frozen=True, kw_only=True)
class SearchList:
    """A list, the door it stands behind, its filter, and the count of what a person finds in it."""

    code: str
    title: str | Promise
    door: str
    icon: str
    filter: Callable[[Person, QueryDict], Filter]
    count: Callable[[Glance, Filter], int]

    def url(self, query: str) -> str:
        """Return the address of the list, narrowed."""
        return f"{reverse(self.door)}?{query}"


lists: dict[str, SearchList] = {}


def searchable(found: SearchList) -> SearchList:
    """Register a list."""
    lists[found.code] = found
    return found
