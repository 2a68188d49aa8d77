"""Planning a release, confirming it, taking it back."""

from datetime import datetime
from typing import Any

from django.db import transaction

from core.clock import now
from core.policies import require
from exchange.actions.telling import outdate_by
from exchange.errors import (
    AgendaFirst,
    AgendaNotPublished,
    AlreadyPlanned,
    AlreadyTakenBack,
    GateBeforeClosed,
    MeetingCancelled,
    MeetingNotOverYet,
    TakeBackReason,
)
from exchange.events import ReleaseConfirmed, ReleasePlanned, ReleaseTakenBack
from exchange.models import Release
from exchange.notices import tell_released
from exchange.oparl.reading import renew
from exchange.policies import may_release, releases_of
from exchange.source import has_published_agenda, public_items, public_papers
from exchange.states import OVER, Audience, What, before, from_here_on
from meetings.models import Meeting
from meetings.states import MeetingState
from people.models import Person
from realtime.journal import announce


@transaction.atomic
def plan_release(
    actor: Person, meeting: Meeting, *, what: What, audience: Audience, planned_at: datetime
) -> Release:
    """Plan a release for a moment; a plan that is not confirmed yet gets another moment."""
    require(may_release(actor, meeting))
    meeting = _held(meeting)
    gate = releases_of(meeting).filter(what=what, audience=audience).first()
    if gate and gate.confirmed_at:
        raise AlreadyPlanned
    gate = gate or Release(meeting=meeting, what=what, audience=audience)
    gate.planned_at, gate.planned_by = planned_at, actor
    gate.save()
    event = ReleasePlanned(**_facts(gate), planned_at=planned_at.isoformat())
    announce(event, actor=actor)
    return gate


@transaction.atomic
def confirm_release(actor: Person, gate: Release) -> Release:
    """Confirm a release: it opens at its planned moment, or at once when that has passed.

    Confirming papers again releases what was tabled since.
    """
    require(may_release(actor, gate.meeting))
    meeting = _held(gate.meeting)
    gate = _standing(gate)
    _require_open_way(meeting, gate)
    before = gate.confirmed_at
    gate.confirmed_at, gate.confirmed_by = now(), actor
    gate.released_at = gate.released_at or max(gate.planned_at, gate.confirmed_at)
    gate.save(update_fields=["confirmed_at", "confirmed_by", "released_at"])
    event = ReleaseConfirmed(**_facts(gate), released_at=gate.released_at.isoformat())
    announce(event, actor=actor)
    _tell_at_once(gate, before)
    renew(meeting)
    return gate


@transaction.atomic
def take_back(actor: Person, gate: Release, *, reason: str) -> Release:
    """Take a release back, and with it all that lies behind it."""
    require(may_release(actor, gate.meeting))
    meeting = Meeting.objects.select_for_update().get(pk=gate.meeting_id)
    gate = _standing(gate)
    if not reason.strip():
        raise TakeBackReason
    for one in _behind(meeting, gate):
        one.taken_back_at, one.taken_back_by = now(), actor
        one.taken_back_for = reason.strip()
        one.save(update_fields=["taken_back_at", "taken_back_by", "taken_back_for"])
        announce(ReleaseTakenBack(**_facts(one), reason=one.taken_back_for), actor=actor)
    renew(meeting)
    return gate


def _tell_at_once(gate: Release, before: datetime | None) -> None:
    """Tell of what opens now: a gate, or papers added to it. What opens later is told then."""
    if not gate.is_open:
        return
    if gate.told_at is None:
        tell_released(gate.meeting, [gate])
        outdate_by([gate])
        gate.told_at = now()
        gate.save(update_fields=["told_at"])
    elif before and gate.what == What.PAPERS and _has_news(gate, before):
        tell_released(gate.meeting, [gate], is_news=True)
        outdate_by([gate], since=before)


def _has_news(gate: Release, before: datetime) -> bool:
    """Tell whether papers were tabled since the release was last confirmed."""
    items = list(public_items([gate.meeting_id]))
    then, since = (
        {version.pk for _paper, version in public_papers(items, until=moment)}
        for moment in (before, now())
    )
    return bool(since - then)


def _held(meeting: Meeting) -> Meeting:
    """Lock the meeting. A sealed record may be released: nothing of it changes."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if meeting.state == MeetingState.CANCELLED:
        raise MeetingCancelled
    return meeting


def _standing(gate: Release) -> Release:
    gate = Release.objects.select_related("meeting__body").get(pk=gate.pk)
    if gate.taken_back_at:
        raise AlreadyTakenBack
    return gate


def _require_open_way(meeting: Meeting, gate: Release) -> None:
    """Refuse a gate whose earlier ones are not confirmed for the same moment or sooner."""
    if meeting.state == MeetingState.DRAFT or not has_published_agenda(meeting):
        raise AgendaNotPublished
    if gate.what == What.DECISIONS and meeting.state not in OVER:
        raise MeetingNotOverYet
    opens = gate.released_at or max(gate.planned_at, now())
    ready = releases_of(meeting).filter(released_at__lte=opens)
    earlier = before(gate.audience)
    if earlier and not ready.filter(what=gate.what, audience=earlier).exists():
        raise GateBeforeClosed(audience=earlier.label)
    is_agenda = gate.what == What.AGENDA
    if not is_agenda and not ready.filter(what=What.AGENDA, audience=gate.audience).exists():
        raise AgendaFirst


def _behind(meeting: Meeting, gate: Release) -> list[Release]:
    """Return the gate and those that only make sense with it."""
    standing = releases_of(meeting).filter(audience__in=from_here_on(gate.audience))
    if gate.what != What.AGENDA:
        standing = standing.filter(what=gate.what)
    return list(standing)


def _facts(gate: Release) -> dict[str, Any]:
    return {"meeting_id": gate.meeting_id, "what": gate.what, "audience": gate.audience}
