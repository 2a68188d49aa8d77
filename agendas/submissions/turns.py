"""Whose move it is with a submission, and until when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agendas.models import Submission
from agendas.states import Route, SubmissionState
from agendas.timing import Limits
from core.clock import now

Who = Literal["agency", "secretariat", "chair", "nobody"]
S = SubmissionState


@dataclass(frozen=True)
class Turn:
    """Who is to do what, and until when by law."""

    who: Who
    words: str | Promise
    due: datetime | None = None

    @property
    def is_late(self) -> bool:
        return self.due is not None and now() > self.due


OVER = Turn("nobody", "")
FIXED = {
    S.DRAFT: Turn("agency", _("The agency prepares it")),
    S.RETURNED: Turn("agency", _("The agency mends it")),
    S.WITHDRAWN: OVER,
}


def turn_of(submission: Submission, *, placed: bool, limits: Limits | None = None) -> Turn:
    """Return whose move it is. ``placed``: it stands on an agenda or was dealt with.

    Who tells of many passes one ``limits`` for all.
    """
    limits = limits or Limits()
    state = S(submission.state)
    if state in FIXED:
        return FIXED[state]
    if state == S.LODGED:
        words = _("The secretariat checks it")
        return Turn(
            "secretariat", words, _due(limits, submission, "submission_check", submission.lodged_at)
        )
    if state == S.ACCEPTED:
        words = _("The chair routes it")
        return Turn(
            "chair", words, _due(limits, submission, "submission_route", submission.checked_at)
        )
    return _routed(submission, limits, placed=placed)


def _routed(submission: Submission, limits: Limits, *, placed: bool) -> Turn:
    due = _due(limits, submission, "route_answer", submission.routed_at)
    if submission.route == Route.SESSION:
        words = _("The secretariat puts it on an agenda")
        return OVER if placed else Turn("secretariat", words, due)
    if submission.route == Route.PRELIMINARY:
        return Turn(
            "secretariat", _("A preliminary meeting is held, then the chair routes it"), due
        )
    return Turn("secretariat", _("The secretariat asks the members in writing"), due)


def _due(
    limits: Limits, submission: Submission, code: str, since: datetime | None
) -> datetime | None:
    return limits.due(submission.body_id, code, since) if since else None
