"""The opinions that agencies still owe: narrowed, counted, asked for again."""

from typing import cast

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from agendas.models import Advice
from agendas.policies import advices_chased_by
from core.clock import now
from people.models import Agency, Person
from people.searches.filters import Filter, KeyField, WordsField, key
from people.searches.folding import holding
from people.searches.lists import SearchList, searchable


class AdvicesFilter(Filter):
    """Which askings are shown."""

    q = WordsField()
    agency = key(_("Agency asked"))
    late = forms.BooleanField(label=_("Late only"), required=False)


def filter_of(person: Person, asked: QueryDict) -> AdvicesFilter:
    """Return the filter of the list, offering the agencies that still owe an opinion."""
    found = AdvicesFilter(asked)
    agencies = Agency.objects.filter(pk__in=advices_chased_by(person).values("agency"))
    cast(KeyField, found.fields["agency"]).offer(lambda: [(one.pk, str(one)) for one in agencies])
    return found


def narrowed(seen: QuerySet[Advice], asked: Filter) -> QuerySet[Advice]:
    """Narrow the askings to what is asked for."""
    wanted = asked.wanted
    seen = seen.filter(agency=wanted["agency"]) if "agency" in wanted else seen
    seen = seen.filter(due_at__lt=now()) if "late" in wanted else seen
    return holding(seen, wanted.get("q", ""), "submission__title", "agency__name")


searchable(
    SearchList(
        code="advices",
        title=_("Opinions asked for"),
        door="agendas:advices",
        icon="message",
        filter=filter_of,
        count=lambda glance, asked: narrowed(advices_chased_by(glance.person), asked).count(),
    )
)
