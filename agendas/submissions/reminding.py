"""Reminding of time limits of submissions and opinions: as they draw near, and when they are past.

A serving process looks from time to time; several may look at once, each limit is told once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agendas.models import Advice, Reminder, Submission
from agendas.states import SubmissionState
from agendas.submissions.notices import (
    News,
    answer_page,
    askers_of,
    chair_of,
    desk_of,
    until,
)
from agendas.submissions.standing import standing_items
from agendas.submissions.turns import turn_of
from agendas.timing import Limits
from core.clock import now
from core.dates import near
from meetings.models import DeadlineCode
from people.models import Person
from people.notices.kinds import kind
from people.notices.rounds import looks_after
from people.policies import clerks_of
from realtime.workers import turn

DUE = kind("submission.due", _("Time limits of submissions and opinions"))
S = SubmissionState
SINCE = {S.LODGED: "lodged_at", S.ACCEPTED: "checked_at", S.ROUTED: "routed_at"}
Key = tuple[int, int | None, str, datetime, datetime, bool]


@dataclass(frozen=True)
class Limit:
    """A time limit that people are to be reminded of: of a step, or of one opinion."""

    submission: Submission
    advice: Advice | None
    since: datetime
    due: datetime
    words: str | Promise = ""

    @property
    def is_past(self) -> bool:
        return now() > self.due

    @property
    def step(self) -> str:
        return "" if self.advice else self.submission.state

    @property
    def key(self) -> Key:
        advice = self.advice.pk if self.advice else None
        return self.submission.pk, advice, self.step, self.since, self.due, self.is_past

    @property
    def readers(self) -> list[Person]:
        """Return whose move it is; of an opinion that is overdue also those who asked."""
        if self.advice is None:
            routes = self.submission.state == S.ACCEPTED
            return chair_of(self.submission) if routes else desk_of(self.submission)
        asked = clerks_of(self.advice.agency)
        return [*asked, *askers_of(self.advice)] if self.is_past else asked


@looks_after
def remind() -> int:
    """Tell of the time limits that draw near or are past; return of how many."""
    limits = Limits()
    found = [*_steps(limits), *_opinions(limits)]
    told = _told(found)
    return sum(_tell(limit) for limit in found if limit.key not in told)


def _steps(limits: Limits) -> Iterator[Limit]:
    """Give the steps whose time runs out of the submissions that stand on no agenda."""
    waiting = Submission.objects.filter(state__in=SINCE).select_related("agency", "body")
    for one in waiting.exclude(matter__in=standing_items().values("matter")):
        step = turn_of(one, placed=False, limits=limits)
        since = getattr(one, SINCE[S(one.state)])
        if step.due and since and now() >= _soon(limits, one, step.due):
            yield Limit(one, None, since, step.due, step.words)


def _opinions(limits: Limits) -> Iterator[Limit]:
    """Give the opinions whose time runs out."""
    waiting = Advice.objects.filter(answered_at__isnull=True).exclude(submission__state=S.WITHDRAWN)
    for one in waiting.select_related("agency", "submission__agency", "asked_by"):
        if now() >= _soon(limits, one.submission, one.due_at):
            yield Limit(one.submission, one, one.asked_at, one.due_at)


def _soon(limits: Limits, submission: Submission, due: datetime) -> datetime:
    """Return from when on a limit of a body draws near: so many working days before."""
    deadlines = limits.of(submission.body_id)
    return min(due, deadlines.last_moment_before(DeadlineCode.REMINDER, start=due))


def _told(limits: Iterable[Limit]) -> set[Key]:
    """Return what people were reminded of already."""
    told = Reminder.objects.filter(submission__in={limit.submission.pk for limit in limits})
    return set(told.values_list("submission", "advice", "step", "since", "due_at", "is_past"))


def _tell(limit: Limit) -> bool:
    """Tell of one limit, unless another process was quicker or the deed was done meanwhile."""
    with turn(), transaction.atomic():
        locked = Submission.objects.select_for_update(of=("self",)).get(pk=limit.submission.pk)
        if not _still_waits(limit, locked):
            return False
        _reminder, is_new = Reminder.objects.get_or_create(
            submission=locked,
            advice=limit.advice,
            step=limit.step,
            since=limit.since,
            due_at=limit.due,
            is_past=limit.is_past,
            defaults={"told_at": now()},
        )
        if is_new:
            _news(limit).tell(limit.readers, DUE)
        return is_new


def _still_waits(limit: Limit, locked: Submission) -> bool:
    if limit.advice is None:
        return locked.updated_at == limit.submission.updated_at
    waits = Advice.objects.filter(pk=limit.advice.pk, due_at=limit.due, answered_at__isnull=True)
    return locked.state != S.WITHDRAWN and waits.exists()


def _news(limit: Limit) -> News:
    if limit.advice is not None:
        said = _("Opinion overdue") if limit.is_past else _("Opinion due soon")
        url = "" if limit.is_past else answer_page(limit.advice)
        return News(limit.submission, said, partial(_opinion, limit.advice), url)
    said = _("Past its time") if limit.is_past else _("Its time runs out")
    return News(limit.submission, said, partial(_step, limit))


def _step(limit: Limit) -> str:
    told = _("%(move)s; until %(due)s") % {"move": limit.words, "due": near(limit.due)}
    return str(told)


def _opinion(advice: Advice) -> str:
    return f"{advice.agency}. {until(advice)}"
