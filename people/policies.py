"""Who holds which role for which body, and which bodies a person belongs to."""

from django.db.models import QuerySet
from django.utils import timezone

from people.models import Body, Membership, Person, Role, RoleGrant


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


def members_of(body: Body) -> QuerySet[Membership]:
    """Return the seats of ``body`` that are held today, in protocol order."""
    seats = Membership.objects.on(timezone.localdate()).filter(body=body)
    return seats.select_related("person", "agency")
