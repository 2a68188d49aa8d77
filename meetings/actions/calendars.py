"""Keeping a working calendar and the time limits: the deeds of an administrator of a body."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django.db import transaction

from core.clock import now
from core.policies import require
from core.workdays import day_of
from meetings import events
from meetings.errors import (
    CalendarOfOwnAlready,
    DayNotRemoved,
    DayNotSet,
    DeadlineOfThePast,
    HolidaysUnknown,
)
from meetings.models import BodyCalendar, CalendarDay, Deadline, ProgrammeLimit, WorkCalendar
from meetings.policies import calendars_for, may_keep_calendar
from meetings.public_holidays import fill, is_calculated, knows
from people.models import Body, Person
from people.policies import may_administer
from realtime.journal import announce

REMOVAL = ["removed_at", "removed_by"]


@transaction.atomic
def follow_calendar(actor: Person, body: Body, calendar: WorkCalendar) -> BodyCalendar:
    """Let the body count its working days by a calendar."""
    require(may_administer(actor, body) and calendars_for(body).filter(pk=calendar.pk).exists())
    body = Body.objects.select_for_update().get(pk=body.pk)
    chosen, _is_new = BodyCalendar.objects.update_or_create(
        body=body, defaults={"calendar": calendar}
    )
    announce(events.CalendarChosen(body_id=body.pk, calendar=calendar.code), actor=actor)
    return chosen


@transaction.atomic
def keep_own_calendar(actor: Person, body: Body) -> WorkCalendar:
    """Give the body a calendar of its own, with the days of the one it follows."""
    require(may_administer(actor, body))
    body = Body.objects.select_for_update().get(pk=body.pk)
    if WorkCalendar.objects.filter(code=body.code).exists():
        raise CalendarOfOwnAlready
    before = WorkCalendar.objects.filter(followers__body=body).first() or WorkCalendar()
    own = WorkCalendar.objects.create(
        code=body.code,
        name=body.name,
        name_en=body.name_en,
        country=before.country,
        weekend=before.weekend,
    )
    _copy_days(before, own)
    follow_calendar(actor, body, own)
    return own


@transaction.atomic
def set_day(
    actor: Person,
    calendar: WorkCalendar,
    *,
    day: date,
    kind: str,
    name: str,
    name_en: str = "",
    source: str = "",
) -> CalendarDay:
    """Enter a day off or a make-up day; what stood there before gives way."""
    calendar = _locked(actor, calendar)
    facts = {"kind": kind, "name": name, "name_en": name_en, "source": source, "by_hand": True}
    kept, _is_new = CalendarDay.objects.update_or_create(
        calendar=calendar, day=day, defaults={**facts, "removed_at": None, "removed_by": None}
    )
    told = partial(
        events.CalendarDaySet, day=day.isoformat(), kind=str(kind), title=name, source=source
    )
    _tell(actor, calendar, told)
    return kept


@transaction.atomic
def remove_day(actor: Person, calendar: WorkCalendar, *, day: date) -> None:
    """Let a day be again what its weekday is. What a calculation would bring back stays removed."""
    calendar = _locked(actor, calendar)
    kept = calendar.days.filter(day=day, removed_at=None).first()
    if kept is None:
        raise DayNotSet
    if is_calculated(calendar, day):
        kept.removed_at, kept.removed_by = now(), actor
        kept.save(update_fields=REMOVAL)
    else:
        kept.delete()
    told = partial(events.CalendarDayRemoved, day=day.isoformat(), kind=kept.kind, title=kept.name)
    _tell(actor, calendar, told)


@transaction.atomic
def restore_day(actor: Person, calendar: WorkCalendar, *, day: date) -> CalendarDay:
    """Put a removed day back as it was."""
    calendar = _locked(actor, calendar)
    kept = calendar.days.filter(day=day, removed_at__isnull=False).first()
    if kept is None:
        raise DayNotRemoved
    kept.removed_at, kept.removed_by = None, None
    kept.save(update_fields=REMOVAL)
    told = partial(events.CalendarDayRestored, day=day.isoformat(), kind=kept.kind, title=kept.name)
    _tell(actor, calendar, told)
    return kept


@transaction.atomic
def fill_year(actor: Person, calendar: WorkCalendar, year: int) -> int:
    """Calculate the holidays of a year; what a person entered or removed stays. Return how many."""
    calendar = _locked(actor, calendar)
    if not knows(calendar.country):
        raise HolidaysUnknown
    count = fill(calendar, year)
    _tell(actor, calendar, partial(events.CalendarYearFilled, year=year, days=count))
    return count


@transaction.atomic
def set_deadline(
    actor: Person,
    body: Body,
    *,
    code: str,
    source: str,
    starts: date,
    days: int = 0,
    percent: int = 0,
) -> Deadline:
    """Set a time limit from today or a later day on. Earlier ones stay for what they governed."""
    require(may_administer(actor, body))
    body = Body.objects.select_for_update().get(pk=body.pk)
    if starts < day_of(now()):
        raise DeadlineOfThePast
    kept, _is_new = Deadline.objects.update_or_create(
        body=body,
        code=code,
        starts=starts,
        defaults={"days": days, "percent": percent, "source": source},
    )
    event = events.DeadlineSet(
        body_id=body.pk,
        code=str(code),
        days=days,
        percent=percent,
        source=source,
        starts=starts.isoformat(),
    )
    announce(event, actor=actor)
    return kept


@transaction.atomic
def set_programme_limit(
    actor: Person,
    body: Body,
    *,
    period: str,
    day: int,
    months_before: int,
    source: str,
    starts: date,
) -> ProgrammeLimit:
    """Set until when matters are registered, from today or a later day on."""
    require(may_administer(actor, body))
    body = Body.objects.select_for_update().get(pk=body.pk)
    if starts < day_of(now()):
        raise DeadlineOfThePast
    facts: dict[str, Any] = {"day": day, "months_before": months_before, "source": source}
    kept, _is_new = ProgrammeLimit.objects.update_or_create(
        body=body, period=period, starts=starts, defaults=facts
    )
    event = events.ProgrammeLimitSet(
        body_id=body.pk, period=str(period), starts=starts.isoformat(), **facts
    )
    announce(event, actor=actor)
    return kept


def _locked(actor: Person, calendar: WorkCalendar) -> WorkCalendar:
    """Lock a calendar that the actor may change."""
    require(may_keep_calendar(actor, calendar))
    return WorkCalendar.objects.select_for_update().get(pk=calendar.pk)


def _tell(actor: Person, calendar: WorkCalendar, event: Callable[..., events.BodySetting]) -> None:
    """Tell every body that follows the calendar, each in its own room."""
    for body_id in calendar.followers.order_by("body").values_list("body", flat=True):
        announce(event(body_id=body_id, calendar=calendar.code), actor=actor)


def _copy_days(source: WorkCalendar, target: WorkCalendar) -> None:
    days = list(source.days.all()) if source.pk else []
    for one in days:
        one.pk, one.calendar = None, target
    CalendarDay.objects.bulk_create(days)
