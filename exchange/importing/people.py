"""Agencies and persons."""

import hashlib
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from exchange.importing.burying import end_seats_of, keep_agencies
from exchange.importing.job import Job
from exchange.importing.values import Thing, digest, identity, text
from exchange.states import ImportKind
from people.models import Agency, Person
from people.names import name_key

MADE_HERE, NAMED_HERE = "OP.", "oparl-"
AGENCY, PERSON = ImportKind.AGENCY, ImportKind.PERSON


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


def take_agencies(job: Job, things: list[Thing]) -> None:
    """Take in organizations. One of the same name that is here already is the same agency."""
    told = job.sort(AGENCY, things, _agency)
    here = {agency.name: agency.pk for agency in Agency.objects.all()}
    rows = []
    for facts in told.new:
        if facts.name in here:
            job.note(AGENCY, facts, here[facts.name])
            continue
        agency = Agency(name=facts.name, short_name=facts.short_name, code=_code(facts.id))
        rows.append((facts, agency))
        here[facts.name] = 0
    made(job, AGENCY, rows, Agency)
    _same_names(job, told.new)
    for facts in told.changed:
        _change_agency(job, facts)
    keep_agencies(job, told.gone)


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
    made(job, PERSON, rows, Person)
    for facts in told.changed:
        _change_person(job, facts)
    end_seats_of(job, told.gone)


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


def made(job: Job, kind: ImportKind, rows: list, model: type) -> None:  # type: ignore[type-arg]
    """Create rows at once, and note what each object became."""
    created = [row for _facts, row in rows]
    if not job.is_dry:
        model.objects.bulk_create(created, batch_size=400)  # type: ignore[attr-defined]
    for facts, row in rows:
        job.note(kind, facts, row.pk or job.ledger.planned_key())


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
        mine.update(full_name=facts.name, name_key=name_key(facts.name), email=facts.email)
    job.note(PERSON, facts, key)


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
