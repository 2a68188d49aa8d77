"""The way of the minutes as the page shows it: five steps, and the one deed that is next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from meetings.models import Meeting
from minutes.models import Minutes
from minutes.policies import MinutesPolicy
from minutes.states import MinutesState, SignatureRole
from people.models import Person

ORDER = ["", *(state.value for state in MinutesState)]


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step; ``is_done`` before ``is_next``."""

    word: str
    is_done: bool
    is_next: bool


@dataclass(frozen=True, kw_only=True)
class Deed:
    """The deed that is next: a button of a form, or the way to a page that asks for more."""

    word: str
    note: str
    icon: str
    url: str
    asks: str = ""
    is_link: bool = False


def steps_of(minutes: Minutes | None) -> list[Step]:
    """Return the five steps with those that are done."""
    done = ORDER.index(minutes.state if minutes else "")
    words = (_("Draft"), _("Approve"), _("Secretary signs"), _("Chair signs"), _("Seal"))
    return [
        Step(word=word, is_done=place < done, is_next=place == done)
        for place, word in enumerate(words)
    ]


def deed_of(person: Person, meeting: Meeting, minutes: Minutes | None) -> Deed | None:
    """Return what this person can do next; None when it is somebody else's turn."""
    policy = MinutesPolicy(person, meeting)
    if minutes is None:
        return _draft(meeting) if policy.may_draft else None
    role = minutes.next_signature
    if role is not None:
        return _sign(meeting, role) if policy.may_sign_as(role) else None
    if minutes.is_draft:
        return _approve(meeting) if policy.may_approve else None
    ready = minutes.state == MinutesState.SIGNED and policy.may_seal
    return _seal(meeting) if ready else None


def waiting_for(meeting: Meeting, minutes: Minutes | None) -> str:
    """Tell whose turn it is."""
    state = minutes.state if minutes else ""
    names = {"secretary": str(meeting.secretary), "chair": str(meeting.chair or "")}
    told = {
        "": _("%(secretary)s drafts the minutes."),
        MinutesState.DRAFT: _("%(secretary)s words the minutes; then the text is approved."),
        MinutesState.APPROVED: _("The text is approved. %(secretary)s signs first."),
        MinutesState.SIGNED_BY_SECRETARY: _("The secretary has signed. %(chair)s signs next."),
        MinutesState.SIGNED: _("Both have signed. The record is about to be sealed."),
        MinutesState.SEALED: "",
    }
    return told[state] % names


def _draft(meeting: Meeting) -> Deed:
    return Deed(
        word=_("Draft the minutes"),
        note=_("Written from the record in a moment. Only chair and secretary see the draft."),
        icon="minutes",
        url=reverse("minutes:draft", args=[meeting.pk]),
    )


def _approve(meeting: Meeting) -> Deed:
    return Deed(
        word=_("Approve the text"),
        note=_("The minutes get their number; everybody at the meeting can read them."),
        icon="file-check",
        url=reverse("minutes:approve", args=[meeting.pk]),
    )


def _sign(meeting: Meeting, role: SignatureRole) -> Deed:
    is_first = role == SignatureRole.SECRETARY
    return Deed(
        word=_("Sign as secretary") if is_first else _("Sign as chair"),
        note=_("Asks for your password. A signature cannot be taken back."),
        icon="signature",
        url=reverse("minutes:sign", args=[meeting.pk]),
        is_link=True,
    )


def _seal(meeting: Meeting) -> Deed:
    return Deed(
        word=_("Seal the record"),
        note=_("The signed file goes into the archive; nothing of this meeting changes any more."),
        icon="seal",
        url=reverse("minutes:seal", args=[meeting.pk]),
        asks=_("The record of this meeting is closed for good. Nobody can change it afterwards."),
    )
