"""Remote sites tell who is there: a chair at the site, an operator of the line, attendees."""

from collections.abc import Sequence

from django.db import transaction

from core.clock import now
from core.policies import require
from meetings.errors import MeetingNotUnderWay, NoSuchSite
from meetings.events import SiteRegistered
from meetings.invitations import notices
from meetings.invitations.models import SiteAttendee, SiteRegistration
from meetings.models import Meeting, Site
from meetings.policies import MeetingPolicy, require_open_record
from meetings.states import MeetingState
from people.models import Person
from realtime.journal import announce

REGISTERING = {MeetingState.CONVENED, MeetingState.IN_SESSION, MeetingState.SUSPENDED}
Attendees = Sequence[tuple[str, str]]


@transaction.atomic
def register_site(
    actor: Person, meeting: Meeting, site: Site, *, attendees: Attendees, **facts: str
) -> SiteRegistration:
    """Register a site, or write its registration anew. ``facts``: chair, chair_office, operator, operator_phone."""
    require(MeetingPolicy(actor, meeting).may_register)
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    require_open_record(meeting)
    if meeting.state not in REGISTERING:
        raise MeetingNotUnderWay
    if site.is_seat or site.body_id != meeting.body_id:
        raise NoSuchSite
    written = {**facts, "registered_by": actor, "registered_at": now()}
    registration, _is_new = SiteRegistration.objects.update_or_create(
        meeting=meeting, site=site, defaults=written
    )
    _seat(registration, attendees)
    event = SiteRegistered(
        meeting_id=meeting.pk,
        site_id=site.pk,
        site=site.name,
        chair=registration.chair,
        operator=registration.operator,
        attendees=len(attendees),
    )
    announce(event, actor=actor)
    notices.tell_registered(meeting, str(site), {meeting.secretary} - {actor})
    return registration


def _seat(registration: SiteRegistration, attendees: Attendees) -> None:
    registration.attendees.all().delete()
    SiteAttendee.objects.bulk_create(
        SiteAttendee(registration=registration, name=name, office=office, order=order)
        for order, (name, office) in enumerate(attendees, start=1)
    )
