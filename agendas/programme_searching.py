"""What the programme may be narrowed to, and how many of its entries a person finds."""

from collections.abc import Sequence
from typing import cast

from django import forms
from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from agendas.models import ProgrammeEntry
from agendas.models.programme import FIRST_YEAR, LAST_YEAR
from agendas.policies import entries_visible_to
from agendas.states import EntryState
from core.clock import now
from core.workdays import day_of
from people.models import Agency, Person
from people.searches.filters import Filter, KeyField, KeysField, WordsField, choice, key
from people.searches.folding import holding
from people.searches.lists import Glance, SearchList, searchable

NARROWS = ("q", "agency", "state")


class ProgrammeFilter(Filter):
    """Which entries of the programme are shown; bodies and period are chosen above the bar."""

    carried = ("body", "year", "quarter", "month")

    q = WordsField()
    agency = key(_("Sponsor"))
    state = choice(_("State"), EntryState.choices)
    body = KeysField(required=False)
    year = forms.IntegerField(min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False)
    quarter = forms.IntegerField(min_value=1, max_value=4, required=False)
    month = forms.IntegerField(min_value=1, max_value=12, required=False)

    @property
    def is_narrowed(self) -> bool:
        """Tell whether some entries of the period are left out."""
        return any(name in self.wanted for name in NARROWS)

    @property
    def months(self) -> Sequence[int]:
        """Return the months of the period."""
        month, quarter = self.wanted.get("month"), self.wanted.get("quarter")
        if month:
            return [month]
        return range(3 * quarter - 2, 3 * quarter + 1) if quarter else range(1, 13)


def filter_of(person: Person, asked: QueryDict) -> ProgrammeFilter:
    """Return the filter of the programme, offering the agencies that person finds in it."""
    found = ProgrammeFilter(asked)
    seen = entries_visible_to(person).values("agency")
    agencies = Agency.objects.filter(pk__in=seen)
    cast(KeyField, found.fields["agency"]).offer(lambda: [(one.pk, str(one)) for one in agencies])
    return found


def narrowed(seen: QuerySet[ProgrammeEntry], asked: Filter) -> QuerySet[ProgrammeEntry]:
    """Narrow the entries of a period to what is asked for."""
    exact = {name: asked.wanted[name] for name in ("agency", "state") if name in asked.wanted}
    words = asked.wanted.get("q", "")
    return holding(seen.filter(**exact), words, "title", "agency__name", "agency__short_name")


def _count(glance: Glance, asked: Filter) -> int:
    """Count the entries of the year that is asked for, or of the one the page would show."""
    months = asked.months if isinstance(asked, ProgrammeFilter) else range(1, 13)
    seen = entries_visible_to(glance.person)
    if bodies := asked.wanted.get("body"):
        seen = seen.filter(body__in=bodies)
    fitting = narrowed(seen.filter(month__in=months), asked)
    found = Count("pk", filter=Q(pk__in=fitting.values("pk")))
    counts = dict(seen.order_by().values_list("year").annotate(found=found))
    this_year = day_of(now()).year
    year = this_year if this_year in counts else max(counts, default=this_year)
    return int(counts.get(asked.wanted.get("year", year), 0))


searchable(
    SearchList(
        code="programme",
        title=_("Programme"),
        door="agendas:programme",
        icon="list",
        filter=filter_of,
        count=_count,
    )
)
