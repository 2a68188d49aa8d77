"""Whose move it is with a submission, and until when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.utils.translation import gettext_lazy as _

from agendas.models import Submission
from agendas.states import Route, SubmissionState
from agendas.timing import Limits
from meetings.turns import Turn

Who = Literal["agency", "secretariat", "chair", "nobody"]
S = SubmissionState


@dataclass(frozen=True, kw_only=True)
class Step(Turn):
    """Who is to do what with a submission, and until when by law."""

    who: Who


OVER = Step(who="nobody", words="")
FIXED = {
    S.DRAFT: Step(who="agency", words=_("The agency prepares it")),
    S.RETURNED: Step(who="agency", words=_("The agency mends it")),
    S.WITHDRAWN: OVER,
}


def turn_of(submission: Submission, *, placed: bool, limits: Limits | None = None) -> Step:
    """Return whose move it is. ``placed``: it stands on an agenda or was dealt with.

    Who tells of many passes one ``limits`` for all.
    """
    limits = limits or Limits()
    state = S(submission.state)
    if state in FIXED:
        return FIXED[state]
    if state == S.LODGED:
        words = _("The secretariat checks it")
        due = _due(limits, submission, "submission_check", submission.lodged_at)
        return Step(who="secretariat", words=words, due=due)
    if state == S.ACCEPTED:
        words = _("The chair routes it")
        due = _due(limits, submission, "submission_route", submission.checked_at)
        return Step(who="chair", words=words, due=due)
    return _routed(submission, limits, placed=placed)


def _routed(submission: Submission, limits: Limits, *, placed: bool) -> Step:
    due = _due(limits, submission, "route_answer", submission.routed_at)
    if submission.route == Route.SESSION:
        words = _("The secretariat puts it on an agenda")
        return OVER if placed else Step(who="secretariat", words=words, due=due)
    if submission.route == Route.PRELIMINARY:
        words = _("A preliminary meeting is held, then the chair routes it")
        return Step(who="secretariat", words=words, due=due)
    return Step(who="secretariat", words=_("The secretariat asks the members in writing"), due=due)


def _due(
    limits: Limits, submission: Submission, code: str, since: datetime | None
) -> datetime | None:
    return limits.due(submission.body_id, code, since) if since else None
