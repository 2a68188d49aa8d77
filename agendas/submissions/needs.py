"""What submissions need of a person: to be mended, answered, checked, routed, put on an agenda."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from agendas.models import Submission
from agendas.policies import submissions_visible_to
from agendas.states import SubmissionState
from agendas.submissions.lists import Row, lists_of
from core.clock import now
from core.needs import Group, Need, needs_me
from people.models import Person
from people.policies import offices_of

S = SubmissionState
WAITING_SHOWN = 5
SOON = timedelta(days=1)


@needs_me("submission")
def submissions_to_deal_with(person: Person) -> Iterator[Need]:
    """Tell what waits for the person, and of the own agency's what waits for others."""
    theirs = offices_of(person).agencies
    for group in lists_of(person, submissions_visible_to(person), done=False):
        if group.key == "waiting":
            own = [row for row in group.rows if row.submission.agency_id in theirs]
            yield from (_waiting(row) for row in own[:WAITING_SHOWN])
        else:
            yield from (_need(group.key, row) for row in group.rows)


def _need(key: str, row: Row) -> Need:
    one = row.submission
    return Need(
        title=one.title,
        url=_url(key, row),
        verb=_verb(key, one),
        group=_group(key, row),
        when=row.due,
        detail=row.submission.agency.short_here,
        late=row.is_late,
    )


def _verb(key: str, one: Submission) -> str:
    if key == "mend":
        return _("Mend and lodge again") if one.state == S.RETURNED else _("Go on writing")
    verbs = {
        "answer": _("Give the opinion"),
        "check": _("Check"),
        "route": _("Route"),
        "place": _("Put on an agenda"),
    }
    return verbs[key]


def _group(key: str, row: Row) -> Group:
    """Say *now* of what was returned, is late or due by tomorrow; of the rest *this week*."""
    if key == "mend":
        return "now" if row.submission.state == S.RETURNED else "week"
    due = row.due
    last = timezone.localdate(now()) + SOON
    return "now" if due and timezone.localdate(due) <= last else "week"


def _url(key: str, row: Row) -> str:
    if row.advice is not None:
        return reverse("papers:answer", args=[row.advice.pk])
    step = {"check": "submission_check", "route": "submission_route", "place": "submission_place"}
    return reverse(f"agendas:{step.get(key, 'submission')}", args=[row.submission.pk])


def _waiting(row: Row) -> Need:
    one = row.submission
    return Need(
        title=one.title,
        url=reverse("agendas:submission", args=[one.pk]),
        verb=_("See the submission"),
        group="waiting",
        when=row.due,
        detail=str(row.turn.words),
        late=row.is_late,
    )
