"""The searches of a person as pages show them, each with what he or she finds now."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import QueryDict

from people.models import Person, SavedSearch
from people.searches.filters import Filter
from people.searches.lists import Glance, SearchList, lists


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A search with its list, its address and its count."""

    search: SavedSearch
    place: SearchList
    count: int
    url: str


@dataclass(frozen=True, kw_only=True)
class Keeping:
    """What a list's bar says of keeping: the search it is kept as, or what would be kept."""

    place: str
    query: str
    kept: SavedSearch | None


def searches_of(person: Person) -> QuerySet[SavedSearch]:
    """Return one's own searches; nobody sees another's."""
    return SavedSearch.objects.filter(person=person)


def counted(glance: Glance) -> Iterator[Shown]:
    """Yield one's own searches with live counts. What one may not see is not counted."""
    for search in searches_of(glance.person).filter(place__in=lists):
        place = lists[search.place]
        asked = place.filter(glance.person, QueryDict(search.query))
        count = place.count(glance, asked)
        yield Shown(search=search, place=place, count=count, url=place.url(search.query))


def keeping_of(person: Person, place: str, asked: Filter) -> Keeping | None:
    """Tell what may be kept of a list that is narrowed."""
    query = asked.query
    if not query:
        return None
    kept = searches_of(person).filter(place=place, query=query).first()
    return Keeping(place=place, query=query, kept=kept)
