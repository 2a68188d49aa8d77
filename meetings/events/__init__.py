"""What happens to a meeting, to those who take part, and to the settings of a body."""

from meetings.events.invitations import (
    AbsenceGranted,
    AbsenceRefused,
    InvitationAnswered,
    InvitationUpdated,
    LetterWritten,
    SiteRegistered,
)
from meetings.events.planning import (
    MeetingCancelled,
    MeetingChanged,
    MeetingConvened,
    MeetingCreated,
)
from meetings.events.roll import (
    AttendanceConfirmed,
    Attending,
    AwaitedAgain,
    CheckedIn,
    Excused,
    Left,
    ParticipantInvited,
    ParticipantUninvited,
)
from meetings.events.settings import (
    BodySetting,
    CalendarChosen,
    CalendarDayRemoved,
    CalendarDaySet,
    CalendarYearFilled,
    DeadlineSet,
)
from meetings.events.sitting import (
    ChairHandedOver,
    MeetingAdjourned,
    MeetingOpened,
    MeetingResumed,
    MeetingSealed,
    MeetingSuspended,
    Sitting,
)

__all__ = [
    "AbsenceGranted",
    "AbsenceRefused",
    "AttendanceConfirmed",
    "Attending",
    "AwaitedAgain",
    "BodySetting",
    "CalendarChosen",
    "CalendarDayRemoved",
    "CalendarDaySet",
    "CalendarYearFilled",
    "ChairHandedOver",
    "CheckedIn",
    "DeadlineSet",
    "Excused",
    "InvitationAnswered",
    "InvitationUpdated",
    "Left",
    "LetterWritten",
    "MeetingAdjourned",
    "MeetingCancelled",
    "MeetingChanged",
    "MeetingConvened",
    "MeetingCreated",
    "MeetingOpened",
    "MeetingResumed",
    "MeetingSealed",
    "MeetingSuspended",
    "ParticipantInvited",
    "ParticipantUninvited",
    "SiteRegistered",
    "Sitting",
]
