"""The one next deed on a meeting's page, and what it will cause."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from meetings.states import MeetingState

LIVE = {MeetingState.IN_SESSION, MeetingState.SUSPENDED}


@dataclass(frozen=True, kw_only=True)
class Deed:
    """A button: a place to go, or a step of the meeting, with a note on what it causes."""

    word: str
    icon: str
    note: str = ""
    url: str = ""
    to: str = ""


def deed_for(policy: MeetingPolicy) -> Deed | None:
    """Return what a person is to do next with a meeting, if anything."""
    state = MeetingState(policy.meeting.state)
    if state == MeetingState.IMPORTED:
        return None
    if state in {MeetingState.ADJOURNED, MeetingState.SEALED}:
        return _minutes(policy.meeting, sealed=state == MeetingState.SEALED)
    if policy.is_keeper:
        return _to_run(policy.meeting, state)
    return _to_join(policy, state) if policy.may_take_part else None


def _to_run(meeting: Meeting, state: MeetingState) -> Deed | None:
    if state == MeetingState.DRAFT:
        return _convene(meeting)
    if state == MeetingState.CANCELLED:
        return None
    note = _("Take attendance and open the session there.")
    return Deed(
        word=_("Open the console"),
        icon="gavel",
        url=reverse("meetings:console", args=[meeting.pk]),
        note="" if state in LIVE else note,
    )


def _convene(meeting: Meeting) -> Deed:
    count = meeting.participants.count()
    note = ngettext(
        "%(count)s person will see the meeting and its published agenda.",
        "%(count)s people will see the meeting and its published agenda.",
        count,
    )
    word = _("Convene")
    return Deed(word=word, icon="send", to=MeetingState.CONVENED, note=note % {"count": count})


def _to_join(policy: MeetingPolicy, state: MeetingState) -> Deed | None:
    place = policy.participant
    if state == MeetingState.CANCELLED or place is None:
        return None
    url = reverse("meetings:live", args=[policy.meeting.pk])
    if place.is_here:
        return Deed(word=_("Go to my seat"), icon="armchair", url=url)
    if state in LIVE:
        return Deed(word=_("Join the session"), icon="log-in", url=url)
    note = _("The secretary will confirm that you are present.")
    return Deed(word=_("Check in"), icon="user-check", url=url, note=note)


def _minutes(meeting: Meeting, *, sealed: bool) -> Deed | None:
    try:
        url = reverse("minutes:minutes", args=[meeting.pk])
    except NoReverseMatch:
        return None
    word = _("Read the minutes") if sealed else _("Go to the minutes")
    return Deed(word=word, icon="minutes", url=url)
