"""Positions before the session. Assistants prepare; only the member gives."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from agendas.actions.facts import facts_of, fresh, hold
from agendas.errors import (
    ItemSettled,
    NothingLeft,
    NothingPrepared,
    NotPublished,
    ReasonMissing,
)
from agendas.models import IN_ORDER, Item, Position
from agendas.opinions import PositionGiven, PositionWithdrawn
from agendas.policies import ItemPolicy, items_visible_to, may_prepare
from agendas.states import ItemState, Stance
from core.clock import now
from core.policies import require
from meetings.models import Meeting, Participant
from meetings.policies import MeetingPolicy
from people.models import Person
from realtime.journal import announce


@transaction.atomic
def give_position(actor: Person, item: Item, *, stance: Stance | str, reason: str = "") -> Position:
    """Say what one thinks of an item, or something else than before, until it is reached."""
    require(ItemPolicy(actor, item).may_take_position)
    item = _waiting(item)
    return write_position(actor, item, Stance(stance), reason.strip())


@transaction.atomic
def withdraw_position(actor: Person, item: Item) -> Position:
    """Take one's position back: one has not answered then."""
    require(ItemPolicy(actor, item).may_take_position)
    item = _waiting(item)
    position = _own(actor, item)
    if not position.is_given:
        return position
    event = PositionWithdrawn(**facts_of(item), **said(position))
    position.stance, position.reason = "", ""
    position.given_at, position.in_call, position.confirmed_at = None, False, None
    position.save()
    position.news.all().delete()
    announce(event, actor=actor)
    return position


@transaction.atomic
def draft_position(
    actor: Person, item: Item, *, place: Participant, stance: Stance | str, reason: str = ""
) -> Position:
    """Prepare a position for the member one assists; an empty stance takes the draft away."""
    require(may_prepare(actor, item, place))
    item = _waiting(item)
    position = _row(item, place)
    if not stance:
        position.forget_draft()
    else:
        position.draft_stance, position.draft_reason = Stance(stance), reason.strip()
        position.drafted_by, position.drafted_at = actor, now()
        _require_reason(position.draft_stance, position.draft_reason)
    position.save()
    return position


@transaction.atomic
def give_drafts(
    actor: Person, meeting: Meeting, *, up_to: datetime | None = None
) -> list[Position]:
    """Give everything that was prepared for oneself, as far as one has seen it (``up_to``)."""
    require(MeetingPolicy(actor, meeting).may_vote)
    items = open_items(actor, meeting)
    drafts = Position.objects.filter(
        item__in=items, participant__person=actor, drafted_at__isnull=False
    )
    if up_to:
        drafts = drafts.filter(drafted_at__lte=up_to)
    found = list(drafts.select_related("item__parent"))
    if not found:
        raise NothingPrepared
    return [
        write_position(actor, one.item, Stance(one.draft_stance), one.draft_reason) for one in found
    ]


@transaction.atomic
def give_all(
    actor: Person, meeting: Meeting, *, items: Iterable[Item] | None = None
) -> list[Position]:
    """Say that there is no objection to what one has not marked yet and nobody has prepared.

    With ``items``, to those alone: one agrees to what one has seen.
    """
    require(MeetingPolicy(actor, meeting).may_vote)
    wanted = {item.pk for item in items} if items is not None else None
    marked = Position.objects.filter(participant__person=actor, item__meeting=meeting)
    touched = {one.item_id for one in marked if one.is_given or one.is_drafted}
    left = [
        item
        for item in open_items(actor, meeting)
        if item.pk not in touched and (wanted is None or item.pk in wanted)
    ]
    if not left:
        raise NothingLeft
    return [write_position(actor, item, Stance.NO_OBJECTION, "") for item in left]


def write_position(
    actor: Person, item: Item, stance: Stance, reason: str, *, in_call: bool = False
) -> Position:
    """Write a position on a locked item and announce it; the same again changes nothing.

    The same again after something has changed is another position: it was given knowing that.
    """
    position = _own(actor, item)
    if not in_call:
        _require_reason(stance, reason)
    is_same = (position.stance, position.reason) == (stance, reason)
    if is_same and not position.is_drafted and not (position.pk and position.news.exists()):
        return position
    position.stance, position.reason = stance, reason
    position.given_at, position.in_call, position.confirmed_at = now(), in_call, None
    position.forget_draft()
    position.save()
    position.news.all().delete()
    event = PositionGiven(**facts_of(item), **said(position), reason=reason, in_call=in_call)
    announce(event, actor=actor)
    return position


def _waiting(item: Item) -> Item:
    """Return the item, its meeting locked, while positions on it are taken."""
    hold(item.meeting)
    item = fresh(item)
    if item.state != ItemState.PLANNED:
        raise ItemSettled(label=item.label)
    if not item.is_published:
        raise NotPublished(label=item.label)
    return item


def open_items(actor: Person, meeting: Meeting) -> list[Item]:
    """Return the items the person may take a position on, their meeting locked."""
    hold(meeting)
    seen = items_visible_to(actor).filter(
        meeting=meeting, state=ItemState.PLANNED, published_in__isnull=False
    )
    return list(seen.select_related("parent").order_by(*IN_ORDER))


def _require_reason(stance: str, reason: str) -> None:
    if stance == Stance.OBJECTION and not reason:
        raise ReasonMissing


def _own(actor: Person, item: Item) -> Position:
    places = Participant.objects.select_related("person")
    return _row(item, places.get(meeting=item.meeting_id, person=actor))


def _row(item: Item, place: Participant) -> Position:
    row = Position.objects.filter(item=item, participant=place).first()
    return row or Position(item=item, participant=place)


def said(position: Position) -> dict[str, Any]:
    place = position.participant
    return {
        "participant_id": place.pk,
        "person": str(place.person),
        "office": place.office,
        "stance": position.stance,
    }
