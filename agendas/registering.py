"""Until when agencies register for a programme, and what came late."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from agendas.models import ProgrammeEntry
from meetings.models import Period
from meetings.programme_limits import ProgrammeLimits, Registration
from people.models import Body


def judged(entry: ProgrammeEntry, limits: ProgrammeLimits) -> ProgrammeEntry:
    """Set on an entry which limit it missed. What is moved was registered before."""
    if entry.continues_id is None:
        entry.missed = limits.missed(entry.first_day, entry.made_at)
    return entry


def limits_of(bodies: Iterable[Body]) -> dict[int, ProgrammeLimits]:
    """Return the limits of each body, by its key."""
    return {body.pk: ProgrammeLimits(body) for body in bodies}


def registrations_of(
    limits: Mapping[int, ProgrammeLimits], year: int, quarter: int | None, month: int | None
) -> Iterator[tuple[Body, Registration]]:
    """Yield until when agencies register for what is looked at, body by body."""
    first = date(year, month or 3 * (quarter or 1) - 2, 1)
    periods = [Period.YEAR, *([Period.QUARTER] if quarter or month else [])]
    periods += [Period.MONTH] if month else []
    for own in limits.values():
        for period in periods:
            limit = own.of(period, first)
            if limit:
                yield own.body, limit
