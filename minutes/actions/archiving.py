"""Closing the record: the signed file goes on the shelf, the meeting is sealed for good."""

from django.db import transaction
from django.utils import timezone

from core.clock import now
from core.policies import require
from core.states import move
from meetings.actions import move_meeting
from meetings.models import Meeting
from meetings.states import MeetingState
from minutes import events
from minutes.actions.facts import held
from minutes.actions.printing import print_minutes
from minutes.errors import ChangedMeanwhile, NotProved, NotSignedYet
from minutes.files import shelve
from minutes.models import ArchivedMinutes, Minutes
from minutes.policies import MinutesPolicy
from minutes.proof import is_proved
from minutes.searching import words_of
from minutes.states import MINUTES_MOVES, MinutesState
from people.models import Person
from realtime.journal import announce
from realtime.models import Room


def seal_meeting(actor: Person, meeting: Meeting) -> ArchivedMinutes:
    """Check the signed minutes, put them into the archive and close the meeting's record."""
    require(MinutesPolicy(actor, meeting).may_seal)
    minutes = Minutes.objects.filter(meeting=meeting).first()
    if minutes is None or minutes.state != MinutesState.SIGNED:
        raise NotSignedYet
    pdf = print_minutes(minutes)
    if not is_proved(minutes, pdf):
        raise NotProved
    digest, place = shelve(pdf)
    return _seal(actor, minutes, digest=digest, place=place, size=len(pdf))


@transaction.atomic
def _seal(
    actor: Person, minutes: Minutes, *, digest: str, place: str, size: int
) -> ArchivedMinutes:
    minutes = held(minutes)
    _require_same(minutes, digest)
    move(minutes, MinutesState.SEALED, moves=MINUTES_MOVES)
    minutes.save(update_fields=["state"])
    event = events.MinutesSealed(
        meeting_id=minutes.meeting_id, minutes_id=minutes.pk, sha256=digest, size=size
    )
    announce(event, actor=actor)
    move_meeting(actor, minutes.meeting, MeetingState.SEALED)
    room = Room.objects.get(key=f"meeting.{minutes.meeting_id}")
    day = timezone.localdate(minutes.meeting.starts_at)
    return ArchivedMinutes.objects.create(
        minutes=minutes,
        sha256=digest,
        size=size,
        path=place,
        journal_number=room.last_number,
        journal_hash=room.last_hash,
        sealed_at=now(),
        sealed_by=actor,
        held_on=day,
        year=day.year,
        **words_of(minutes),
    )


def _require_same(minutes: Minutes, digest: str) -> None:
    newest = minutes.signatures.order_by("-at", "-pk").first()
    if newest is None or newest.sha256 != digest:
        raise ChangedMeanwhile
