"""What stands on the letter of invitation besides the facts of the meeting."""

from django.db import transaction

from core.policies import require
from meetings.actions.calling import invitation_of
from meetings.errors import MeetingHasBegun
from meetings.events import LetterWritten
from meetings.invitations.letter import WRITTEN
from meetings.invitations.models import Invitation
from meetings.models import Meeting
from meetings.policies import MeetingPolicy, require_open_record
from meetings.states import MeetingState
from people.models import Person
from realtime.journal import announce


@transaction.atomic
def write_letter(actor: Person, meeting: Meeting, **facts: str) -> Invitation:
    """Set who signs the letter, its notes and who gets copies. ``facts``: see ``WRITTEN``."""
    require(MeetingPolicy(actor, meeting).may_edit)
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    require_open_record(meeting)
    if meeting.state not in {MeetingState.DRAFT, MeetingState.CONVENED}:
        raise MeetingHasBegun
    invitation = invitation_of(meeting)
    changed = [name for name in WRITTEN if facts.get(name, "") != getattr(invitation, name)]
    for name in changed:
        setattr(invitation, name, facts.get(name, ""))
    if changed:
        invitation.save(update_fields=changed)
        announce(LetterWritten(meeting_id=meeting.pk, fields=tuple(changed)), actor=actor)
    return invitation
