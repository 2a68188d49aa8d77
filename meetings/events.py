"""What happens to a meeting and to those who take part. Names and offices are as they were then."""

from dataclasses import dataclass, field
from typing import ClassVar

from core.events import Event, Told


@dataclass(frozen=True, kw_only=True)
class MeetingCreated(Event):
    """A meeting was planned; ``roll`` is the number of members with a vote."""

    name: ClassVar = "meeting.created"
    title: str
    place: str
    starts_at: str
    ends_at: str | None
    chair_id: int
    chair: str
    secretary_id: int
    secretary: str
    roll: int


@dataclass(frozen=True, kw_only=True)
class MeetingChanged(Event):
    """Title, place, time or officers were changed: field → [before, after]."""

    name: ClassVar = "meeting.changed"
    changes: dict[str, list[str | None]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class MeetingConvened(Event):
    """The meeting was called; those invited can see it from now on."""

    name: ClassVar = "meeting.convened"
    title: str
    place: str
    starts_at: str
    invited: int


@dataclass(frozen=True, kw_only=True)
class Sitting(Event):
    """Common to opening and resuming: who presides, and the count of members."""

    chair_id: int
    chair: str
    chair_office: str
    present: int
    total: int
    needed: int
    article: str


@dataclass(frozen=True, kw_only=True)
class MeetingOpened(Sitting):
    """The chair opened the meeting with a quorum."""

    name: ClassVar = "meeting.opened"


@dataclass(frozen=True, kw_only=True)
class MeetingResumed(Sitting):
    """The meeting went on after a break."""

    name: ClassVar = "meeting.resumed"


@dataclass(frozen=True, kw_only=True)
class MeetingSuspended(Event):
    """The meeting was interrupted."""

    name: ClassVar = "meeting.suspended"
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class MeetingAdjourned(Event):
    """The meeting was closed."""

    name: ClassVar = "meeting.adjourned"
    present: int
    total: int
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class MeetingSealed(Event):
    """The record was closed for good."""

    name: ClassVar = "meeting.sealed"


@dataclass(frozen=True, kw_only=True)
class MeetingCancelled(Event):
    """The meeting does not take place."""

    name: ClassVar = "meeting.cancelled"
    reason: str


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


@dataclass(frozen=True, kw_only=True)
class ChairHandedOver(Event):
    """Somebody else presides from now on. The tie rule does not move with the chair."""

    name: ClassVar = "chair.handed_over"
    from_id: int
    from_name: str
    from_office: str
    to_id: int
    to_name: str
    to_office: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class BodySetting(Told):
    """Common to the settings of a body: its calendar, its time limits."""

    about: ClassVar[str] = "body"
    body_id: int


@dataclass(frozen=True, kw_only=True)
class CalendarChosen(BodySetting):
    """The body counts its working days by this calendar from now on."""

    name: ClassVar = "calendar.chosen"
    calendar: str


@dataclass(frozen=True, kw_only=True)
class CalendarDaySet(BodySetting):
    """A day off or a make-up day was entered."""

    name: ClassVar = "calendar.day_set"
    calendar: str
    day: str
    kind: str
    title: str
    source: str


@dataclass(frozen=True, kw_only=True)
class CalendarDayRemoved(BodySetting):
    """A day is again what its weekday is."""

    name: ClassVar = "calendar.day_removed"
    calendar: str
    day: str
    kind: str
    title: str


@dataclass(frozen=True, kw_only=True)
class CalendarYearFilled(BodySetting):
    """The holidays of a year were calculated."""

    name: ClassVar = "calendar.year_filled"
    calendar: str
    year: int
    days: int


@dataclass(frozen=True, kw_only=True)
class DeadlineSet(BodySetting):
    """A time limit has so many working days from a day on."""

    name: ClassVar = "deadline.set"
    code: str
    days: int
    source: str
    starts: str
