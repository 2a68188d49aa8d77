"""Legal time limits of a body: settings with a date of effect."""

from datetime import date
from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models import Body, Dated

LONGEST = 120
WHOLE = 100


class DeadlineCode(models.TextChoices):
    """What there is a time limit for."""

    PAPERS_BEFORE_SESSION = "papers_before_session", _("Papers before a session")
    INVITATION_BEFORE_SESSION = "invitation_before_session", _("Invitation before a session")
    POSITION_BEFORE_SESSION = "position_before_session", _("Position of a member before a session")
    PAPERS_AT_SHORT_NOTICE = (
        "papers_at_short_notice",
        _("Papers before a session called at short notice"),
    )
    POSITION_AT_SHORT_NOTICE = (
        "position_at_short_notice",
        _("Position of a member before a session called at short notice"),
    )
    SUBMISSION_CHECK = "submission_check", _("Check of a submission by the secretariat")
    SUBMISSION_ROUTE = "submission_route", _("Presenting a submission for a decision on its way")
    ROUTE_ANSWER = "route_answer", _("Answer on the way of a submission")
    ADVICE_ANSWER = "advice_answer", _("Advice of an agency that is asked")
    REPLY_TO_INVITATION = "reply_to_invitation", _("Reply to an invitation")
    REMINDER = "reminder", _("Reminder before a time limit of a submission or opinion")

    @property
    def counts_back(self) -> bool:
        """Tell whether the days are counted back from the start of a session."""
        return self in _BACK

    @property
    def is_reminder(self) -> bool:
        """Tell whether the days are counted back from another time limit."""
        return self == DeadlineCode.REMINDER

    @property
    def is_share(self) -> bool:
        """Tell whether it is a share of the time between the calling of a session and its start."""
        return self in SHARES

    @property
    def at_short_notice(self) -> "DeadlineCode":
        """Return what holds in its place once it has passed before the session was called."""
        return _AT_SHORT_NOTICE[self]


SHARES = {DeadlineCode.PAPERS_AT_SHORT_NOTICE, DeadlineCode.POSITION_AT_SHORT_NOTICE}
_AT_SHORT_NOTICE = {
    DeadlineCode.PAPERS_BEFORE_SESSION: DeadlineCode.PAPERS_AT_SHORT_NOTICE,
    DeadlineCode.POSITION_BEFORE_SESSION: DeadlineCode.POSITION_AT_SHORT_NOTICE,
}
_BACK = {
    DeadlineCode.PAPERS_BEFORE_SESSION,
    DeadlineCode.INVITATION_BEFORE_SESSION,
    DeadlineCode.POSITION_BEFORE_SESSION,
}


class Deadline(Dated):
    """So many working days for something, from a day on until a later row takes its place.

    Before a session called at short notice it is a share of the time there is, in percent.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="deadlines")
    code = models.CharField(_("time limit"), max_length=40, choices=DeadlineCode.choices)
    days = models.PositiveSmallIntegerField(
        _("working days"), default=0, validators=[MaxValueValidator(LONGEST)]
    )
    percent = models.PositiveSmallIntegerField(
        _("percent of the time"), default=0, validators=[MaxValueValidator(WHOLE)]
    )
    source = models.CharField(_("legal source"), max_length=300)

    class Meta(Dated.Meta):
        abstract = False
        ordering: ClassVar = ["code", "-starts"]
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["body", "code", "starts"], name="meetings_one_deadline_a_day"
            ),
            models.CheckConstraint(
                condition=Q(code__in=DeadlineCode.values), name="meetings_deadline_is_known"
            ),
            models.CheckConstraint(
                condition=Q(days__gte=1, days__lte=LONGEST, percent=0) & ~Q(code__in=sorted(SHARES))
                | Q(percent__gte=1, percent__lte=WHOLE, days=0) & Q(code__in=sorted(SHARES)),
                name="meetings_deadline_is_some_days_or_a_share",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()}: {self.amount}"

    @property
    def amount(self) -> str:
        """Return the number with what it counts where it is no days."""
        return f"{self.percent}%" if self.percent else str(self.days)

    def holds_on(self, day: date) -> bool:
        """Tell whether the row holds on a day, if no later one has taken its place."""
        return self.starts <= day and (self.ends is None or day <= self.ends)
