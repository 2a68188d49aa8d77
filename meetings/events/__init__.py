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
    MeetingCopied,
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
from meetings.events.seating import RoomDrawn, SeatingChanged, SeatingMade
from meetings.events.series import OnSeries, SeriesChanged, SeriesMade, SeriesPlanned
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
    "MeetingCopied",
    "MeetingCreated",
    "MeetingOpened",
    "MeetingResumed",
    "MeetingSealed",
    "MeetingSuspended",
    "OnSeries",
    "ParticipantInvited",
    "ParticipantUninvited",
    "RoomDrawn",
    "SeatingChanged",
    "SeatingMade",
    "SeriesChanged",
    "SeriesMade",
    "SeriesPlanned",
    "SiteRegistered",
    "Sitting",
]
