"""Series of sessions: setting one up, changing it, planning its sessions as drafts."""

from datetime import date
from typing import Any

from django.db import transaction

from core.policies import require
from core.workdays import day_of
from meetings import events
from meetings.actions.planning import create_meeting
from meetings.errors import GapUnknown, NothingToPlan, PlannedTooFar
from meetings.models import Meeting, Occurrence, Series, SessionNumber
from meetings.outlook import Ahead, Outlook, last_day
from meetings.patterns import MONTHS, NUMBERED, unknown_gaps
from meetings.policies import may_create_for
from people.models import Body, Person
from realtime.journal import announce

KEPT = (
    "title", "place", "rhythm", "nth", "weekday", "every", "begins", "minutes", "chair",
    "secretary", "is_numbered", "starts", "ends",
)  # fmt: skip


@transaction.atomic
def create_series(actor: Person, body: Body, **facts: Any) -> Series:
    """Set up a series of sessions. Nothing is planned yet."""
    require(may_create_for(actor).filter(pk=body.pk).exists())
    series = Series(body=body, **facts)
    _check(series)
    series.save()
    announce(events.SeriesMade(**_facts(series)), actor=actor)
    return series


@transaction.atomic
def edit_series(actor: Person, series: Series, **facts: Any) -> Series:
    """Change a series for the sessions that are not planned yet."""
    require(may_create_for(actor).filter(pk=series.body_id).exists())
    series = Series.objects.select_for_update().get(pk=series.pk)
    before = {name: getattr(series, name) for name in KEPT}
    for name in KEPT:
        setattr(series, name, facts.get(name, before[name]))
    changed = [name for name in KEPT if getattr(series, name) != before[name]]
    if not changed:
        return series
    _check(series)
    series.save()
    changes = {name: [str(before[name]), str(getattr(series, name))] for name in changed}
    announce(events.SeriesChanged(**_facts(series), changes=changes), actor=actor)
    return series


@transaction.atomic
def plan_series(actor: Person, series: Series, until: date) -> list[Meeting]:
    """Plan the sessions of a series until a day, each once, as drafts with their rolls.

    A day that is off gives way to the next working day of the body's calendar.
    """
    require(may_create_for(actor).filter(pk=series.body_id).exists())
    body = Body.objects.select_for_update().get(pk=series.body_id)
    series = Series.objects.select_for_update().get(pk=series.pk)
    if until > last_day():
        raise PlannedTooFar
    planned = [_plan(actor, body, series, ahead) for ahead in list(Outlook(series, until))]
    if not planned:
        raise NothingToPlan
    keys = [meeting.pk for meeting in planned]
    event = events.SeriesPlanned(**_facts(series), until=until.isoformat(), meetings=keys)
    announce(event, actor=actor)
    return planned


def number_meeting(meeting: Meeting, number: int) -> None:
    """Give a session its number in the year of its day."""
    SessionNumber.objects.create(
        body=meeting.body, year=day_of(meeting.starts_at).year, number=number, meeting=meeting
    )


def _plan(actor: Person, body: Body, series: Series, ahead: Ahead) -> Meeting:
    meeting = create_meeting(
        actor,
        body,
        title=ahead.title,
        place=series.place,
        starts_at=ahead.starts_at,
        ends_at=ahead.ends_at,
        chair=series.chair,
        secretary=series.secretary,
    )
    month = ahead.turn.month
    Occurrence.objects.create(series=series, year=month.year, month=month.month, meeting=meeting)
    if ahead.number is not None:
        number_meeting(meeting, ahead.number)
    return meeting


def _check(series: Series) -> None:
    """Refuse a title whose gaps could not be filled."""
    gaps = unknown_gaps(series.title, NUMBERED if series.is_numbered else MONTHS)
    if gaps:
        raise GapUnknown(gaps=", ".join(gaps))


def _facts(series: Series) -> dict[str, Any]:
    return {"body_id": series.body_id, "series_id": series.pk, "title": series.title}
