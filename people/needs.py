"""The page of what needs one: narrowed by kind and by lateness, sorted into now, this week, waiting."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.needs import Need, needs_of
from people.models import Person
from people.searches.filters import Filter, choice
from people.searches.lists import Glance, SearchList, searchable

KINDS: dict[str, str | Promise] = {
    "session": gettext_lazy("Sessions"),
    "invitation": gettext_lazy("Invitations"),
    "agenda": gettext_lazy("Agendas"),
    "position": gettext_lazy("Positions"),
    "programme": gettext_lazy("Programme"),
    "submission": gettext_lazy("Submissions"),
    "paper": gettext_lazy("Papers"),
    "vote": gettext_lazy("Votes"),
    "minutes": gettext_lazy("Minutes"),
    "release": gettext_lazy("Releases"),
    "calendar": gettext_lazy("Working calendars"),
}


class NeedsFilter(Filter):
    """Which of one's needs are shown."""

    kind = choice(gettext_lazy("Kind of need"), KINDS.items())
    late = forms.BooleanField(label=gettext_lazy("Past their time only"), required=False)


def filter_of(person: Person, asked: QueryDict) -> NeedsFilter:
    """Return the filter of the page of what needs somebody."""
    return NeedsFilter(asked)


def needs_found(glance: Glance, asked: Filter) -> list[Need]:
    """Return what needs a person of what is asked for."""
    kind, late = asked.wanted.get("kind"), asked.wanted.get("late")
    every: list[Need] = glance.once("needs", lambda: needs_of(glance.person))
    return [need for need in every if kind in {None, need.kind} and (need.late or not late)]


def groups_of(needs: Iterable[Need]) -> list[dict[str, Any]]:
    """Sort needs into now, this week, waiting for others."""
    titles = {"now": _("Now"), "week": _("This week"), "waiting": _("Waiting for others")}
    rows = list(needs)
    return [
        {"key": key, "title": title, "needs": [need for need in rows if need.group == key]}
        for key, title in titles.items()
    ]


searchable(
    SearchList(
        code="needs",
        title=gettext_lazy("What needs me"),
        door="people:home",
        icon="inbox",
        filter=filter_of,
        count=lambda glance, asked: len(needs_found(glance, asked)),
    )
)
