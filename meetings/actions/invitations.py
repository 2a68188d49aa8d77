"""Inviting: substitutes stand in for a member and have no vote, invitees come for themselves."""

from functools import partial

from django.db import transaction

from core.policies import require
from meetings import events
from meetings.actions.calling import call_in, call_out
from meetings.actions.facts import facts_of
from meetings.actions.planning import place_of, seats_on
from meetings.errors import (
    AlreadyInvited,
    InvitationsOver,
    MemberHasSubstitute,
    MemberIsHere,
    NotOnTheRoll,
    ParticipationUsed,
    StandInNeedsMember,
)
from meetings.models import Meeting, Participant, Site
from meetings.policies import MeetingPolicy, require_open_record
from meetings.states import Attendance, Capacity, MeetingState
from people.models import Agency, Person
from realtime import bell
from realtime.journal import announce

ORDERS = {Capacity.SUBSTITUTE: 0, Capacity.INVITEE: 500, Capacity.STAFF: 900}


@transaction.atomic
def invite(
    actor: Person,
    meeting: Meeting,
    *,
    person: Person,
    capacity: Capacity | str,
    office: str = "",
    office_en: str = "",
    agency: Agency | None = None,
    stands_for: Participant | None = None,
    site: Site | None = None,
    reason: str = "",
    for_items: bool = False,
) -> Participant:
    """Invite somebody. A substitute's member is excused, for the given reason.

    An invitee may come ``for_items`` only: he or she then sees nothing of the agenda but the
    items that name him or her.
    """
    require(MeetingPolicy(actor, meeting).may_edit)
    meeting = _locked(meeting)
    if meeting.participants.filter(person=person).exists():
        raise AlreadyInvited(name=person)
    place = _new_place(meeting, person, Capacity(capacity), stands_for)
    place.office, place.office_en = office or place.office, office_en or place.office_en
    place.agency, place.site, place.for_items = agency or place.agency, site, for_items
    place.save()
    if place.stands_for:
        _excuse(actor, place.stands_for, reason)
    announce(invited(place), actor=actor)
    call_in(place)
    return place


@transaction.atomic
def uninvite(actor: Person, participant: Participant) -> None:
    """Take an invitation back before anything came of it; members stay on the roll."""
    require(MeetingPolicy(actor, participant.meeting).may_edit)
    meeting = _locked(participant.meeting)
    place = meeting.participants.select_related("person", "site").get(pk=participant.pk)
    if place.capacity == Capacity.MEMBER or place.person_id == meeting.secretary_id:
        raise ParticipationUsed(name=place)
    take_off(actor, place)


def take_off(actor: Person, place: Participant) -> None:
    """Delete a place nobody has used; whoever had it hears the meeting no more."""
    if place.attendance not in {Attendance.EXPECTED, Attendance.EXCUSED}:
        raise ParticipationUsed(name=place)
    entry = announce(events.ParticipantUninvited(**facts_of(place)), actor=actor)
    call_out(place)
    place.delete()
    transaction.on_commit(partial(bell.ring, entry.room.key, recheck=True))


def _locked(meeting: Meeting) -> Meeting:
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    require_open_record(meeting)
    if meeting.state == MeetingState.ADJOURNED:
        raise InvitationsOver
    return meeting


def _new_place(
    meeting: Meeting, person: Person, capacity: Capacity, member: Participant | None
) -> Participant:
    if capacity == Capacity.MEMBER:
        return _seat(meeting, person)
    place = Participant(
        meeting=meeting, person=person, capacity=capacity, order=ORDERS[capacity], has_vote=False
    )
    if capacity == Capacity.SUBSTITUTE:
        place.stands_for = _member(meeting, member)
        place.agency, place.order = place.stands_for.agency, place.stands_for.order
    return place


def _seat(meeting: Meeting, person: Person) -> Participant:
    """Return the place of somebody who got a seat in the body after the roll was made."""
    for seat in seats_on(meeting.body, meeting.starts_at):
        if seat.person_id == person.pk:
            return place_of(meeting, seat)
    raise NotOnTheRoll(name=person)


def _member(meeting: Meeting, member: Participant | None) -> Participant:
    """Return the member stood in for, as the database has it now."""
    if member is None:
        raise StandInNeedsMember
    found = meeting.participants.select_related("person", "site", "agency").get(pk=member.pk)
    if found.capacity != Capacity.MEMBER:
        raise StandInNeedsMember
    if found.is_here:
        raise MemberIsHere(name=found)
    if Participant.objects.filter(stands_for=found).exists():
        raise MemberHasSubstitute(name=found)
    return found


def _excuse(actor: Person, member: Participant, reason: str) -> None:
    member.reason = reason.strip() or member.reason
    member.attendance = Attendance.EXCUSED
    member.save(update_fields=["attendance", "reason"])
    announce(events.Excused(**facts_of(member), reason=member.reason), actor=actor)


def invited(place: Participant) -> events.ParticipantInvited:
    return events.ParticipantInvited(
        **facts_of(place),
        stands_for_id=place.stands_for_id,
        stands_for=str(place.stands_for) if place.stands_for else "",
    )
