"""The letter as it stands: kept with the meeting, or not yet."""

from meetings.invitations.models import Invitation
from meetings.models import Meeting

WRITTEN = ("authority", "signer_office", "signer", "notes", "recipients")


def drafted_invitation(meeting: Meeting) -> Invitation:
    """Return the invitation of a meeting; one not kept yet is signed as the body's latest was."""
    found = Invitation.objects.filter(meeting=meeting).select_related("body").first()
    if found is None:
        found = Invitation(meeting=meeting, body=meeting.body)
        before = Invitation.objects.filter(body=meeting.body).order_by("-pk").first()
        for name in WRITTEN if before else ():
            setattr(found, name, getattr(before, name))
    found.meeting = meeting
    return found
