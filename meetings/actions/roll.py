"""The roll after a change of seats: who was appointed comes on it, who has left goes off."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction

from core.policies import require
from meetings.actions.calling import call_in
from meetings.actions.invitations import invited, take_off
from meetings.actions.planning import place_of, seats_on
from meetings.errors import MeetingHasBegun
from meetings.models import Meeting, Participant
from meetings.policies import MeetingPolicy, require_open_record
from meetings.states import Capacity, MeetingState
from people.models import Membership, Person
from realtime.journal import announce

EARLY = {MeetingState.DRAFT, MeetingState.CONVENED}


class Differences(NamedTuple):
    """Seats that have no place on the roll, and places whose seat is no longer held."""

    seats: list[Membership]
    places: list[Participant]


def roll_differences(
    meeting: Meeting, everybody: Iterable[Participant] | None = None
) -> Differences:
    """Compare the roll with the seats held on the meeting's day; who has read the roll passes it."""
    seats = seats_on(meeting.body, meeting.starts_at)
    roll = meeting.participants.select_related("person") if everybody is None else everybody
    places = [place for place in roll if place.capacity == Capacity.MEMBER]
    seated, placed = {seat.person_id for seat in seats}, {place.person_id for place in places}
    return Differences(
        [seat for seat in seats if seat.person_id not in placed],
        [place for place in places if place.person_id not in seated],
    )


@transaction.atomic
def renew_roll(actor: Person, meeting: Meeting) -> Differences:
    """Bring the roll up to the seats held on the meeting's day, before the meeting begins."""
    require(MeetingPolicy(actor, meeting).may_edit)
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    require_open_record(meeting)
    if meeting.state not in EARLY:
        raise MeetingHasBegun
    found = roll_differences(meeting)
    for place in found.places:
        take_off(actor, place)
    for seat in found.seats:
        _seat(actor, meeting, seat)
    return found


def _seat(actor: Person, meeting: Meeting, seat: Membership) -> None:
    """Put a new member on the roll; who was invited otherwise until now becomes one."""
    place = place_of(meeting, seat)
    known = meeting.participants.filter(person=seat.person).first()
    place.pk = known.pk if known else None
    place.save()
    announce(invited(place), actor=actor)
    if known is None:
        call_in(place)
