"""A person's meetings for his or her own calendar program (METHOD:PUBLISH, RFC 5546)."""

from datetime import timedelta

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from meetings.invitations.calendar import PUBLISH, calendar
from meetings.invitations.models import CalendarFeed, Invitation
from meetings.invitations.slots import slot_of
from meetings.policies import meetings_attended_by

PAST = timedelta(days=90)
MOST = 500


def feed_of(feed: CalendarFeed) -> bytes:
    """Write the meetings somebody takes part in, those of the last months and all ahead."""
    person = feed.person
    since = timezone.now() - PAST
    meetings = meetings_attended_by(person).filter(starts_at__gte=since).select_related("body")
    found = Invitation.objects.filter(meeting__in=meetings).select_related("meeting__body")
    with translation.override(person.language):
        slots = [slot_of(one.meeting, one) for one in found.order_by("meeting__starts_at")[:MOST]]
        name = _("Meetings of %(name)s") % {"name": person.full_name}
    return calendar(PUBLISH, [(slot, None) for slot in slots], name=name)
