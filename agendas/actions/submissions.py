"""An agency's deeds on a submission: begin it, write it, lodge it, take it back."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from agendas.errors import ReasonMissing
from agendas.guards import missing_in
from agendas.models import Matter, Submission
from agendas.policies import SubmissionPolicy
from agendas.rules import neutral_title
from agendas.states import SUBMISSION_MOVES, Secrecy, SubmissionState
from agendas.submissions import events, notices
from agendas.submissions.errors import (
    KeptAlready,
    OnAnAgenda,
    SubmissionIncomplete,
    SubmissionSettled,
)
from agendas.submissions.standing import standing_item
from core.clock import now
from core.dates import short_day
from core.policies import require
from core.states import move
from people.models import Agency, Body, Person
from people.policies import agencies_of
from realtime.journal import announce

EDITED = (
    "title",
    "summary",
    "kind",
    "rapporteur",
    "minutes",
    "urgency",
    "secrecy",
    "preferred_meeting",
)
WRITABLE = {SubmissionState.DRAFT, SubmissionState.RETURNED}


@transaction.atomic
def start_submission(
    actor: Person, body: Body, agency: Agency, *, co_sponsors: Iterable[Agency] = (), **facts: Any
) -> Submission:
    """Begin a submission to a body for one's agency. ``facts``: the names in ``EDITED``."""
    require(agencies_of(actor).filter(pk=agency.pk).exists())
    submission = Submission(
        body=body,
        agency=agency,
        made_by=actor,
        made_at=now(),
        matter=Matter.objects.create(body=body, made_at=now()),
        **{name: facts[name] for name in EDITED if name in facts},
    )
    _neutral(submission)
    submission.save()
    submission.co_sponsors.set([one for one in co_sponsors if one.pk != agency.pk])
    event = events.SubmissionStarted(submission_id=submission.pk, agency=agency.name)
    announce(event, actor=actor)
    return submission


@transaction.atomic
def edit_submission(
    actor: Person,
    submission: Submission,
    *,
    co_sponsors: Iterable[Agency] | None = None,
    **facts: Any,
) -> Submission:
    """Change what a submission says while it is the agency's: in draft, or returned."""
    require(SubmissionPolicy(actor, submission).may_write)
    submission = writable(submission)
    before = {name: getattr(submission, name) for name in EDITED}
    for name in before.keys() & facts.keys():
        setattr(submission, name, facts[name])
    _require_never_open(submission, str(before["secrecy"]))
    _neutral(submission)
    changed = [name for name in EDITED if getattr(submission, name) != before[name]]
    submission.save(update_fields=[*changed, "updated_at"])
    if co_sponsors is not None and _share(submission, co_sponsors):
        changed.append("co_sponsors")
    if changed:
        event = events.SubmissionEdited(submission_id=submission.pk, fields=changed)
        announce(event, actor=actor)
    return submission


@transaction.atomic
def lodge_submission(actor: Person, submission: Submission) -> Submission:
    """Lodge a submission. It gets its number in the register of the year, once and for all."""
    require(SubmissionPolicy(actor, submission).may_lodge)
    submission = held(submission)
    move(submission, SubmissionState.LODGED, moves=SUBMISSION_MOVES)
    missing = missing_in(submission)
    if missing:
        raise SubmissionIncomplete(missing=" ".join(missing))
    is_new = submission.number is None
    _begin_check(submission)
    if is_new:
        _register(submission)
    _neutral(submission)
    submission.save()
    announce(_lodged(submission, is_new=is_new), actor=actor)
    notices.tell_lodged(actor, submission)
    return submission


@transaction.atomic
def withdraw_submission(actor: Person, submission: Submission, *, reason: str) -> Submission:
    """Take a submission back, as long as it is on no agenda."""
    require(SubmissionPolicy(actor, submission).may_withdraw)
    submission = held(submission)
    if not reason.strip():
        raise ReasonMissing
    require_on_no_agenda(submission)
    move(submission, SubmissionState.WITHDRAWN, moves=SUBMISSION_MOVES)
    submission.withdrawn_for, submission.route = reason.strip(), ""
    submission.save(update_fields=["state", "withdrawn_for", "route", "updated_at"])
    event = events.SubmissionWithdrawn(submission_id=submission.pk, reason=submission.withdrawn_for)
    announce(event, actor=actor)
    notices.tell_withdrawn(actor, submission)
    return submission


def held(submission: Submission | int) -> Submission:
    """Lock a submission and read it as the database has it."""
    key = submission if isinstance(submission, int) else submission.pk
    locked = Submission.objects.select_for_update(of=("self",))
    return locked.select_related("body", "agency", "matter").get(pk=key)


def writable(submission: Submission) -> Submission:
    """Lock a submission that its agency may still write."""
    submission = held(submission)
    if submission.state not in WRITABLE:
        raise SubmissionSettled
    return submission


def require_on_no_agenda(submission: Submission) -> None:
    """Refuse what would pull a submission away from under an agenda."""
    item = standing_item(submission)
    if item is not None:
        raise OnAnAgenda(day=short_day(item.meeting.starts_at))


def _begin_check(submission: Submission) -> None:
    """Let the secretariat's time begin; what was found before the return no longer counts."""
    submission.lodged_at, submission.returned_for, submission.checklist = now(), "", {}
    submission.checked_at = submission.checked_by = None


def _register(submission: Submission) -> None:
    """Give the next number of the body's register; who comes at the same moment waits his turn."""
    body = Body.objects.select_for_update().get(pk=submission.body_id)
    year = timezone.localdate(submission.lodged_at).year
    numbers = Submission.objects.filter(body=body, year=year).aggregate(last=Max("number"))
    submission.year, submission.number = year, (numbers["last"] or 0) + 1


def _neutral(submission: Submission) -> None:
    """Keep of a secret matter its number and a neutral title, nothing else."""
    if not submission.is_paper_only:
        return
    submission.title, submission.summary = neutral_title(submission.number), ""


def _require_never_open(submission: Submission, before: str) -> None:
    """Refuse to call a matter secret whose words or papers the system has kept already."""
    is_new = submission.is_paper_only and before == Secrecy.OPEN
    if is_new and (submission.number is not None or submission.matter.papers.exists()):
        raise KeptAlready


def _share(submission: Submission, co_sponsors: Iterable[Agency]) -> bool:
    wanted = {one.pk for one in co_sponsors} - {submission.agency_id}
    if wanted == set(submission.co_sponsors.values_list("pk", flat=True)):
        return False
    submission.co_sponsors.set(wanted)
    return True


def _lodged(submission: Submission, *, is_new: bool) -> events.SubmissionLodged:
    kind = events.SubmissionLodged if is_new else events.SubmissionLodgedAgain
    return kind(
        submission_id=submission.pk,
        title=submission.title,
        year=submission.year or 0,
        number=submission.number or 0,
    )
