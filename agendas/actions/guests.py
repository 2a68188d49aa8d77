"""Inviting somebody for one item: such a guest sees that item and nothing else of the meeting."""

from typing import Any

from django.db import transaction

from agendas import events
from agendas.actions.facts import facts_of, fresh, hold
from agendas.errors import SeesAlready
from agendas.models import Item, ItemGuest
from agendas.policies import ItemPolicy
from core.policies import require
from meetings.actions import invite, uninvite
from meetings.models import Meeting, Participant
from meetings.states import Attendance, Capacity
from people.models import Agency, Person
from realtime.journal import announce


@transaction.atomic
def invite_for_item(
    actor: Person, item: Item, *, person: Person, office: str = "", agency: Agency | None = None
) -> ItemGuest:
    """Invite somebody for an item; a guest of other items of the meeting comes for this one too."""
    require(ItemPolicy(actor, item).may_grant)
    meeting = hold(item.meeting)
    item = fresh(item)
    place = meeting.participants.select_related("person").filter(person=person).first()
    place = place or _new_guest(actor, meeting, person, office, agency)
    if not place.for_items:
        raise SeesAlready(name=place)
    guest, is_new = ItemGuest.objects.get_or_create(item=item, participant=place)
    if is_new:
        announce(events.GuestInvited(**facts_of(item), **_guest(place)), actor=actor)
    return guest


@transaction.atomic
def uninvite_from_item(actor: Person, guest: ItemGuest) -> None:
    """Take the invitation for one item back; with the last one the guest leaves the list."""
    require(ItemPolicy(actor, guest.item).may_grant)
    hold(guest.item.meeting)
    item, place = fresh(guest.item), guest.participant
    guest.delete()
    announce(events.GuestUninvited(**facts_of(item), **_guest(place)), actor=actor)
    unused = place.attendance in {Attendance.EXPECTED, Attendance.EXCUSED}
    if unused and not place.invited_items.exists():
        uninvite(actor, place)


def _new_guest(
    actor: Person, meeting: Meeting, person: Person, office: str, agency: Agency | None
) -> Participant:
    facts: dict[str, Any] = {"office": office, "agency": agency, "for_items": True}
    return invite(actor, meeting, person=person, capacity=Capacity.INVITEE, **facts)


def _guest(place: Participant) -> dict[str, Any]:
    return {"person_id": place.person_id, "person": str(place.person)}
