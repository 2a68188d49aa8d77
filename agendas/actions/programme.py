"""Keeping the programme of a body: registering matters for a month, moving and dropping them."""

from typing import Any

from django.db import transaction

from agendas import planning_events as events
from agendas.errors import (
    EntrySettled,
    MonthIsTheSame,
    ReasonMissing,
    SubmissionOfOther,
    SubmissionPlanned,
)
from agendas.models import ProgrammeEntry, Submission
from agendas.states import ENTRY_MOVES, OPEN_ENTRIES, EntryState, ItemKind
from core.clock import now
from core.policies import require
from core.states import move
from meetings.policies import may_create_for
from people.models import Agency, Body, Person
from realtime.journal import announce

EDITED = ("title", "agency", "kind", "note", "submission")


@transaction.atomic
def register_entry(
    actor: Person,
    body: Body,
    *,
    year: int,
    month: int,
    title: str,
    agency: Agency,
    kind: str = ItemKind.DECISION,
    note: str = "",
    submission: Submission | None = None,
) -> ProgrammeEntry:
    """Register a matter of an agency for a month."""
    require(may_create_for(actor).filter(pk=body.pk).exists())
    body = Body.objects.select_for_update().get(pk=body.pk)
    _check_submission(body, submission)
    entry = ProgrammeEntry.objects.create(
        body=body,
        year=year,
        month=month,
        title=title,
        agency=agency,
        kind=ItemKind(kind),
        note=note,
        submission=submission,
        made_by=actor,
        made_at=now(),
    )
    announce(events.EntryRegistered(**_facts(entry)), actor=actor)
    return entry


@transaction.atomic
def edit_entry(actor: Person, entry: ProgrammeEntry, **facts: object) -> ProgrammeEntry:
    """Change what an entry says, as long as it stands open in its month."""
    entry = _open(actor, entry)
    changed = [name for name in EDITED if name in facts and facts[name] != getattr(entry, name)]
    if not changed:
        return entry
    for name in changed:
        setattr(entry, name, facts[name])
    _check_submission(entry.body, entry.submission, but=entry)
    entry.save(update_fields=changed)
    announce(events.EntryEdited(**_facts(entry), fields=changed), actor=actor)
    return entry


@transaction.atomic
def confirm_entry(actor: Person, entry: ProgrammeEntry) -> ProgrammeEntry:
    """Take a registered matter into the programme."""
    entry = _open(actor, entry)
    move(entry, EntryState.CONFIRMED, moves=ENTRY_MOVES)
    entry.save(update_fields=["state"])
    announce(events.EntryConfirmed(**_facts(entry)), actor=actor)
    return entry


@transaction.atomic
def move_entry(
    actor: Person, entry: ProgrammeEntry, *, year: int, month: int, reason: str
) -> ProgrammeEntry:
    """Move an entry to another month; it stays in its old one, marked as moved."""
    entry = _open(actor, entry)
    if (year, month) == (entry.year, entry.month):
        raise MonthIsTheSame
    state = EntryState(entry.state)
    _leave(entry, EntryState.MOVED, reason)
    moved = _again(actor, entry, state, year, month)
    event = events.EntryMoved(
        **_facts(entry), to_id=moved.pk, to_year=year, to_month=month, reason=entry.reason
    )
    announce(event, actor=actor)
    return moved


@transaction.atomic
def drop_entry(actor: Person, entry: ProgrammeEntry, *, reason: str) -> ProgrammeEntry:
    """Take a matter out of the programme. It stays in its month, struck through."""
    entry = _open(actor, entry)
    _leave(entry, EntryState.DROPPED, reason)
    announce(events.EntryDropped(**_facts(entry), reason=entry.reason), actor=actor)
    return entry


def _open(actor: Person, entry: ProgrammeEntry) -> ProgrammeEntry:
    """Lock an entry of a body whose meetings the actor prepares, if it is still open."""
    require(may_create_for(actor).filter(pk=entry.body_id).exists())
    Body.objects.select_for_update().get(pk=entry.body_id)
    entry = ProgrammeEntry.objects.select_related("body", "agency", "submission").get(pk=entry.pk)
    if not entry.is_open:
        raise EntrySettled
    return entry


def _leave(entry: ProgrammeEntry, state: EntryState, reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing
    move(entry, state, moves=ENTRY_MOVES)
    entry.reason = reason.strip()
    entry.save(update_fields=["state", "reason"])


def _again(
    actor: Person, entry: ProgrammeEntry, state: EntryState, year: int, month: int
) -> ProgrammeEntry:
    """Write an entry anew in another month, as far on its way as it was."""
    return ProgrammeEntry.objects.create(
        body=entry.body,
        year=year,
        month=month,
        title=entry.title,
        agency=entry.agency,
        kind=entry.kind,
        note=entry.note,
        state=state,
        submission=entry.submission,
        continues=entry,
        made_by=actor,
        made_at=now(),
    )


def _check_submission(
    body: Body, submission: Submission | None, but: ProgrammeEntry | None = None
) -> None:
    if submission is None:
        return
    if submission.body_id != body.pk:
        raise SubmissionOfOther
    planned = ProgrammeEntry.objects.filter(submission=submission, state__in=OPEN_ENTRIES)
    if planned.exclude(pk=but.pk if but else 0).exists():
        raise SubmissionPlanned


def _facts(entry: ProgrammeEntry) -> dict[str, Any]:
    return {
        "body_id": entry.body_id,
        "entry_id": entry.pk,
        "title": entry.title,
        "agency": entry.agency.short_name,
        "year": entry.year,
        "month": entry.month,
    }
