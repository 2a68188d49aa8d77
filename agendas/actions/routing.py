"""What the secretariat and the chair do with a lodged submission: check, return, route, place."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from agendas.actions.facts import hold
from agendas.actions.items import add_item
from agendas.actions.submissions import held, require_on_no_agenda
from agendas.errors import ReasonMissing
from agendas.lateness import is_after_limit
from agendas.models import Checkpoint, Item, Submission
from agendas.policies import SubmissionPolicy
from agendas.states import SUBMISSION_MOVES, Route, SubmissionState, Urgency
from agendas.submissions import events, notices
from agendas.submissions.errors import (
    ChecklistOpen,
    NotForASession,
    NotWaitingForCheck,
    OtherBody,
    SessionOver,
)
from agendas.submissions.standing import OVER
from core.clock import now
from core.dates import short_day
from core.policies import require
from core.states import move
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from people.models import Person
from realtime.journal import announce

YES = "yes"
Answers = dict[str, str]


@transaction.atomic
def check_submission(actor: Person, submission: Submission, *, answers: Answers) -> Submission:
    """Note the answers to the checklist, as far as the check has come."""
    require(SubmissionPolicy(actor, submission).may_check)
    submission = _waiting(submission)
    submission.checklist = _known(submission, answers)
    submission.save(update_fields=["checklist", "updated_at"])
    return submission


@transaction.atomic
def accept_submission(
    actor: Person, submission: Submission, *, answers: Answers | None = None
) -> Submission:
    """Accept a submission whose required points are all in order."""
    require(SubmissionPolicy(actor, submission).may_check)
    submission = _waiting(submission)
    if answers is not None:
        submission.checklist = _known(submission, answers)
    _require_in_order(submission)
    move(submission, SubmissionState.ACCEPTED, moves=SUBMISSION_MOVES)
    submission.checked_at, submission.checked_by = now(), actor
    submission.save(update_fields=["state", "checklist", "checked_at", "checked_by", "updated_at"])
    event = events.SubmissionAccepted(submission_id=submission.pk, checklist=submission.checklist)
    announce(event, actor=actor)
    notices.tell_accepted(actor, submission)
    return submission


@transaction.atomic
def return_submission(actor: Person, submission: Submission, *, reason: str) -> Submission:
    """Return a submission: the secretariat when it checks, the chair when he or she routes."""
    policy = SubmissionPolicy(actor, submission)
    require(policy.may_check or policy.may_route)
    submission = held(submission)
    is_checked = submission.state != SubmissionState.LODGED
    require(policy.may_route if is_checked else policy.may_check)
    if not reason.strip():
        raise ReasonMissing
    require_on_no_agenda(submission)
    move(submission, SubmissionState.RETURNED, moves=SUBMISSION_MOVES)
    submission.returned_for, submission.route = reason.strip(), ""
    submission.save(update_fields=["state", "returned_for", "route", "updated_at"])
    event = events.SubmissionReturned(submission_id=submission.pk, reason=submission.returned_for)
    announce(event, actor=actor)
    notices.tell_returned(actor, submission)
    return submission


@transaction.atomic
def route_submission(
    actor: Person,
    submission: Submission,
    *,
    route: Route | str,
    preferred_meeting: Meeting | None = None,
) -> Submission:
    """Send an accepted submission on (NĐ 138/2016/NĐ-CP, Điều 15); another route may follow."""
    require(SubmissionPolicy(actor, submission).may_route)
    submission = held(submission)
    require_on_no_agenda(submission)
    if preferred_meeting is not None:
        _require_ahead(submission, preferred_meeting)
        submission.preferred_meeting = preferred_meeting
    move(submission, SubmissionState.ROUTED, moves=SUBMISSION_MOVES)
    submission.route, submission.routed_at, submission.routed_by = Route(route), now(), actor
    submission.save()
    announce(_routed(submission), actor=actor)
    notices.tell_routed(actor, submission)
    return submission


@transaction.atomic
def place_submission(
    actor: Person,
    submission: Submission,
    meeting: Meeting,
    *,
    restricted: bool = False,
    late_for: str = "",
) -> Item:
    """Put a submission that was routed to a session on its draft; after the limit it says why."""
    require(SubmissionPolicy(actor, submission).may_place)
    require(MeetingPolicy(actor, meeting).may_edit)
    _require_ahead(submission, meeting)
    hold(meeting)  # before the submission: who places many holds it from the first to the last
    submission = held(submission)
    require_on_no_agenda(submission)
    if (submission.state, submission.route) != (SubmissionState.ROUTED, Route.SESSION):
        raise NotForASession
    late_for = _reason(meeting, late_for)
    item = _added(actor, submission, meeting, restricted=restricted, late_for=late_for)
    event = events.SubmissionPlaced(
        submission_id=submission.pk,
        meeting=meeting.pk,
        item=item.pk,
        day=short_day(meeting.starts_at),
    )
    announce(event, actor=actor)
    notices.tell_placed(actor, submission, item)
    return item


def checkpoints_of(submission: Submission) -> list[Checkpoint]:
    """Return the questions of the check that were in force when it was lodged."""
    day = timezone.localdate(submission.lodged_at or now())
    return list(Checkpoint.objects.on(day).filter(body=submission.body_id))


def _reason(meeting: Meeting, late_for: str) -> str:
    """Return why something comes late: nothing in time, and after the limit never nothing."""
    if not is_after_limit(meeting, now()):
        return ""
    if not late_for.strip():
        raise ReasonMissing
    return late_for.strip()


def _added(actor: Person, submission: Submission, meeting: Meeting, **facts: Any) -> Item:
    return add_item(
        actor,
        meeting,
        matter=submission.matter,
        title=submission.title,
        summary=submission.summary,
        kind=submission.kind,
        sponsor=submission.agency,
        rapporteur=submission.rapporteur,
        minutes=submission.minutes,
        secrecy=submission.secrecy,
        is_urgent=submission.urgency != Urgency.NORMAL,
        **facts,
    )


def _waiting(submission: Submission) -> Submission:
    submission = held(submission)
    if submission.state != SubmissionState.LODGED:
        raise NotWaitingForCheck
    return submission


def _known(submission: Submission, answers: Answers) -> Answers:
    codes = {point.code for point in checkpoints_of(submission)}
    return {code: answer for code, answer in answers.items() if code in codes}


def _require_in_order(submission: Submission) -> None:
    given = submission.checklist
    left = [
        str(point)
        for point in checkpoints_of(submission)
        if point.is_required and given.get(point.code) != YES
    ]
    if left:
        raise ChecklistOpen(points=" · ".join(left))


def _require_ahead(submission: Submission, meeting: Meeting) -> None:
    if meeting.body_id != submission.body_id:
        raise OtherBody
    if Meeting.objects.filter(pk=meeting.pk, state__in=OVER).exists():
        raise SessionOver


def _routed(submission: Submission) -> events.SubmissionRouted:
    wished = submission.preferred_meeting
    day = short_day(wished.starts_at) if wished and submission.route == Route.SESSION else ""
    return events.SubmissionRouted(submission_id=submission.pk, route=submission.route, day=day)
