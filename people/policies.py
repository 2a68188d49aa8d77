"""Who holds which role for which body, and which bodies a person belongs to."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.utils import timezone

from people.models import (
    Agency,
    Assistance,
    Body,
    Duty,
    Membership,
    Person,
    Post,
    Role,
    RoleGrant,
    Substitution,
)
from people.reads import read_once


def roles_of(person: Person, body: Body | int) -> frozenset[str]:
    """Return the roles that ``person`` holds today for ``body`` (or its key)."""
    today = timezone.localdate()
    key = body if isinstance(body, int) else body.pk
    grants = RoleGrant.objects.on(today).filter(person=person, body=key)
    return frozenset(grants.values_list("role", flat=True))


def has_role(person: Person, body: Body | int, *roles: Role) -> bool:
    """Tell whether ``person`` holds one of ``roles`` for ``body`` today."""
    return person.is_active and bool(roles_of(person, body) & {role.value for role in roles})


def bodies_where(person: Person, *roles: Role) -> QuerySet[Body]:
    """Return the bodies for which ``person`` holds one of ``roles`` today."""
    today = timezone.localdate()
    grants = RoleGrant.objects.on(today).filter(person=person, role__in=roles)
    return Body.objects.filter(pk__in=grants.values("body"))


@dataclass(frozen=True)
class Offices:
    """What a person is today: the roles for bodies, by their keys, and the agencies worked for."""

    roles: frozenset[tuple[int, str]]
    agencies: frozenset[int]

    def bodies(self, *roles: Role) -> set[int]:
        """Return the keys of the bodies for which the person holds one of ``roles``."""
        return {body for body, role in self.roles if role in roles}


@read_once
def offices_of(person: Person) -> Offices:
    """Return all that a person is today, in one question."""
    today = timezone.localdate()
    grants = RoleGrant.objects.on(today).filter(person=person).order_by()
    posts = Post.objects.on(today).filter(person=person).order_by()
    seats = Membership.objects.on(today).filter(person=person, agency__isnull=False).order_by()
    none = Value("")
    rows = grants.values_list("body", "role").union(
        posts.values_list("agency", none), seats.values_list("agency", none)
    )
    held = set(rows) if person.is_active else set()
    return Offices(
        roles=frozenset((key, role) for key, role in held if role),
        agencies=frozenset(key for key, role in held if not role),
    )


def agencies_of(person: Person) -> QuerySet[Agency]:
    """Return the agencies ``person`` works for today, by a post or by a seat as their head."""
    today = timezone.localdate()
    posts = Post.objects.on(today).filter(person=person).values("agency")
    seats = Membership.objects.on(today).filter(person=person).values("agency")
    return Agency.objects.filter(Q(pk__in=posts) | Q(pk__in=seats))


def working_for(agencies: QuerySet[Any, Any]) -> Q:
    """Match the persons who work for one of these agencies today: ``agencies_of`` the other way."""
    today = timezone.localdate()
    posts = Post.objects.on(today).filter(agency__in=agencies).values("person")
    seats = Membership.objects.on(today).filter(agency__in=agencies).values("person")
    return Q(pk__in=posts) | Q(pk__in=seats)


def clerks_of(agency: Agency) -> list[Person]:
    """Return the clerks who lodge submissions for an agency today."""
    posts = Post.objects.on(timezone.localdate()).filter(agency=agency, duty=Duty.CLERK)
    return list(Person.objects.filter(pk__in=posts.values("person"), is_active=True))


def holders_of(body: int, role: Role) -> list[Person]:
    """Return who holds a role for a body, by its key, today."""
    grants = RoleGrant.objects.on(timezone.localdate()).filter(body=body, role=role)
    return list(Person.objects.filter(pk__in=grants.values("person"), is_active=True))


def holds_on(day: date, path: str) -> Q:
    """Match rows whose related ``path``, a thing that holds from a day to a day, holds on that day."""
    open_end = Q(**{f"{path}__ends__isnull": True}) | Q(**{f"{path}__ends__gte": day})
    return Q(**{f"{path}__starts__lte": day}) & open_end


def members_of(body: Body) -> QuerySet[Membership]:
    """Return the seats of ``body`` that are held today, in protocol order."""
    seats = Membership.objects.on(timezone.localdate()).filter(body=body)
    return seats.select_related("person", "agency")


def seats_assisted_by(person: Person) -> QuerySet[Membership]:
    """Return the seats whose holders ``person`` assists today."""
    if not person.is_active:
        return Membership.objects.none()
    today = timezone.localdate()
    assistances = Assistance.objects.on(today).filter(person=person)
    return Membership.objects.on(today).filter(pk__in=assistances.values("membership"))


def may_administer(person: Person, body: Body) -> bool:
    """Tell whether ``person`` keeps the body's people."""
    return has_role(person, body, Role.ADMINISTRATOR)


def agencies_served_by(body: Body) -> QuerySet[Agency]:
    """Return the agencies whose posts the body's administrators give.

    Those whose head sits in the body, and those that have no seat in any.
    """
    here = Q(membership__body=body)
    return Agency.objects.filter(here | Q(membership__isnull=True)).distinct()


def posts_of(body: Body) -> QuerySet[Post]:
    """Return the posts that the body's administrators keep, in the order of the agencies."""
    posts = Post.objects.filter(agency__in=agencies_served_by(body).values("pk"))
    return posts.select_related("agency", "person").order_by("agency__order", "pk")


def assistances_of(body: Body) -> QuerySet[Assistance]:
    """Return who assists the members of the body, in protocol order."""
    found = Assistance.objects.filter(membership__body=body)
    found = found.select_related("membership__person", "person")
    return found.order_by("membership__order", "pk")


def persons_of(body: Body) -> QuerySet[Person]:
    """Return everybody who has or had a part in ``body``: by seat, role, post, in a stead, as help."""
    seated = Membership.objects.filter(body=body).values("person")
    granted = RoleGrant.objects.filter(body=body).values("person")
    named = Substitution.objects.filter(membership__body=body).values("substitute")
    working = Q(pk__in=posts_of(body).values("person"))
    helping = Q(pk__in=assistances_of(body).values("person"))
    mine = Q(pk__in=seated) | Q(pk__in=granted) | Q(pk__in=named) | working | helping
    return Person.objects.filter(mine).order_by("name_key")


def may_edit(actor: Person, person: Person) -> bool:
    """Tell whether ``actor`` may change ``person``'s name or password.

    Only who administers every body the person is tied to: else giving somebody a small role here
    would open his or her account there.
    """
    ours = bodies_where(actor, Role.ADMINISTRATOR)
    tied = Body.objects.filter(
        Q(memberships__person=person)
        | Q(role_grants__person=person)
        | Q(memberships__substitutions__substitute=person)
        | Q(memberships__assistances__person=person)
        | Q(memberships__agency__posts__person=person)
        | Q(circles__persons=person)
    )
    return ours.exists() and not tied.exclude(pk__in=ours).exists()
