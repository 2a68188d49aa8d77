"""From the journal to an approved text."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from core.clock import now
from core.policies import require
from core.states import move
from meetings.models import Meeting
from meetings.policies import require_open_record
from meetings.states import MeetingState
from minutes import events
from minutes.actions.facts import held
from minutes.drafting import draft
from minutes.drafting.source import Part
from minutes.errors import AlreadyDrafted, FactsAlone, MeetingNotOver, NoLongerDraft
from minutes.files import sha256_of
from minutes.letters import require_printable
from minutes.models import Block, Minutes
from minutes.policies import MinutesPolicy
from minutes.record import compose, written_out
from minutes.states import MINUTES_MOVES, MinutesState
from people.models import Person
from realtime.journal import announce
from realtime.models import Room


@transaction.atomic
def draft_minutes(actor: Person, meeting: Meeting) -> Minutes:
    """Draft the minutes of an adjourned meeting from its journal."""
    require(MinutesPolicy(actor, meeting).may_draft)
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    _require_draftable(meeting)
    minutes = Minutes.objects.create(
        meeting=meeting,
        symbol=f"BB-{meeting.body.symbol}",
        drafted_at=now(),
        drafted_by=actor,
        journal_number=Room.objects.get(key=f"meeting.{meeting.pk}").last_number,
    )
    Block.objects.bulk_create(
        _block(minutes, order, part) for order, part in enumerate(draft(meeting), start=1)
    )
    event = events.MinutesDrafted(
        meeting_id=meeting.pk, minutes_id=minutes.pk, up_to=minutes.journal_number
    )
    announce(event, actor=actor)
    return minutes


@transaction.atomic
def edit_block(actor: Person, block: Block, *, text: str) -> Block:
    """Change the words of a part. Its facts come from the record and stay."""
    require(MinutesPolicy(actor, block.minutes.meeting).may_edit)
    minutes = held(block.minutes)
    if not minutes.is_draft:
        raise NoLongerDraft
    if not block.has_words:
        raise FactsAlone
    block.text, block.edited_at, block.edited_by = _tidy(text), now(), actor
    block.save(update_fields=["text", "edited_at", "edited_by"])
    event = events.MinutesEdited(
        meeting_id=minutes.meeting_id,
        minutes_id=minutes.pk,
        block_id=block.pk,
        restricted=block.kind == "apart",
    )
    announce(event, actor=actor)
    return block


@transaction.atomic
def approve_minutes(actor: Person, minutes: Minutes) -> Minutes:
    """Approve the text: it gets its number and is frozen as it will be printed."""
    require(MinutesPolicy(actor, minutes.meeting).may_approve)
    minutes = held(minutes)
    if not minutes.is_draft:
        raise NoLongerDraft
    require_printable(minutes)
    move(minutes, MinutesState.APPROVED, moves=MINUTES_MOVES)
    minutes.approved_at, minutes.approved_by = now(), actor
    _number(minutes)
    minutes.record = compose(minutes)
    minutes.save()
    digest = sha256_of(written_out(minutes.record))
    event = events.MinutesApproved(
        meeting_id=minutes.meeting_id, minutes_id=minutes.pk, number=minutes.code, sha256=digest
    )
    announce(event, actor=actor)
    return minutes


@transaction.atomic
def reopen_minutes(actor: Person, minutes: Minutes) -> Minutes:
    """Take the approval back before anybody has signed. The number stays."""
    require(MinutesPolicy(actor, minutes.meeting).may_approve)
    minutes = held(minutes)
    move(minutes, MinutesState.DRAFT, moves=MINUTES_MOVES)
    minutes.approved_at = minutes.approved_by = None
    minutes.record, minutes.printed, minutes.sha256 = None, "", ""
    minutes.save()
    event = events.MinutesReopened(meeting_id=minutes.meeting_id, minutes_id=minutes.pk)
    announce(event, actor=actor)
    return minutes


def _require_draftable(meeting: Meeting) -> None:
    require_open_record(meeting)
    if meeting.state != MeetingState.ADJOURNED:
        raise MeetingNotOver
    if Minutes.objects.filter(meeting=meeting).exists():
        raise AlreadyDrafted


def _block(minutes: Minutes, order: int, part: Part) -> Block:
    return Block(
        minutes=minutes,
        order=order,
        kind=part.kind,
        item=part.item,
        facts=part.facts,
        text=part.text,
        entries=part.entries,
    )


def _tidy(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _number(minutes: Minutes) -> None:
    """Give the next number of the year; a reopened text keeps the one it had."""
    if minutes.number:
        return
    minutes.year = timezone.localdate(minutes.meeting.starts_at).year
    others = Minutes.objects.filter(symbol=minutes.symbol, year=minutes.year)
    minutes.number = (others.aggregate(top=Max("number"))["top"] or 0) + 1
