"""Who works for an agency or for a member, and the named groups of a body."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from core.policies import require
from people.errors import (
    AssistsAlready,
    CircleThere,
    EndsBeforeStart,
    NoAssistantForSelf,
    NothingForSelf,
    PostHeldAlready,
)
from people.events import (
    AssistanceEnded,
    AssistantAppointed,
    CircleChanged,
    CircleFormed,
    PostEnded,
    PostGiven,
)
from people.models import Agency, Assistance, Body, Circle, Duty, Membership, Person, Post
from people.policies import agencies_served_by, may_administer
from realtime.journal import announce


@transaction.atomic
def give_post(
    actor: Person,
    body: Body,
    *,
    person: Person,
    agency: Agency,
    starts: date,
    duty: Duty | str = Duty.CLERK,
    office: str = "",
    ends: date | None = None,
) -> Post:
    """Let somebody else work for an agency that has to do with the body, from a day on."""
    require(may_administer(actor, body))
    require(agencies_served_by(body).filter(pk=agency.pk).exists())
    _require_another(actor, [person])
    _require_order(starts, ends)
    posts = Agency.objects.select_for_update().get(pk=agency.pk).posts
    if posts.filter(person=person, duty=duty, ends__isnull=True).exists():
        raise PostHeldAlready(person=person)
    post = posts.create(person=person, duty=Duty(duty), office=office, starts=starts, ends=ends)
    event = PostGiven(
        body_id=body.pk,
        person=person.pk,
        agency=agency.code,
        duty=post.duty,
        starts=starts.isoformat(),
    )
    announce(event, actor=actor)
    return post


@transaction.atomic
def end_post(actor: Person, body: Body, post: Post, *, ends: date) -> Post:
    """End somebody's work for an agency with that day."""
    require(may_administer(actor, body))
    require(agencies_served_by(body).filter(pk=post.agency_id).exists())
    _require_order(post.starts, ends)
    post.ends = ends
    post.save(update_fields=["ends"])
    event = PostEnded(
        body_id=body.pk, person=post.person_id, agency=post.agency.code, ends=ends.isoformat()
    )
    announce(event, actor=actor)
    return post


@transaction.atomic
def appoint_assistant(
    actor: Person,
    seat: Membership,
    *,
    person: Person,
    starts: date,
    ends: date | None = None,
) -> Assistance:
    """Let somebody prepare for a member: read what the member reads, never decide.

    The member names whom he or she trusts, or an administrator does.
    """
    require(actor.pk == seat.person_id or may_administer(actor, seat.body))
    if person.pk == seat.person_id:
        raise NoAssistantForSelf
    _require_another(actor, [person])
    _require_order(starts, ends)
    seat = Membership.objects.select_for_update(of=("self",)).get(pk=seat.pk)
    if seat.assistances.filter(person=person, ends__isnull=True).exists():
        raise AssistsAlready(person=person)
    assistance: Assistance = seat.assistances.create(person=person, starts=starts, ends=ends)
    event = AssistantAppointed(
        body_id=seat.body_id,
        person=person.pk,
        member=seat.person_id,
        starts=starts.isoformat(),
        ends=ends.isoformat() if ends else None,
    )
    announce(event, actor=actor)
    return assistance


@transaction.atomic
def end_assistance(actor: Person, assistance: Assistance, *, ends: date) -> Assistance:
    """End somebody's work for a member with that day."""
    seat = assistance.membership
    require(may_administer(actor, seat.body))
    _require_order(assistance.starts, ends)
    assistance.ends = ends
    assistance.save(update_fields=["ends"])
    event = AssistanceEnded(
        body_id=seat.body_id,
        person=assistance.person_id,
        member=seat.person_id,
        ends=ends.isoformat(),
    )
    announce(event, actor=actor)
    return assistance


@transaction.atomic
def form_circle(
    actor: Person, body: Body, *, name: str, persons: Iterable[Person], name_en: str = ""
) -> Circle:
    """Form a named group, to whom things may be shown together."""
    require(may_administer(actor, body))
    _require_free(body, name)
    members = list(persons)
    _require_another(actor, members)
    circle = Circle.objects.create(body=body, name=name, name_en=name_en)
    circle.persons.set(members)
    announce(CircleFormed(**_told(circle)), actor=actor)
    return circle


@transaction.atomic
def change_circle(
    actor: Person, circle: Circle, *, name: str, persons: Iterable[Person], name_en: str = ""
) -> Circle:
    """Change a group's name and who is in it. What was shown to it is shown to those in it now."""
    require(may_administer(actor, circle.body))
    circle = Circle.objects.select_for_update(of=("self",)).select_related("body").get(pk=circle.pk)
    _require_free(circle.body, name, but=circle)
    members = list(persons)
    before = set(circle.persons.values_list("pk", flat=True))
    _require_another(actor, [one for one in members if one.pk not in before])
    circle.name, circle.name_en = name, name_en
    circle.save(update_fields=["name", "name_en"])
    circle.persons.set(members)
    announce(CircleChanged(**_told(circle)), actor=actor)
    return circle


def _told(circle: Circle) -> dict[str, Any]:
    persons = sorted(circle.persons.values_list("pk", flat=True))
    facts = {"body_id": circle.body_id, "circle": circle.pk}
    return {**facts, "title": circle.name, "persons": tuple(persons)}


def _require_another(actor: Person, persons: Iterable[Person]) -> None:
    """Refuse what would open things to the one who gives it: it takes a second person."""
    if any(person.pk == actor.pk for person in persons):
        raise NothingForSelf


def _require_order(starts: date, ends: date | None) -> None:
    if ends and ends < starts:
        raise EndsBeforeStart


def _require_free(body: Body, name: str, but: Circle | None = None) -> None:
    same = body.circles.filter(name=name)
    if (same.exclude(pk=but.pk) if but else same).exists():
        raise CircleThere(name=name)
