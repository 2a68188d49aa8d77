"""The programme of several bodies in parallel: sessions and registered matters, month by month."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agendas.models import ProgrammeEntry
from agendas.policies import entries_visible_to
from agendas.registering import judged, limits_of
from core.workdays import day_of
from meetings.models import Meeting
from meetings.policies import meetings_visible_to
from meetings.programme_limits import ProgrammeLimits
from meetings.recurrence import later_month
from people.models import Body, Person
from realtime.journal import read
from realtime.models import Entry

Narrow = Callable[[QuerySet[ProgrammeEntry]], QuerySet[ProgrammeEntry]]
HISTORY: dict[str, Promise] = {
    "programme.registered": _("Registered for %(month)s/%(year)s."),
    "programme.edited": _("The entry was changed."),
    "programme.confirmed": _("Taken into the programme of %(month)s/%(year)s."),
    "programme.moved": _("Moved from %(month)s/%(year)s to %(to_month)s/%(to_year)s: %(reason)s"),
    "programme.dropped": _("Dropped from the programme: %(reason)s"),
}


@dataclass(frozen=True)
class Cell:
    """What a body has in a month."""

    body: Body
    sessions: list[Meeting]
    entries: list[ProgrammeEntry]


@dataclass(frozen=True)
class Month:
    """A month, with one cell for each body."""

    first: date
    cells: list[Cell]

    @property
    def is_empty(self) -> bool:
        return not any(cell.sessions or cell.entries for cell in self.cells)


def programme_of(
    person: Person,
    bodies: Sequence[Body],
    year: int,
    months: Sequence[int],
    narrow: Narrow | None = None,
    limits: Mapping[int, ProgrammeLimits] | None = None,
) -> list[Month]:
    """Return months of a year as a person sees them; the same few queries however full they are.

    Narrowed, it tells of matters alone, and of no month without one.
    """
    limits = limits or limits_of(bodies)
    first, last = date(year, months[0], 1), date(year, months[-1], 1)
    sessions = defaultdict(list) if narrow else _sessions(person, bodies, first, last)
    entries = _entries(person, limits, year, months, narrow)
    every = [
        Month(
            date(year, month, 1),
            [Cell(b, sessions[b.pk, month], entries[b.pk, month]) for b in bodies],
        )
        for month in months
    ]
    return [month for month in every if not (narrow and month.is_empty)]


def year_to_show(person: Person, bodies: Sequence[Body], year: int) -> int:
    """Return the year itself, or the last one with entries where it has none."""
    kept = entries_visible_to(person).filter(body__in=bodies).values_list("year", flat=True)
    years = set(kept.distinct())
    return max(years) if years and year not in years else year


def history_of(entry: ProgrammeEntry) -> Iterator[tuple[Entry, str]]:
    """Yield what happened to an entry in all its months, in order, each with its sentence."""
    keys = {entry.pk}
    before = entry.continues
    while before is not None:
        keys.add(before.pk)
        before = before.continues
    told = read(f"body.{entry.body_id}").filter(name__in=HISTORY, facts__entry_id__in=keys)
    for one in told.select_related("actor"):
        yield one, str(HISTORY[one.name]) % one.facts


def _sessions(
    person: Person, bodies: Sequence[Body], first: date, last: date
) -> dict[tuple[int, int], list[Meeting]]:
    seen = meetings_visible_to(person).filter(
        body__in=bodies, starts_at__gte=_midnight(first), starts_at__lt=_midnight(_after(last))
    )
    found: dict[tuple[int, int], list[Meeting]] = defaultdict(list)
    for meeting in seen.select_related("session_number").order_by("starts_at"):
        found[meeting.body_id, day_of(meeting.starts_at).month].append(meeting)
    return found


def _entries(
    person: Person,
    limits: Mapping[int, ProgrammeLimits],
    year: int,
    months: Sequence[int],
    narrow: Narrow | None,
) -> dict[tuple[int, int], list[ProgrammeEntry]]:
    seen = entries_visible_to(person).filter(body__in=[*limits], year=year, month__in=months)
    seen = narrow(seen) if narrow else seen
    found: dict[tuple[int, int], list[ProgrammeEntry]] = defaultdict(list)
    for entry in seen.select_related("agency", "continued_by", "continues"):
        found[entry.body_id, entry.month].append(judged(entry, limits[entry.body_id]))
    return found


def _after(month: date) -> date:
    return later_month(month, 1)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
