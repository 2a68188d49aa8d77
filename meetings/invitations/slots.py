"""What calendars may know of a meeting: title, time and place; nothing of its agenda."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from core.clock import now
from meetings.invitations.calendar import Attendee, Slot
from meetings.invitations.models import Invitation
from meetings.invitations.states import Answer
from meetings.models import Meeting, Participant
from meetings.states import Attendance, Capacity, MeetingState

ROLES = {
    Capacity.MEMBER: "REQ-PARTICIPANT",
    Capacity.SUBSTITUTE: "REQ-PARTICIPANT",
    Capacity.INVITEE: "OPT-PARTICIPANT",
    Capacity.STAFF: "NON-PARTICIPANT",
}
STANDS = {
    Answer.COMING: "ACCEPTED",
    Answer.REMOTE: "ACCEPTED",
    Answer.ABSENT: "DECLINED",
}


def slot_of(meeting: Meeting, invitation: Invitation, *, is_cancelled: bool = False) -> Slot:
    """Return a meeting as calendars see it, in the language that is active."""
    url = f"{settings.SITE_URL}{reverse('meetings:page', args=[meeting.pk])}"
    return Slot(
        uid=uid_of(invitation),
        sequence=invitation.sequence,
        title=meeting.title,
        place=meeting.place,
        starts_at=meeting.starts_at.isoformat(),
        ends_at=meeting.ends_at.isoformat() if meeting.ends_at else None,
        url=url,
        text=_("Agenda, papers and your answer: %(url)s") % {"url": url},
        organizer=str(meeting.body),
        organizer_address=settings.DEFAULT_FROM_EMAIL,
        stamp=now().replace(microsecond=0).isoformat(),
        is_cancelled=is_cancelled or meeting.state == MeetingState.CANCELLED,
    )


def attendee_of(place: Participant) -> Attendee:
    """Return a participant as a calendar request names him or her."""
    leads = place.person_id == place.meeting.chair_id
    return Attendee(
        name=place.person.full_name,
        address=place.person.email,
        role="CHAIR" if leads else ROLES[Capacity(place.capacity)],
        partstat=_partstat(place),
    )


def uid_of(invitation: Invitation) -> str:
    """Return the identity of the event: the same for all, for ever (RFC 7986, 5.3)."""
    return str(invitation.uid)


def _partstat(place: Participant) -> str:
    if place.attendance == Attendance.EXCUSED:
        return "DECLINED"
    reply = getattr(place, "reply", None)
    return STANDS[Answer(reply.answer)] if reply else "NEEDS-ACTION"
