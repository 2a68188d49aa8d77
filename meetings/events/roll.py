"""What happens to those who take part. Names and offices are as they were then."""

from dataclasses import dataclass
from typing import ClassVar

from core.events import Event


@dataclass(frozen=True, kw_only=True)
class Attending(Event):
    """Common to all that happens to one participant."""

    participant_id: int
    person_id: int
    person: str
    office: str
    office_en: str
    capacity: str
    has_vote: bool
    site: str


@dataclass(frozen=True, kw_only=True)
class ParticipantInvited(Attending):
    """Somebody was invited; a substitute stands in for a member and has no vote."""

    name: ClassVar = "participant.invited"
    stands_for_id: int | None = None
    stands_for: str = ""


@dataclass(frozen=True, kw_only=True)
class ParticipantUninvited(Attending):
    """An invitation was taken back before anything came of it."""

    name: ClassVar = "participant.uninvited"


@dataclass(frozen=True, kw_only=True)
class CheckedIn(Attending):
    """A participant says that he or she is here."""

    name: ClassVar = "attendance.checked_in"


@dataclass(frozen=True, kw_only=True)
class AttendanceConfirmed(Attending):
    """The secretary confirmed that a participant is present."""

    name: ClassVar = "attendance.confirmed"


@dataclass(frozen=True, kw_only=True)
class Excused(Attending):
    """A participant will not come, with leave and for a reason."""

    name: ClassVar = "attendance.excused"
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class AwaitedAgain(Attending):
    """An excuse or a check-in was taken back: the participant is expected again."""

    name: ClassVar = "attendance.awaited"


@dataclass(frozen=True, kw_only=True)
class Left(Attending):
    """A participant left the meeting before its end."""

    name: ClassVar = "attendance.left"
