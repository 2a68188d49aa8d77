"""Invitations: letters, answers, absences, and the remote sites that register."""

from dataclasses import dataclass
from typing import ClassVar

from core.events import Event
from meetings.events.roll import Attending


@dataclass(frozen=True, kw_only=True)
class InvitationUpdated(Event):
    """Time, place or title of a convened meeting were changed; ``lapsed`` answers count no more."""

    name: ClassVar = "invitation.updated"
    sequence: int
    lapsed: int


@dataclass(frozen=True, kw_only=True)
class LetterWritten(Event):
    """The letter of invitation was given other signers, notes or copies; tells which."""

    name: ClassVar = "invitation.written"
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class InvitationAnswered(Attending):
    """A participant answered the invitation: coming, remote or absent."""

    name: ClassVar = "participant.answered"
    answer: str
    reason: str = ""
    substitute: str = ""


@dataclass(frozen=True, kw_only=True)
class AnswerReminded(Attending):
    """Somebody who has not answered was reminded."""

    name: ClassVar = "participant.reminded"


@dataclass(frozen=True, kw_only=True)
class AbsenceGranted(Attending):
    """The chair consented to an absence."""

    name: ClassVar = "participant.absence_granted"
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class AbsenceRefused(Attending):
    """The chair did not consent to an absence."""

    name: ClassVar = "participant.absence_refused"
    reason: str


@dataclass(frozen=True, kw_only=True)
class SiteRegistered(Event):
    """A remote site told who is there."""

    name: ClassVar = "site.registered"
    site_id: int
    site: str
    chair: str
    operator: str
    attendees: int
