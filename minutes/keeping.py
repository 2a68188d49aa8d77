"""The archive as a list whose searches a person may keep."""

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from minutes.facets import chosen
from minutes.forms import ArchiveFilter
from minutes.policies import archive_of
from minutes.searching import count
from people.models import Person
from people.searches.filters import Filter
from people.searches.lists import Glance, SearchList, searchable


def filter_of(person: Person, asked: QueryDict) -> ArchiveFilter:
    """Return what is looked for in the archive."""
    return ArchiveFilter(asked)


def _count(glance: Glance, asked: Filter) -> int:
    wanted = asked.wanted
    return count(archive_of(glance.person), wanted.get("q", ""), chosen(wanted))


searchable(
    SearchList(
        code="archive",
        title=_("Archive"),
        door="minutes:archive",
        icon="archive",
        filter=filter_of,
        count=_count,
    )
)
