"""Persons, seats, roles, and a member's naming of a substitute."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from core.policies import require
from people.errors import (
    AlreadySeated,
    EndsBeforeStart,
    HeadAlreadyThere,
    NoRoleForSelf,
    NoSubstituteForSelf,
    OwnRole,
    RoleAlreadyHeld,
)
from people.events import (
    PasswordSet,
    PersonAdded,
    PersonChanged,
    RoleEnded,
    RoleGranted,
    SeatLeft,
    SeatTaken,
    SubstituteNamed,
)
from people.models import Body, Membership, Person, Role, RoleGrant, Substitution
from people.policies import may_administer, may_edit
from realtime.bell import logins_changed
from realtime.journal import announce


@transaction.atomic
def add_person(actor: Person, body: Body, *, username: str, password: str, **facts: Any) -> Person:
    """Let somebody sign in. ``facts``: full_name, email, language."""
    require(may_administer(actor, body))
    person = Person.objects.create_user(username, password, **facts)
    announce(PersonAdded(body_id=body.pk, person=person.pk), actor=actor)
    return person


@transaction.atomic
def edit_person(actor: Person, body: Body, person: Person, **facts: Any) -> Person:
    """Change full_name, email, language or is_active of somebody."""
    require(may_administer(actor, body) and may_edit(actor, person))
    person = Person.objects.select_for_update().get(pk=person.pk)
    changed = tuple(sorted(name for name, value in facts.items() if getattr(person, name) != value))
    for name in changed:
        setattr(person, name, facts[name])
    person.save(update_fields=changed)
    logins_changed()
    if changed:
        announce(PersonChanged(body_id=body.pk, person=person.pk, fields=changed), actor=actor)
    return person


@transaction.atomic
def set_password(actor: Person, body: Body, person: Person, *, password: str) -> None:
    """Give somebody a new password; every session of theirs ends with it."""
    require(may_administer(actor, body) and may_edit(actor, person))
    person.set_password(password)
    person.save(update_fields=["password"])
    logins_changed()
    announce(PasswordSet(body_id=body.pk, person=person.pk), actor=actor)


@transaction.atomic
def seat_person(
    actor: Person, body: Body, *, person: Person, office: str, starts: date, **facts: Any
) -> Membership:
    """Give somebody a seat. ``facts``: agency, office_en, has_vote, presides, order."""
    require(may_administer(actor, body))
    seats = Body.objects.select_for_update().get(pk=body.pk).memberships
    standing = seats.filter(Q(ends__isnull=True) | Q(ends__gte=starts))
    if standing.filter(person=person).exists():
        raise AlreadySeated(person=person)
    if facts.get("presides") and standing.filter(presides=True).exists():
        raise HeadAlreadyThere
    seat = seats.create(person=person, office=office, starts=starts, **facts)
    event = SeatTaken(
        body_id=body.pk,
        person=person.pk,
        office=office,
        has_vote=seat.has_vote,
        starts=starts.isoformat(),
    )
    announce(event, actor=actor)
    return seat


@transaction.atomic
def end_seat(actor: Person, seat: Membership, *, ends: date) -> Membership:
    """End a seat with that day. Past meetings keep the name and office of then."""
    require(may_administer(actor, seat.body))
    if ends < seat.starts:
        raise EndsBeforeStart
    seat.ends = ends
    seat.save(update_fields=["ends"])
    announce(
        SeatLeft(body_id=seat.body_id, person=seat.person_id, ends=ends.isoformat()), actor=actor
    )
    return seat


@transaction.atomic
def grant_role(actor: Person, body: Body, *, person: Person, role: Role, starts: date) -> RoleGrant:
    """Give somebody else a role for the body."""
    require(may_administer(actor, body))
    if person.pk == actor.pk:
        raise NoRoleForSelf
    grants = Body.objects.select_for_update().get(pk=body.pk).role_grants
    if grants.filter(person=person, role=role, ends__isnull=True).exists():
        raise RoleAlreadyHeld(person=person)
    grant = grants.create(person=person, role=role, starts=starts)
    announce(RoleGranted(body_id=body.pk, person=person.pk, role=role), actor=actor)
    return grant


@transaction.atomic
def end_role(actor: Person, grant: RoleGrant, *, ends: date) -> RoleGrant:
    """End a role with that day."""
    require(may_administer(actor, grant.body))
    if grant.person_id == actor.pk and grant.role == Role.ADMINISTRATOR:
        raise OwnRole
    if ends < grant.starts:
        raise EndsBeforeStart
    grant.ends = ends
    grant.save(update_fields=["ends"])
    announce(RoleEnded(body_id=grant.body_id, person=grant.person_id, role=grant.role), actor=actor)
    return grant


@transaction.atomic
def name_substitute(
    actor: Person,
    seat: Membership,
    *,
    substitute: Person,
    office: str,
    starts: date,
    ends: date | None = None,
    reason: str = "",
) -> Substitution:
    """Name who comes in a member's stead: by the member or an administrator."""
    require(actor.pk == seat.person_id or may_administer(actor, seat.body))
    if substitute.pk == seat.person_id:
        raise NoSubstituteForSelf
    if ends and ends < starts:
        raise EndsBeforeStart
    named: Substitution = seat.substitutions.create(
        substitute=substitute, office=office, starts=starts, ends=ends, reason=reason
    )
    event = SubstituteNamed(
        body_id=seat.body_id,
        person=substitute.pk,
        member=seat.person_id,
        starts=starts.isoformat(),
        ends=ends.isoformat() if ends else None,
    )
    announce(event, actor=actor)
    return named
