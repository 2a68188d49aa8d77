"""Positions that something has overtaken: they stand, are marked, and the member confirms or changes."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from agendas.actions.facts import facts_of
from agendas.actions.positions import open_items, said
from agendas.errors import NothingToConfirm
from agendas.models import Item, Position, PositionNews
from agendas.opinions import PositionConfirmed
from agendas.states import ItemState, NewsKind
from core.clock import now
from core.policies import require
from meetings.models import Meeting, Participant
from meetings.policies import MeetingPolicy
from people.models import Person
from realtime.journal import announce


@transaction.atomic
def confirm_positions(
    actor: Person, meeting: Meeting, *, items: Iterable[Item], up_to: datetime
) -> list[Position]:
    """Stand by positions that were overtaken, as far as one has seen by what (``up_to``)."""
    require(MeetingPolicy(actor, meeting).may_vote)
    wanted = {item.pk for item in items}
    chosen = [item for item in open_items(actor, meeting) if item.pk in wanted]
    own = Position.objects.filter(participant__person=actor, item__in=chosen, news__isnull=False)
    unseen = PositionNews.objects.filter(position__in=own, at__gt=up_to).values("position")
    found = list(own.exclude(pk__in=unseen).distinct().select_related("item__parent"))
    if not found:
        raise NothingToConfirm
    for position in found:
        confirm(actor, position)
    return found


def confirm(actor: Person, position: Position) -> None:
    """Write that a member stands by a position on a locked item, and announce it."""
    position.news.all().delete()
    position.confirmed_at = now()
    position.save(update_fields=["confirmed_at"])
    announce(PositionConfirmed(**facts_of(position.item), **said(position)), actor=actor)


def given_on(item: Item) -> QuerySet[Position]:
    """Return the positions given on an item that is not reached yet."""
    return Position.objects.filter(item=item, item__state=ItemState.PLANNED, given_at__isnull=False)


def places_with_positions(item: Item) -> list[Participant]:
    """Return the members whose positions on an item may be overtaken."""
    places = Participant.objects.filter(positions__in=given_on(item))
    return list(places.select_related("person"))


def outdate_positions(
    actor: Person | None,
    item: Item,
    what: NewsKind,
    *,
    among: Iterable[Participant] | None = None,
    **paper: int | str,
) -> None:
    """Mark the positions that a change has overtaken: all, or those of the members who see it.

    Who makes the change knows it.
    """
    seen = Q() if among is None else Q(participant__in=[place.pk for place in among])
    found = given_on(item).filter(seen)
    if actor is not None:
        found = found.exclude(participant__person=actor)
    PositionNews.objects.bulk_create(
        PositionNews(position=one, at=now(), what=what, **paper) for one in found
    )
