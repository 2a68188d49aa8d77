"""The life of a meeting and of a participant's attendance, each on one screen."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeetingState(TextChoices):
    """Where a meeting stands."""

    DRAFT = "draft", _("Draft")
    CONVENED = "convened", _("Convened")
    IN_SESSION = "in_session", _("In session")
    SUSPENDED = "suspended", _("Suspended")
    ADJOURNED = "adjourned", _("Adjourned")
    SEALED = "sealed", _("Sealed")
    CANCELLED = "cancelled", _("Cancelled")
    IMPORTED = "imported", _("Imported")


M = MeetingState
MEETING_MOVES: dict[str, frozenset[str]] = {
    M.DRAFT: frozenset({M.CONVENED, M.CANCELLED}),
    M.CONVENED: frozenset({M.IN_SESSION, M.CANCELLED}),
    M.IN_SESSION: frozenset({M.SUSPENDED, M.ADJOURNED}),
    M.SUSPENDED: frozenset({M.IN_SESSION, M.ADJOURNED}),
    M.ADJOURNED: frozenset({M.SEALED}),
}


class Attendance(TextChoices):
    """Where a participant is. Presence is not connection: a lost line changes nothing here."""

    EXPECTED = "expected", _("Expected")
    CHECKED_IN = "checked_in", _("Checked in")
    PRESENT = "present", _("Present")
    EXCUSED = "excused", _("Excused")
    LEFT = "left", _("Left")


A = Attendance
ATTENDANCE_MOVES: dict[str, frozenset[str]] = {
    A.EXPECTED: frozenset({A.CHECKED_IN, A.PRESENT, A.EXCUSED}),
    A.CHECKED_IN: frozenset({A.PRESENT, A.LEFT, A.EXPECTED, A.EXCUSED}),
    A.PRESENT: frozenset({A.LEFT}),
    A.EXCUSED: frozenset({A.EXPECTED, A.CHECKED_IN, A.PRESENT}),
    A.LEFT: frozenset({A.CHECKED_IN, A.PRESENT}),
}


class Capacity(TextChoices):
    """In what capacity a person takes part."""

    MEMBER = "member", _("Member")
    SUBSTITUTE = "substitute", _("Substitute")
    INVITEE = "invitee", _("Invitee")
    STAFF = "staff", _("Secretariat")


class PositionsShown(TextChoices):
    """Who sees how many gave which position; who gave it, chair and secretary alone see."""

    KEEPERS = "keepers", _("chair and secretary")
    MEMBERS = "members", _("all at the meeting, once the item is reached")


class Rhythm(TextChoices):
    """What day of the month a series falls on."""

    DAY = "day", _("On a day of the month")
    WEEKDAY = "weekday", _("On a weekday of the month")
    WORKDAY = "workday", _("On a working day of the month")


class SeatKind(TextChoices):
    """Where a seat of a room stands."""

    HEAD = "head", _("Head of the table")
    TABLE = "table", _("At the table")
    BEHIND = "behind", _("Behind the table")
