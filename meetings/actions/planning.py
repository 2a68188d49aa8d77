"""Planning a meeting: its roll is copied from the seats held on the day, and stays so."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.clock import now
from core.policies import require
from core.workdays import day_of
from meetings.actions.calling import call_again
from meetings.errors import ChairNotMember, MeetingHasBegun
from meetings.events import MeetingChanged, MeetingCreated
from meetings.models import Meeting, Participant
from meetings.policies import MeetingPolicy, may_create_for, require_open_record
from meetings.quorum import rules_of
from meetings.states import Capacity, MeetingState
from people.models import Body, Membership, Person
from realtime.journal import announce

EDITED = ("title", "place", "starts_at", "ends_at", "chair", "secretary")


@transaction.atomic
def create_meeting(
    actor: Person,
    body: Body,
    *,
    title: str,
    place: str,
    starts_at: datetime,
    ends_at: datetime | None = None,
    chair: Person,
    secretary: Person,
) -> Meeting:
    """Plan a meeting of a body, with all who hold a seat on its day on the roll."""
    require(may_create_for(actor).filter(pk=body.pk).exists())
    _check_day(body, starts_at, chair)
    meeting = Meeting.objects.create(
        body=body,
        title=title,
        place=place,
        starts_at=starts_at,
        ends_at=ends_at,
        planned_at=now(),
        chair=chair,
        secretary=secretary,
    )
    roll = copy_roll(meeting)
    seat_secretary(meeting)
    announce(_created(meeting, sum(seat.has_vote for seat in roll)), actor=actor)
    return meeting


@transaction.atomic
def edit_meeting(actor: Person, meeting: Meeting, **facts: object) -> Meeting:
    """Change title, place, time or officers before the meeting begins.

    What is brought forward to an earlier day is called anew: it may be at short notice then.
    """
    require(MeetingPolicy(actor, meeting).may_edit)
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    require_open_record(meeting)
    if meeting.state not in {MeetingState.DRAFT, MeetingState.CONVENED}:
        raise MeetingHasBegun
    changes = _apply(meeting, facts)
    if not changes:
        return meeting
    _check_day(meeting.body, meeting.starts_at, meeting.presiding)
    meeting.save()
    if "secretary" in changes:
        seat_secretary(meeting)
    announce(MeetingChanged(meeting_id=meeting.pk, changes=changes), actor=actor)
    call_again(actor, meeting, set(changes))
    return meeting


def copy_roll(meeting: Meeting) -> list[Participant]:
    """Freeze the seats held on the meeting's day, in protocol order."""
    seats = seats_on(meeting.body, meeting.starts_at)
    return Participant.objects.bulk_create([place_of(meeting, seat) for seat in seats])


def place_of(meeting: Meeting, seat: Membership) -> Participant:
    """Return the place at the meeting that a seat in the body gives."""
    return Participant(
        meeting=meeting,
        person=seat.person,
        capacity=Capacity.MEMBER,
        office=seat.office,
        office_en=seat.office_en,
        agency=seat.agency,
        has_vote=seat.has_vote,
        presides=seat.presides,
        order=seat.order,
    )


def seats_on(body: Body, moment: datetime) -> list[Membership]:
    """Return the seats of a body held on the day of a moment."""
    day = timezone.localdate(moment)
    seats = Membership.objects.on(day).filter(body=body).select_related("person", "agency")
    return [seat for seat in seats if isinstance(seat, Membership)]


def seat_secretary(meeting: Meeting) -> None:
    """Give the secretary a place among the staff, unless he or she has a seat already."""
    names = {}
    for language in ("vi", "en"):
        with translation.override(language):
            names[language] = _("Secretary of the meeting")
    Participant.objects.get_or_create(
        meeting=meeting,
        person=meeting.secretary,
        defaults={
            "capacity": Capacity.STAFF,
            "office": names["vi"],
            "office_en": names["en"],
            "order": 900,
        },
    )


def _check_day(body: Body, starts_at: datetime, chair: Person) -> None:
    rules_of(body, timezone.localdate(starts_at))
    if not any(seat.person_id == chair.pk for seat in seats_on(body, starts_at)):
        raise ChairNotMember(name=chair, body=body)


def _apply(meeting: Meeting, facts: dict[str, object]) -> dict[str, list[str | None]]:
    """Set what differs and tell it: field → [before, after]."""
    starts_at: Any = facts.get("starts_at", meeting.starts_at)
    if day_of(starts_at) < day_of(meeting.starts_at):
        meeting.planned_at = now()
    changes: dict[str, list[str | None]] = {}
    for name in EDITED:
        before = getattr(meeting, name)
        after = facts.get(name, before)
        if before != after:
            setattr(meeting, name, after)
            changes[name] = [_told(before), _told(after)]
    return changes


def _told(value: object) -> str | None:
    if isinstance(value, datetime):
        return value.isoformat()
    return None if value is None else str(value)


def _created(meeting: Meeting, roll: int) -> MeetingCreated:
    return MeetingCreated(
        meeting_id=meeting.pk,
        title=meeting.title,
        place=meeting.place,
        starts_at=meeting.starts_at.isoformat(),
        ends_at=_told(meeting.ends_at),
        chair_id=meeting.presiding.pk,
        chair=str(meeting.presiding),
        secretary_id=meeting.secretary_id,
        secretary=str(meeting.secretary),
        roll=roll,
    )
