"""Seats of the body, with their days."""

from dataclasses import dataclass
from datetime import date

from exchange.importing.burying import end_seats
from exchange.importing.job import Job
from exchange.importing.people import made
from exchange.importing.values import Thing, day, flag, identity, link, text
from exchange.states import ImportKind
from people.models import Membership

LAST = 500  # behind everybody whose order somebody has chosen
AGENCY, PERSON, SEAT = ImportKind.AGENCY, ImportKind.PERSON, ImportKind.SEAT


@dataclass(frozen=True)
class SeatFacts:
    """What is read of a membership."""

    id: str
    person: str
    agency: str
    office: str
    has_vote: bool
    starts: date
    ends: date | None


def take_seats(job: Job, things: list[Thing]) -> None:
    """Take in memberships as seats of the body. A person has one open seat at most."""
    told = job.sort(SEAT, things, _seat)
    taken = _seated(job, told.new)
    rows = []
    for facts in told.new:
        person = job.ledger.key(PERSON, facts.person)
        if person is None or (facts.ends is None and person in taken):
            job.drop(SEAT, facts, _why_not(person))
            continue
        if facts.ends is None:
            taken.add(person)
        rows.append((facts, _row(job, facts, person)))
    made(job, SEAT, rows, Membership)
    for facts in told.changed:
        _change_seat(job, facts)
    end_seats(job, told.gone)


def _seated(job: Job, facts: list[SeatFacts]) -> set[int]:
    """Return who among these has an open seat already."""
    persons = [job.ledger.key(PERSON, one.person) for one in facts]
    open_seats = Membership.objects.filter(body=job.body, person__in=persons, ends=None)
    return set(open_seats.values_list("person", flat=True))


def _seat(job: Job, thing: Thing) -> SeatFacts | None:
    starts, ends = day(thing, "startDate"), day(thing, "endDate")
    if starts is None:
        job.skip(SEAT, identity(thing), "it has no day on which it begins")
        return None
    if ends and ends < starts:
        job.skip(SEAT, identity(thing), "it ends before it begins")
        return None
    return SeatFacts(
        id=identity(thing),
        person=link(thing, "person"),
        agency=link(thing, "onBehalfOf") or link(thing, "organization"),
        office=text(thing, "role", 160) or "Thành viên",
        has_vote=bool(flag(thing, "votingRight")),
        starts=starts,
        ends=ends,
    )


def _why_not(person: int | None) -> str:
    return "its person is not known" if person is None else "the person has an open seat already"


def _row(job: Job, facts: SeatFacts, person: int) -> Membership:
    return Membership(
        body=job.body,
        person_id=person,
        agency_id=job.ledger.key(AGENCY, facts.agency),
        office=facts.office,
        has_vote=facts.has_vote,
        starts=facts.starts,
        ends=facts.ends,
        order=LAST,
    )


def _change_seat(job: Job, facts: SeatFacts) -> None:
    """Change a seat that was taken in. It is opened again only while there is no other."""
    key = job.ledger.key(SEAT, facts.id) or 0
    person = job.ledger.key(PERSON, facts.person)
    others = Membership.objects.filter(body=job.body, person=person, ends=None).exclude(pk=key)
    if facts.ends is None and others.exists():
        job.drop(SEAT, facts, "the person has an open seat already")
        return
    if not job.is_dry:
        changes = {"office": facts.office, "has_vote": facts.has_vote}
        days = {"starts": facts.starts, "ends": facts.ends}
        Membership.objects.filter(pk=key).update(**changes, **days)
    job.note(SEAT, facts, key)
