"""What the list of meetings may be narrowed to, and how many a person finds."""

from datetime import date, datetime, time, timedelta
from typing import cast

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meetings.models import Meeting
from meetings.policies import meetings_visible_to
from meetings.states import MeetingState
from people.models import Body, Person
from people.searches.filters import DayField, Filter, KeyField, WordsField, choice, key
from people.searches.folding import holding
from people.searches.lists import Glance, SearchList, searchable


class MeetingsFilter(Filter):
    """Which meetings are shown."""

    q = WordsField()
    body = key(_("Body"))
    state = choice(_("State"), MeetingState.choices)
    since = DayField(label=_("From"))
    until = DayField(label=_("Until"))


def filter_of(person: Person, asked: QueryDict) -> MeetingsFilter:
    """Return the filter of the list, offering the bodies whose meetings that person sees."""
    found = MeetingsFilter(asked)
    bodies = Body.objects.filter(pk__in=meetings_visible_to(person).values("body")).order_by("pk")
    cast(KeyField, found.fields["body"]).offer(lambda: [(one.pk, str(one)) for one in bodies])
    return found


def narrowed(seen: QuerySet[Meeting], asked: Filter) -> QuerySet[Meeting]:
    """Narrow the meetings to what is asked for; both days of the period belong to it."""
    wanted = asked.wanted
    exact = {name: wanted[name] for name in ("body", "state") if name in wanted}
    period = _from(wanted.get("since")) & _until(wanted.get("until"))
    return holding(seen.filter(period, **exact), wanted.get("q", ""), "title", "place")


def _from(day: date | None) -> Q:
    return Q(starts_at__gte=_midnight(day)) if day else Q()


def _until(day: date | None) -> Q:
    return Q(starts_at__lt=_midnight(day + timedelta(days=1))) if day else Q()


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _count(glance: Glance, asked: Filter) -> int:
    return narrowed(meetings_visible_to(glance.person), asked).count()


searchable(
    SearchList(
        code="meetings",
        title=_("Meetings"),
        door="meetings:list",
        icon="calendar",
        filter=filter_of,
        count=_count,
    )
)
