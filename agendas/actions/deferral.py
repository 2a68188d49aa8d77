"""Deferring an item to another session: its matter goes on, and both sessions name each other."""

from django.db import transaction
from guardian.shortcuts import assign_perm

from agendas import events
from agendas.actions.arranging import place_by_rule
from agendas.actions.facts import facts_of, family_of, fresh, held, hold
from agendas.actions.floor import leave_floor
from agendas.actions.items import new_item
from agendas.errors import AgendaSettled, NoOtherMeeting, ReasonMissing
from agendas.guards import ask_guards, tell_followers
from agendas.models import Item, ItemCircle, ItemGroupObjectPermission, ItemOffice
from agendas.policies import VIEW, ItemPolicy, persons_who_see
from agendas.states import ITEM_MOVES, ItemState
from agendas.submissions import notices
from core.clock import now
from core.policies import require
from core.states import move
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from meetings.states import MeetingState
from people.models import Person
from realtime.journal import announce

AHEAD = {MeetingState.DRAFT, MeetingState.CONVENED}


@transaction.atomic
def defer_item(actor: Person, item: Item, *, meeting: Meeting, reason: str) -> Item:
    """Defer an item with its sub-items to a session ahead. Return the item it goes on as.

    Papers, marks and history belong to the matter and follow it; the place does not.
    """
    require(ItemPolicy(actor, item).may_edit and MeetingPolicy(actor, meeting).may_edit)
    there = _held_ahead(item, meeting)
    item = fresh(item)
    if not reason.strip():
        raise ReasonMissing
    first, *subs = family_of(item)
    gone_on = _go_on(actor, first, there, reason.strip(), None)
    for sub in subs:
        _go_on(actor, sub, there, reason.strip(), gone_on)
    return gone_on


def _held_ahead(item: Item, meeting: Meeting) -> Meeting:
    """Lock both meetings, always in the same order; return the one the item is deferred to."""
    locked = {key: held(key) for key in sorted({item.meeting_id, meeting.pk})}
    here, there = locked[item.meeting_id], locked[meeting.pk]
    if here.state == MeetingState.ADJOURNED:
        raise AgendaSettled
    if there.pk == here.pk or there.body_id != here.body_id or there.state not in AHEAD:
        raise NoOtherMeeting
    return hold(there)


def _go_on(actor: Person, item: Item, there: Meeting, reason: str, under: Item | None) -> Item:
    """Close an item here and begin the one it goes on as."""
    ask_guards(item)
    leave_floor(actor, item)
    move(item, ItemState.DEFERRED, moves=ITEM_MOVES)
    item.withdrawn_for, item.closed_at = reason, now()
    item.save(update_fields=["state", "withdrawn_for", "closed_at"])
    after = _copied(item, there, under)
    tell_followers(item, after)
    gone = events.ItemDeferred(
        **facts_of(item),
        reason=reason,
        to_meeting_id=there.pk,
        to_item_id=after.pk,
    )
    announce(gone, actor=actor)
    notices.tell_deferred(actor, item, after)
    announce(events.ItemAdded(**facts_of(after), continues=item.pk), actor=actor)
    return after


def _copied(item: Item, there: Meeting, under: Item | None) -> Item:
    after = new_item(
        there,
        matter=item.matter,
        parent=under,
        title=item.title,
        summary=item.summary,
        kind=item.kind,
        sponsor=item.sponsor,
        rapporteur=item.rapporteur,
        minutes=item.minutes,
        restricted=item.restricted,
        secrecy=item.secrecy,
        continues=item,
    )
    _copy_sight(item, after)
    if item.parent and under is None:
        _copy_sight(item.parent, after)  # who sees the whole sees its parts
    if under is None:
        place_by_rule(after)
    return after


def _copy_sight(item: Item, after: Item) -> None:
    """Let the same persons, groups, offices and circles see the item it goes on as."""
    for person in persons_who_see(item):
        assign_perm(VIEW, person, after)
    for grant in ItemGroupObjectPermission.objects.filter(content_object=item):
        assign_perm(VIEW, grant.group, after)
    for office in item.offices.all():
        ItemOffice.objects.get_or_create(item=after, agency=office.agency)
    for circle in item.circles.all():
        ItemCircle.objects.get_or_create(item=after, circle=circle.circle)
