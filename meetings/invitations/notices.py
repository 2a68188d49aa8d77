"""What participants are told of a meeting, and what goes along with the mails."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.dates import formal_day, formal_time, moment
from core.errors import Refusal
from meetings.invitations.calendar import CANCEL, REQUEST, Attendee, Slot, calendar
from meetings.invitations.models import Invitation
from meetings.invitations.press import printed_letter
from meetings.invitations.slots import attendee_of, slot_of
from meetings.models import Meeting, Participant
from people.models import Person
from people.notices.kinds import Enclosure, encloses, kind
from people.notices.models import Notice
from people.notices.telling import Words, notify

INVITED = kind("meeting.invited", gettext_lazy("Invitations to meetings"))
CHANGED = kind("meeting.changed", gettext_lazy("Changes of time or place"))
CANCELLED = kind("meeting.cancelled", gettext_lazy("Cancelled meetings"))
REMINDED = kind("meeting.reminded", gettext_lazy("Reminders to answer an invitation"))
ASKED = kind("absence.asked", gettext_lazy("Requests for consent to an absence"))
DECIDED = kind("absence.decided", gettext_lazy("Decisions on my absence"))
SITES = kind("site.registered", gettext_lazy("Registrations of remote sites"), mail="digest")


def tell_invited(invitation: Invitation, places: Iterable[Participant]) -> None:
    """Invite these participants."""
    _send(invitation, places, INVITED, REQUEST, lambda: _invited(invitation.meeting))


def tell_changed(invitation: Invitation, places: Iterable[Participant]) -> None:
    """Tell of another time, place or title; calendars move the event they have."""
    _send(invitation, places, CHANGED, REQUEST, lambda: _changed(invitation.meeting))


def tell_cancelled(invitation: Invitation, places: Iterable[Participant]) -> None:
    """Tell that the meeting does not take place."""
    _send(invitation, places, CANCELLED, CANCEL, lambda: _cancelled(invitation.meeting))


def tell_uninvited(invitation: Invitation, place: Participant) -> None:
    """Tell somebody that the invitation is taken back; there is no page to go to any more."""
    meeting = invitation.meeting
    said: Callable[[], Words] = lambda: (  # noqa: E731 - said in the language of whoever hears it
        _("Invitation taken back: %(title)s") % {"title": meeting.title},
        _when_and_where(meeting),
    )
    _send(invitation, [place], CANCELLED, CANCEL, said, url="")


def tell_reminded(place: Participant, due: datetime | None) -> None:
    """Remind a participant that an answer is wanted."""
    meeting = place.meeting

    def say() -> Words:
        title = _("Please answer the invitation: %(title)s") % {"title": meeting.title}
        until = _("An answer is wanted until %(due)s.") % {"due": moment(due)} if due else ""
        return title, "\n".join(filter(None, (until, _when_and_where(meeting))))

    url = reverse("meetings:reply", args=[place.pk])
    notify([place.person], kind=REMINDED, say=say, url=url, room=f"meeting.{meeting.pk}")


def reminded_since(meeting: Meeting, since: datetime) -> set[int]:
    """Return the persons who were reminded of this meeting since a moment."""
    told = Notice.objects.filter(kind=REMINDED, room=f"meeting.{meeting.pk}", created_at__gt=since)
    return set(told.values_list("person", flat=True))


def tell_asked(place: Participant, reason: str, officers: Iterable[Person]) -> None:
    """Tell chair and secretary that somebody asks to be excused."""
    meeting = place.meeting
    gaps = {"name": str(place.person), "title": meeting.title}
    notify(
        officers,
        kind=ASKED,
        say=lambda: (_("%(name)s asks to be excused: %(title)s") % gaps, reason),
        url=reverse("meetings:invitations", args=[meeting.pk]),
        room=f"meeting.{meeting.pk}",
    )


def tell_decided(place: Participant, *, granted: bool, reason: str) -> None:
    """Tell a participant what was decided on the absence."""
    gaps = {"title": place.meeting.title}

    def say() -> Words:
        said = (
            _("Your absence is consented to: %(title)s")
            if granted
            else _("Your absence is not consented to: %(title)s")
        )
        return said % gaps, reason

    notify(
        [place.person],
        kind=DECIDED,
        say=say,
        url=reverse("meetings:page", args=[place.meeting_id]),
        room=f"meeting.{place.meeting_id}",
    )


def tell_registered(meeting: Meeting, site: str, officers: Iterable[Person]) -> None:
    """Tell the officers that a remote site has registered."""
    gaps = {"site": site, "title": meeting.title}
    notify(
        officers,
        kind=SITES,
        say=lambda: (_("%(site)s has registered: %(title)s") % gaps, ""),
        url=reverse("meetings:sites", args=[meeting.pk]),
        room=f"meeting.{meeting.pk}",
    )


@encloses(INVITED, CHANGED, CANCELLED)
def enclosures(notice: Notice) -> Iterator[Enclosure]:
    """Enclose the calendar object and, with an invitation, the letter of that person."""
    facts = notice.facts
    slot, attendee = Slot(**facts["slot"]), Attendee(**facts["attendee"])
    method: str = facts["method"]
    content = calendar(method, [(slot, attendee)])
    yield Enclosure(
        name="invite.ics",
        content=content,
        mime=f"text/calendar; method={method}",
        is_form=True,
    )
    if method == REQUEST:
        yield from _letter(facts["place"])


def _letter(pk: int) -> Iterator[Enclosure]:
    """Enclose the letter; one that cannot be printed now does not hold the invitation up."""
    place = Participant.objects.select_related("meeting__body", "person").filter(pk=pk).first()
    if place is None:
        return
    try:
        content = printed_letter(place.meeting, place)
    except Refusal:
        return
    yield Enclosure(name="giay-moi.pdf", content=content, mime="application/pdf")


def _send(
    invitation: Invitation,
    places: Iterable[Participant],
    code: str,
    method: str,
    say: Callable[[], Words],
    url: str | None = None,
) -> None:
    meeting = invitation.meeting
    slot = slot_of(meeting, invitation, is_cancelled=method == CANCEL).plain()
    by_person = {place.person_id: place for place in places}

    def facts(person: Person) -> dict[str, Any]:
        place = by_person[person.pk]
        attendee = vars(attendee_of(place))
        return {"method": method, "slot": slot, "attendee": attendee, "place": place.pk}

    notify(
        [place.person for place in by_person.values()],
        kind=code,
        say=say,
        url=reverse("meetings:page", args=[meeting.pk]) if url is None else url,
        room=f"meeting.{meeting.pk}",
        facts=facts,
    )


def _invited(meeting: Meeting) -> Words:
    title = _("Invitation: %(title)s") % {"title": meeting.title}
    ask = _("Please answer on the page of the meeting.")
    return title, f"{_when_and_where(meeting)}\n{ask}"


def _changed(meeting: Meeting) -> Words:
    title = _("Changed: %(title)s") % {"title": meeting.title}
    return title, _when_and_where(meeting)


def _cancelled(meeting: Meeting) -> Words:
    title = _("Cancelled: %(title)s") % {"title": meeting.title}
    reason = _("Reason: %(reason)s") % {"reason": meeting.cancelled_for}
    return title, f"{_when_and_where(meeting)}\n{reason}"


def _when_and_where(meeting: Meeting) -> str:
    moment = f"{formal_time(meeting.starts_at)}, {formal_day(meeting.starts_at)}"
    return f"{moment}\n{meeting.place}"
