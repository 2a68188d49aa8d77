"""When something is due: the working calendar of a body and its time limits in force.

A list asks one ``Deadlines`` for all its rows; it reads the calendar and the limits once::

    deadlines = Deadlines(body)
    limit = deadlines.before(DeadlineCode.PAPERS_BEFORE_SESSION, meeting).moment
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.db.models import FilteredRelation, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.clock import now
from core.dates import moment as written
from core.workdays import Calendar, day_of, end_of
from meetings.legal import usual
from meetings.models import Deadline, DeadlineCode, Meeting, WorkCalendar, counted
from people.models import Body
from people.reads import read_once


@dataclass(frozen=True)
class SessionLimit:
    """Until when something is asked for before a session, by which rule.

    ``called_at`` is set where the ordinary limit had passed when the session was called.
    """

    moment: datetime
    rule: Deadline
    called_at: datetime | None = None

    @property
    def is_past(self) -> bool:
        return now() > self.moment

    @property
    def why(self) -> str:
        """Tell the rule in words."""
        if self.called_at is None:
            told = ngettext(
                "%(days)s working day before the session; %(source)s",
                "%(days)s working days before the session; %(source)s",
                self.rule.days,
            )
            return told % {"days": self.rule.days, "source": self.rule.source}
        told = _(
            "the session was called at short notice, at %(moment)s: %(percent)s%% of the time "
            "until it begins; %(source)s"
        )
        gaps = {"moment": written(self.called_at), "percent": self.rule.percent}
        return told % {**gaps, "source": self.rule.source}


class Deadlines:
    """The calendar and the time limits of one body, read at the first question and kept."""

    def __init__(self, body: Body | int) -> None:
        self.body_id = body if isinstance(body, int) else body.pk

    @cached_property
    def calendar(self) -> Calendar:
        """Return the body's calendar, read with its days; Monday to Friday where it follows none."""
        followed = WorkCalendar.objects.filter(followers__body=self.body_id)
        standing = FilteredRelation("days", condition=Q(days__removed_at__isnull=True))
        rows = followed.alias(standing=standing).order_by()
        found = list(rows.values_list("weekend", "standing__day", "standing__kind"))
        days = ((day, kind) for _weekend, day, kind in found if day)
        return counted(found[0][0], days) if found else Calendar()

    @cached_property
    def rows(self) -> dict[str, list[Deadline]]:
        """Return what was set for each code, the latest first."""
        rows: dict[str, list[Deadline]] = defaultdict(list)
        for row in Deadline.objects.filter(body=self.body_id).order_by("-starts"):
            rows[row.code].append(row)
        return rows

    def on(self, code: DeadlineCode | str, day: date) -> Deadline:
        """Return the time limit in force on a day; the usual one, not kept, where none is set."""
        code = DeadlineCode(code)
        standing = (row for row in self.rows.get(code, ()) if row.holds_on(day))
        return next(standing, None) or usual(self.body_id, code)

    def due(self, code: DeadlineCode | str, *, since: datetime) -> datetime:
        """Return the last moment for what has to be done within the limit from a moment on."""
        return self.calendar.add_working_days(since, self.on(code, day_of(since)).days)

    def last_moment_before(self, code: DeadlineCode | str, *, start: datetime) -> datetime:
        """Return the last moment for what has to be there so many working days before a start."""
        return self.calendar.back(start, self.on(code, day_of(start)).days)

    def before(self, code: DeadlineCode, meeting: Meeting) -> SessionLimit:
        """Return the limit before a session; a shorter one if it was called after the ordinary one."""
        last = self.last_moment_before(code, start=meeting.starts_at)
        called = meeting.planned_at
        if called is None or called <= last:
            return SessionLimit(last, self.on(code, day_of(meeting.starts_at)))
        rule = self.on(code.at_short_notice, day_of(meeting.starts_at))
        if called >= meeting.starts_at:
            return SessionLimit(end_of(day_of(called)), rule, called)
        share = (meeting.starts_at - called) * rule.percent / 100
        return SessionLimit(called + share, rule, called)


@read_once
def deadlines_of(body: int) -> Deadlines:
    """Return the calendar and the time limits of a body; the parts of one page share them."""
    return Deadlines(body)


def deadline_for(body: Body | int, code: DeadlineCode | str, *, on: date) -> Deadline:
    """Return the time limit of a body in force on a day."""
    return Deadlines(body).on(code, on)


def due(body: Body | int, code: DeadlineCode | str, *, since: datetime) -> datetime:
    """Return the last moment for what has to be done within a limit from a moment on."""
    return Deadlines(body).due(code, since=since)


def last_moment_before(body: Body | int, code: DeadlineCode | str, *, start: datetime) -> datetime:
    """Return the last moment for what has to be there before a start."""
    return Deadlines(body).last_moment_before(code, start=start)
