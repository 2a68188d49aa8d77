"""What a person does with searches: keeps, renames, orders, drops them. Nobody touches another's."""

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.http import QueryDict

from core.clock import now
from core.errors import NotSeen
from people.errors import SearchAsksNothing, SearchNamed, TooManySearches, UnknownList
from people.models import Person, SavedSearch
from people.searches.filters import Filter
from people.searches.lists import lists

MOST = 30


@transaction.atomic
def keep_search(person: Person, *, place: str, query: str, name: str) -> SavedSearch:
    """Keep what a list is narrowed to under a name, behind the others."""
    asked = understood(person, place, query)
    if not asked.query:
        raise SearchAsksNothing
    mine = _held(person)
    if mine.searches.count() >= MOST:
        raise TooManySearches(most=MOST)
    last = mine.searches.aggregate(last=Max("order"))["last"] or 0
    search = SavedSearch(
        person=person, place=place, query=asked.query, order=last + 1, made_at=now()
    )
    return _named(search, name)


@transaction.atomic
def rename_search(search: SavedSearch, *, name: str) -> SavedSearch:
    """Give a search another name, where it stands; one that was dropped meanwhile is none."""
    kept = _held(search.person).searches.filter(pk=search.pk).first()
    if kept is None:
        raise NotSeen
    return _named(kept, name)


@transaction.atomic
def place_search(search: SavedSearch, *, to: int) -> None:
    """Give a search another place among the own ones, from 1."""
    mine = list(_held(search.person).searches.exclude(pk=search.pk))
    mine.insert(max(to, 1) - 1, search)
    for number, one in enumerate(mine, start=1):
        one.order = number
    SavedSearch.objects.bulk_update(mine, ["order"])


@transaction.atomic
def drop_search(search: SavedSearch) -> None:
    """Keep a search no longer; those behind it move up."""
    search.delete()
    mine = list(_held(search.person).searches.all())
    for number, one in enumerate(mine, start=1):
        one.order = number
    SavedSearch.objects.bulk_update(mine, ["order"])


def understood(person: Person, place: str, query: str) -> Filter:
    """Return what a query narrows a list to, as that person asks it."""
    found = lists.get(place)
    if found is None:
        raise UnknownList
    return found.filter(person, QueryDict(query))


def _held(person: Person) -> Person:
    """Lock the person: two pages may keep or order at once."""
    return Person.objects.select_for_update().get(pk=person.pk)


def _named(search: SavedSearch, name: str) -> SavedSearch:
    search.name = " ".join(name.split())
    try:
        with transaction.atomic():
            search.save()
    except IntegrityError as problem:
        raise SearchNamed(name=search.name) from problem
    return search
