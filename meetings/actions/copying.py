"""A new session from a past one: what, where and who, on another day."""

from datetime import datetime

from django.db import transaction

from core.policies import require
from core.workdays import day_of
from meetings import events
from meetings.actions.invitations import invite
from meetings.actions.planning import create_meeting
from meetings.actions.series import number_meeting
from meetings.models import Meeting, Participant, SessionNumber
from meetings.outlook import last_number
from meetings.patterns import filled
from meetings.policies import may_create_for, meetings_visible_to
from meetings.states import Capacity
from people.models import Body, Person
from realtime.journal import announce


@transaction.atomic
def copy_meeting(
    actor: Person,
    source: Meeting,
    *,
    title: str,
    place: str,
    starts_at: datetime,
    ends_at: datetime | None,
    chair: Person,
    secretary: Person,
) -> Meeting:
    """Plan a session like another one: its invitees and sites come with it.

    The roll is that of the new day. Substitutes and guests of single items stay behind. The
    title may have gaps; a numbered session is followed by the next number.
    """
    require(meetings_visible_to(actor).filter(pk=source.pk).exists())
    require(may_create_for(actor).filter(pk=source.body_id).exists())
    number = _next_number(source, starts_at)
    meeting = create_meeting(
        actor,
        source.body,
        title=filled(title, day_of(starts_at), number),
        place=place,
        starts_at=starts_at,
        ends_at=ends_at,
        chair=chair,
        secretary=secretary,
    )
    if number is not None:
        number_meeting(meeting, number)
    invited = _invite_again(actor, source, meeting)
    _give_sites(source, meeting)
    event = events.MeetingCopied(
        meeting_id=meeting.pk, source_id=source.pk, source=source.title, invited=invited
    )
    announce(event, actor=actor)
    return meeting


def _next_number(source: Meeting, starts_at: datetime) -> int | None:
    """Return the next number of the year, if the session copied has one."""
    if not SessionNumber.objects.filter(meeting=source).exists():
        return None
    body = Body.objects.select_for_update().get(pk=source.body_id)
    return last_number(body.pk, day_of(starts_at).year) + 1


def _invite_again(actor: Person, source: Meeting, meeting: Meeting) -> int:
    there = meeting.participants.values("person")
    others = source.participants.filter(
        capacity__in=[Capacity.INVITEE, Capacity.STAFF], for_items=False, person__is_active=True
    ).exclude(person=source.secretary_id)
    others = others.exclude(person__in=there).select_related("person", "agency")
    for place in others:
        invite(
            actor,
            meeting,
            person=place.person,
            capacity=place.capacity,
            office=place.office,
            office_en=place.office_en,
            agency=place.agency,
        )
    return len(others)


def _give_sites(source: Meeting, meeting: Meeting) -> None:
    """Let everybody take part from where he or she did."""
    sites = dict(source.participants.filter(site__isnull=False).values_list("person", "site"))
    places = list(meeting.participants.filter(person__in=sites))
    for place in places:
        place.site_id = sites[place.person_id]
    Participant.objects.bulk_update(places, ["site"])
