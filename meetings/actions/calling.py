"""Calling a meeting together: the letter gets its number, everybody is told, calendars follow."""

from django.utils import timezone

from core.clock import now
from meetings.events import InvitationUpdated
from meetings.invitations import notices
from meetings.invitations.letter import drafted_invitation
from meetings.invitations.models import Invitation, LetterBook, Reply
from meetings.models import Meeting, Participant
from meetings.states import Attendance, MeetingState
from people.models import Person
from realtime.journal import announce

TOLD = {"title", "place", "starts_at", "ends_at"}


def invitation_of(meeting: Meeting) -> Invitation:
    """Return the invitation of a meeting, kept from now on."""
    found = drafted_invitation(meeting)
    if not found.pk:
        found.save()
    return found


def call_together(meeting: Meeting) -> None:
    """Number the letter and invite everybody on the list. Belongs inside the deed of convening."""
    invitation = invitation_of(meeting)
    if invitation.number is None:
        _number(invitation)
    notices.tell_invited(invitation, _places(meeting))


def call_off(meeting: Meeting) -> None:
    """Tell all who were invited that the meeting is cancelled; of a mere draft nobody has heard."""
    if meeting.convened_at is None:
        return
    invitation = _next(invitation_of(meeting))
    notices.tell_cancelled(invitation, _places(meeting))


def call_again(actor: Person, meeting: Meeting, changes: set[str]) -> None:
    """Tell of a change. Another day or hour makes the answers given until now void."""
    if meeting.state != MeetingState.CONVENED or not changes & TOLD:
        return
    invitation = _next(invitation_of(meeting))
    lapsed = _lapse(meeting) if "starts_at" in changes else 0
    event = InvitationUpdated(meeting_id=meeting.pk, sequence=invitation.sequence, lapsed=lapsed)
    announce(event, actor=actor)
    notices.tell_changed(invitation, _places(meeting))


def call_in(place: Participant) -> None:
    """Invite somebody who comes to a meeting that is convened already."""
    if place.meeting.state != MeetingState.DRAFT:
        notices.tell_invited(invitation_of(place.meeting), [place])


def call_out(place: Participant) -> None:
    """Take the event out of the calendar of somebody who is no longer invited."""
    if place.meeting.state == MeetingState.DRAFT:
        return
    invitation = _next(invitation_of(place.meeting))
    notices.tell_uninvited(invitation, place)


def _number(invitation: Invitation) -> None:
    """Take the next number of the year; with the deed undone, the number is free again."""
    day = timezone.localdate(now())
    LetterBook.objects.get_or_create(body=invitation.body, year=day.year)
    book = LetterBook.objects.select_for_update().get(body=invitation.body, year=day.year)
    book.last += 1
    book.save(update_fields=["last"])
    invitation.year, invitation.number, invitation.dated = day.year, book.last, day
    invitation.save(update_fields=["year", "number", "dated"])


def _next(invitation: Invitation) -> Invitation:
    invitation.sequence += 1
    invitation.save(update_fields=["sequence"])
    return invitation


def _lapse(meeting: Meeting) -> int:
    """Forget what was answered for another hour; whoever is excused stays so."""
    old = Reply.objects.filter(participant__meeting=meeting)
    return old.exclude(participant__attendance=Attendance.EXCUSED).delete()[0]


def _places(meeting: Meeting) -> list[Participant]:
    places = meeting.participants.select_related("person", "reply", "meeting")
    return list(places)
