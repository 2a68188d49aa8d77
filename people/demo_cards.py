"""Who can sign in, offered as cards. Only ever in the demonstration."""

from typing import TypedDict

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from people.models import Assistance, Membership, Person, Post, Role, RoleGrant, Substitution


class Card(TypedDict):
    """One person of the demonstration."""

    username: str
    name: str
    office: str
    group: str
    password: str


def cards() -> list[Card]:
    """Return the demonstration's persons; nobody outside demo mode."""
    if not settings.DEMO:
        return []
    seats = {seat.person_id: seat for seat in Membership.objects.all()}
    roles = {grant.person_id: grant for grant in RoleGrant.objects.all()}
    stands_in = {post.person_id: post.office for post in Post.objects.all()}
    stands_in |= {one.person_id: _assistant_of(one) for one in helping()}
    stands_in |= {named.substitute_id: named.office for named in Substitution.objects.all()}
    people = Person.objects.filter(is_active=True, is_superuser=False).order_by("pk")
    return [_card(p, seats.get(p.pk), roles.get(p.pk), stands_in.get(p.pk, "")) for p in people]


def helping() -> QuerySet[Assistance]:
    return Assistance.objects.select_related("membership__person")


def _assistant_of(one: Assistance) -> str:
    return _("Assistant of %(name)s") % {"name": one.membership.person}


def _card(person: Person, seat: Membership | None, grant: RoleGrant | None, other: str) -> Card:
    leads = grant is not None and grant.role in {Role.CHAIR, Role.SECRETARY}
    group = "lead" if leads else "member" if seat else "other"
    office = seat.office_here if seat else grant.get_role_display() if grant else other
    return Card(
        username=person.username,
        name=person.full_name,
        office=str(office),
        group=group,
        password=settings.DEMO_PASSWORD,
    )
