"""Meetings, as they were: past ones are closed records, coming ones are drafts to be worked on."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from core.clock import now
from exchange.events import MeetingImported
from exchange.importing.burying import OURS_TO_CHANGE, WORKED_ON, end_meetings
from exchange.importing.job import Job
from exchange.importing.values import Thing, flag, identity, inside, link, links, moment, text
from exchange.states import ImportKind
from meetings.actions.planning import copy_roll, seat_secretary
from meetings.models import Meeting, Participant
from meetings.states import Attendance, MeetingState
from people.models import Membership
from realtime.journal import announce

MEETING, PERSON = ImportKind.MEETING, ImportKind.PERSON
CHAIR = "nghisu:chair"  # OParl itself does not tell who presided


@dataclass(frozen=True)
class MeetingFacts:
    """What is read of a meeting."""

    id: str
    title: str
    place: str
    starts_at: datetime
    ends_at: datetime | None
    is_cancelled: bool
    people: tuple[str, ...]
    chair: str

    @property
    def state(self) -> MeetingState:
        """Return where the meeting stands here: coming ones are drafts."""
        if self.is_cancelled:
            return MeetingState.CANCELLED
        return MeetingState.DRAFT if self.starts_at > now() else MeetingState.IMPORTED

    @property
    def fields(self) -> dict[str, object]:
        cancelled_for = "Đã hủy ở hệ thống nguồn" if self.is_cancelled else ""
        return {
            "title": self.title,
            "place": self.place,
            "starts_at": self.starts_at,
            "ends_at": self.ends_at,
            "state": self.state,
            "cancelled_for": cancelled_for,
        }


def take_meetings(job: Job, things: list[Thing]) -> None:
    """Take in meetings, each with an entry in its journal that tells where it came from."""
    told = job.sort(MEETING, things, _meeting)
    officers = {"body": job.body, "secretary": job.secretary}
    rows = [
        (facts, Meeting(**facts.fields, **officers, chair_id=_chair(job, facts)))
        for facts in told.new
    ]
    if not job.is_dry:
        Meeting.objects.bulk_create([row for _facts, row in rows], batch_size=400)
    for facts, row in rows:
        job.note(MEETING, facts, row.pk or job.ledger.planned_key())
    rows += [(facts, old) for facts in told.changed if (old := _changed(job, facts)) is not None]
    if not job.is_dry:
        _seat(job, rows)
        _announce(job, rows, changed={facts.id for facts in told.changed})
    end_meetings(job, told.gone)


def open_to_import(keys: Iterable[int]) -> set[int]:
    """Return the meetings among these that an import may still change."""
    return set(
        Meeting.objects.filter(pk__in=keys, state__in=OURS_TO_CHANGE).values_list("pk", flat=True)
    )


def _meeting(job: Job, thing: Thing) -> MeetingFacts | None:
    starts, ends = moment(thing, "start"), moment(thing, "end")
    if starts is None:
        job.skip(MEETING, identity(thing), "it has no moment at which it begins")
        return None
    return MeetingFacts(
        id=identity(thing),
        title=text(thing, "name", 300) or f"Phiên họp ngày {starts:%d/%m/%Y}",
        place=_place(thing),
        starts_at=starts,
        ends_at=ends if ends and ends > starts else None,
        is_cancelled=bool(flag(thing, "cancelled")),
        people=tuple(dict.fromkeys(links(thing, "participant"))),
        chair=link(thing, CHAIR),
    )


def _chair(job: Job, facts: MeetingFacts) -> int | None:
    """Return who presided, if the source tells; a coming meeting is led by whom the operator names."""
    told = job.ledger.key(PERSON, facts.chair)
    return told or (job.chair.pk if facts.state == MeetingState.DRAFT else None)


def _place(thing: Thing) -> str:
    """Return where the meeting was, from whatever its location tells."""
    for one in inside(thing, "location"):
        parts = (text(one, key, 200) for key in ("room", "streetAddress", "locality"))
        told = text(one, "description", 200) or ", ".join(filter(None, parts))
        if told:
            return told[:200]
    return "Không rõ"


def _changed(job: Job, facts: MeetingFacts) -> Meeting | None:
    key = job.ledger.key(MEETING, facts.id) or 0
    meeting = Meeting.objects.filter(pk=key, state__in=OURS_TO_CHANGE).first()
    if meeting is None and key > 0:
        job.drop(MEETING, facts, WORKED_ON)
        return None
    job.note(MEETING, facts, key)
    if meeting is None or job.is_dry:
        return None
    for name, value in facts.fields.items():
        setattr(meeting, name, value)
    meeting.chair_id = _chair(job, facts)
    meeting.save()
    return meeting


def _seat(job: Job, rows: list[tuple[MeetingFacts, Meeting]]) -> None:
    """Put down who took part. A coming meeting gets the roll of the body, as one planned here does."""
    offices = _offices(job)
    here = defaultdict(set)
    keys = [row.pk for _facts, row in rows]
    for meeting, person in Participant.objects.filter(meeting__in=keys).values_list(
        "meeting", "person"
    ):
        here[meeting].add(person)
    places = []
    for facts, row in rows:
        if row.state == MeetingState.DRAFT and not here[row.pk]:
            copy_roll(row)
            seat_secretary(row)
        elif row.state == MeetingState.IMPORTED:
            places += _places(job, facts, row, here[row.pk], offices)
    Participant.objects.bulk_create(places, batch_size=400)


def _places(
    job: Job, facts: MeetingFacts, row: Meeting, here: set[int], offices: dict[int, Membership]
) -> list[Participant]:
    """Return the places of those who took part; who is no longer told of loses the place."""
    keys = [job.ledger.key(PERSON, name) for name in facts.people]
    wanted = dict.fromkeys(key for key in keys if key)
    if here - set(wanted):
        Participant.objects.filter(meeting=row).exclude(person__in=wanted).delete()
    return [
        Participant(
            meeting=row,
            person_id=person,
            attendance=Attendance.PRESENT,
            office=offices[person].office if person in offices else "",
            agency_id=offices[person].agency_id if person in offices else None,
            order=order,
        )
        for order, person in enumerate(wanted)
        if person not in here
    ]


def _offices(job: Job) -> dict[int, Membership]:
    """Return the newest seat of every person who ever sat in the body."""
    seats = Membership.objects.filter(body=job.body).order_by("starts", "pk")
    return {seat.person_id: seat for seat in seats}


def _announce(job: Job, rows: list[tuple[MeetingFacts, Meeting]], *, changed: set[str]) -> None:
    for facts, row in rows:
        announce(_event(job, facts, row, is_update=facts.id in changed), actor=None)


def _event(job: Job, facts: MeetingFacts, row: Meeting, *, is_update: bool) -> MeetingImported:
    return MeetingImported(
        meeting_id=row.pk,
        source=job.ledger.source,
        url=facts.id,
        title=facts.title,
        starts_at=facts.starts_at.isoformat(),
        is_update=is_update,
    )
