"""What the minutes need of a person: drafting, approving, signing, sealing."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from core.needs import Need, needs_me
from meetings.models import Meeting
from meetings.policies import meetings_kept_by
from meetings.states import MeetingState
from minutes.models import Minutes
from minutes.states import MinutesState, SignatureRole
from people.models import Person

Ask = tuple[str, str]


@needs_me("minutes")
def minutes_to_finish(person: Person) -> Iterator[Need]:
    """Tell chair and secretary of the minutes that wait for them, or for the other one."""
    over = meetings_kept_by(person).filter(state=MeetingState.ADJOURNED).select_related("minutes")
    for meeting in over:
        minutes = getattr(meeting, "minutes", None)
        need = _need(person, meeting, minutes)
        if need:
            yield need


def _need(person: Person, meeting: Meeting, minutes: Minutes | None) -> Need | None:
    role = minutes.next_signature if minutes else None
    if role is not None:
        return _signature(person, meeting, role)
    verb, detail = _words(minutes.state if minutes else "")
    is_mine = person.pk == meeting.secretary_id
    return _row(meeting, verb, detail) if is_mine else None


def _words(state: str) -> Ask:
    return {
        "": (_("Draft the minutes"), _("The meeting is over.")),
        MinutesState.DRAFT.value: (_("Finish the minutes"), _("The draft waits for approval.")),
        MinutesState.SIGNED.value: (_("Seal the record"), _("Both signatures are there.")),
    }[state]


def _signature(person: Person, meeting: Meeting, role: SignatureRole) -> Need | None:
    officers = {
        SignatureRole.SECRETARY: (meeting.secretary_id, _("Sign the minutes as secretary")),
        SignatureRole.CHAIR: (meeting.chair_id, _("Sign the minutes as chair")),
    }
    signer, verb = officers[role]
    if signer == person.pk:
        return _row(meeting, verb, _("The text is approved."))
    if person.pk not in {meeting.secretary_id, meeting.chair_id}:
        return None
    detail = _("Waits for the signature of the %(role)s.") % {"role": role.label.lower()}
    return _row(meeting, _("Read the minutes"), detail, waits=True)


def _row(meeting: Meeting, verb: str, detail: str, *, waits: bool = False) -> Need:
    return Need(
        title=meeting.title,
        url=reverse("minutes:minutes", args=[meeting.pk]),
        verb=verb,
        group="waiting" if waits else "now",
        when=meeting.adjourned_at,
        detail=detail,
    )
