"""Agencies, persons and seats."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from exchange.importing.job import Job
from exchange.importing.values import Thing, day, digest, flag, identity, link, text
from exchange.states import ImportKind
from people.models import Agency, Membership, Person

MADE_HERE, NAMED_HERE = "OP.", "oparl-"
LAST = 500  # behind everybody whose order somebody has chosen
AGENCY, PERSON, SEAT = ImportKind.AGENCY, ImportKind.PERSON, ImportKind.SEAT


@dataclass(frozen=True)
class AgencyFacts:
    """What is read of an organization."""

    id: str
    name: str
    short_name: str


@dataclass(frozen=True)
class PersonFacts:
    """What is read of a person."""

    id: str
    name: str
    email: str


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


def take_agencies(job: Job, things: list[Thing]) -> None:
    """Take in organizations. One of the same name that is here already is the same agency."""
    told = job.sort(AGENCY, things, _agency)
    here = {agency.name: agency.pk for agency in Agency.objects.all()}
    rows = []
    for facts in told.new:
        if facts.name in here:
            job.note(AGENCY, facts, here[facts.name])
            continue
        rows.append(
            (facts, Agency(name=facts.name, short_name=facts.short_name, code=_code(facts.id)))
        )
        here[facts.name] = 0
    _made(job, AGENCY, rows, Agency)
    _same_names(job, told.new)
    for facts in told.changed:
        _change_agency(job, facts)


def take_persons(job: Job, things: list[Thing]) -> None:
    """Take in persons who cannot sign in. Whoever has the same e-mail address here is the same."""
    told = job.sort(PERSON, things, _person)
    here = _accounts({facts.email.lower() for facts in told.new if facts.email})
    rows = []
    for facts in told.new:
        account = here.get(facts.email.lower()) if facts.email else None
        if account:
            job.note(PERSON, facts, account)
            continue
        person = Person(
            username=f"{NAMED_HERE}{_hash(facts.id)[:20]}",
            full_name=facts.name,
            email=facts.email,
            is_active=False,
            password=make_password(None),
        )
        rows.append((facts, person))
    _made(job, PERSON, rows, Person)
    for facts in told.changed:
        _change_person(job, facts)


def take_seats(job: Job, things: list[Thing]) -> None:
    """Take in memberships as seats of the body. A person has one open seat at most."""
    told = job.sort(SEAT, things, _seat)
    persons = [job.ledger.key(PERSON, facts.person) for facts in told.new]
    open_seats = Membership.objects.filter(body=job.body, person__in=persons, ends=None)
    taken = set(open_seats.values_list("person", flat=True))
    rows = []
    for facts in told.new:
        person = job.ledger.key(PERSON, facts.person)
        if person is None or (facts.ends is None and person in taken):
            job.drop(SEAT, facts, _why_not(person))
            continue
        if facts.ends is None:
            taken.add(person)
        rows.append((facts, _row(job, facts, person)))
    _made(job, SEAT, rows, Membership)
    for facts in told.changed:
        _change_seat(job, facts)


def _agency(job: Job, thing: Thing) -> AgencyFacts | None:
    name = text(thing, "name", 200) or text(thing, "shortName", 200)
    if not name:
        job.skip(AGENCY, identity(thing), "it has no name")
        return None
    short = text(thing, "shortName", 40) or text({"name": name}, "name", 40)
    return AgencyFacts(id=identity(thing), name=name, short_name=short)


def _person(job: Job, thing: Thing) -> PersonFacts | None:
    whole = " ".join(filter(None, (text(thing, "familyName", 60), text(thing, "givenName", 60))))
    name = text(thing, "name", 120) or whole[:120]
    if not name:
        job.skip(PERSON, identity(thing), "it has no name")
        return None
    return PersonFacts(id=identity(thing), name=name, email=_email(thing))


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


def _change_agency(job: Job, facts: AgencyFacts) -> None:
    """Change an agency that an import made; one that was here before stays as it is."""
    key = job.ledger.key(AGENCY, facts.id) or 0
    if not job.is_dry:
        mine = Agency.objects.filter(pk=key, code__startswith=MADE_HERE)
        mine.update(name=facts.name, short_name=facts.short_name)
    job.note(AGENCY, facts, key)


def _change_person(job: Job, facts: PersonFacts) -> None:
    """Change a person that an import made; an account somebody signs in with stays as it is."""
    key = job.ledger.key(PERSON, facts.id) or 0
    if not job.is_dry:
        mine = Person.objects.filter(pk=key, is_active=False, username__startswith=NAMED_HERE)
        mine.update(full_name=facts.name, email=facts.email)
    job.note(PERSON, facts, key)


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


def _made(job: Job, kind: ImportKind, rows: list, model: type) -> None:  # type: ignore[type-arg]
    """Create rows at once, and note what each object became."""
    made = [row for _facts, row in rows]
    if not job.is_dry:
        model.objects.bulk_create(made, batch_size=400)  # type: ignore[attr-defined]
    for facts, row in rows:
        job.note(kind, facts, row.pk or job.ledger.planned_key())


def _same_names(job: Job, new: list[AgencyFacts]) -> None:
    """Let two organizations of one name within a page be the same agency."""
    keys: dict[str, int] = {}
    for facts in new:
        known = job.ledger.get(AGENCY, facts.id)
        if known and known.key:
            keys[facts.name] = known.key
    for facts in new:
        job.ledger.note(AGENCY, facts.id, keys[facts.name], digest(facts))


def _accounts(emails: set[str]) -> dict[str, int]:
    """Return the persons who alone have one of these addresses, or sign in with it."""
    if not emails:
        return {}
    found: dict[str, set[int]] = {}
    for pk, email, username in Person.objects.values_list("pk", "email", "username"):
        for name in {email.lower(), username.lower()} & emails:
            found.setdefault(name, set()).add(pk)
    return {name: keys.pop() for name, keys in found.items() if len(keys) == 1}


def _email(thing: Thing) -> str:
    told = thing.get("email")
    candidates = told if isinstance(told, list) else [told]
    for one in candidates:
        address = text({"email": one}, "email", 254)
        try:
            validate_email(address)
        except ValidationError:
            continue
        return address
    return ""


def _code(name: str) -> str:
    return f"{MADE_HERE}{_hash(name)[:24]}"


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()
