"""Asking agencies for their opinion of a submission, and what they answer."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from agendas.actions.submissions import held
from agendas.models import Advice, Matter, Submission
from agendas.policies import SubmissionPolicy
from agendas.states import Answer, SubmissionState
from agendas.submissions import events, notices
from agendas.submissions.errors import (
    AnsweredAlready,
    AskedAlready,
    AsksItself,
    DueIsPast,
    OpinionMissing,
    SubmissionEnded,
)
from agendas.submissions.standing import standing_item
from agendas.timing import due_at as legal_due
from core.clock import now
from core.dates import moment
from core.policies import require
from meetings.policies import require_open_record
from people.models import Agency, Person
from realtime.journal import announce

WITH_WORDS = {Answer.REMARKS, Answer.DISAGREE}


@transaction.atomic
def ask_advice(
    actor: Person,
    submission: Submission,
    *,
    agencies: Iterable[Agency],
    question: str = "",
    due_at: datetime | None = None,
) -> list[Advice]:
    """Ask agencies for their opinion until a moment; without one, within the legal time."""
    require(SubmissionPolicy(actor, submission).may_ask_advice)
    submission = _open(submission)
    due = _due(submission, due_at)
    return [_ask(actor, submission, agency, question.strip(), due) for agency in agencies]


@transaction.atomic
def ask_again(actor: Person, advice: Advice, *, due_at: datetime | None = None) -> Advice:
    """Ask an agency once more: a new round when it has answered, a new time when it has not."""
    require(SubmissionPolicy(actor, advice.submission).may_ask_advice)
    submission = _open(advice.submission)
    due = _due(submission, due_at)
    latest = submission.advices.filter(agency=advice.agency_id).order_by("round").last()
    if latest is None or latest.is_answered:
        return _ask(actor, submission, advice.agency, advice.question, due)
    latest.due_at = due
    latest.save(update_fields=["due_at"])
    announce(_asked(latest, again=True), actor=actor)
    notices.tell_asked(actor, latest, again=True)
    return latest


@transaction.atomic
def answer_advice(
    actor: Person, advice: Advice, *, answer: Answer | str, text: str = "", about: str = ""
) -> Advice:
    """Give an agency's opinion. ``about`` is the kind of paper it speaks of, none: of the whole."""
    require(SubmissionPolicy(actor, advice.submission).may_answer(advice))
    _open(advice.submission)
    advice = Advice.objects.select_related("agency", "submission__agency", "asked_by").get(
        pk=advice.pk
    )
    if advice.is_answered:
        raise AnsweredAlready
    if answer in WITH_WORDS and not text.strip():
        raise OpinionMissing
    advice.answer, advice.text, advice.about = Answer(answer), text.strip(), about
    advice.answered_by, advice.answered_at = actor, now()
    advice.save()
    announce(events.AdviceAnswered(**_facts(advice), answer=advice.answer), actor=actor)
    notices.tell_answered(actor, advice)
    return advice


def outdate_advice(actor: Person, matter: Matter | int, *, role: str) -> list[Advice]:
    """Mark the opinions outdated that spoke of a kind of paper, or of the whole submission.

    Called in the transaction of the deed that replaced or withdrew the paper.
    """
    answered = Advice.objects.filter(
        submission__matter=matter, answered_at__isnull=False, outdated_at__isnull=True
    )
    about = answered.filter(about__in=["", role])
    spoken = list(about.select_related("agency", "submission__agency", "asked_by"))
    for advice in spoken:
        advice.outdated_at = now()
        advice.save(update_fields=["outdated_at"])
        announce(events.AdviceOutdated(**_facts(advice)), actor=actor)
        notices.tell_outdated(actor, advice)
    return spoken


def _open(submission: Submission) -> Submission:
    submission = held(submission)
    if submission.state == SubmissionState.WITHDRAWN:
        raise SubmissionEnded
    item = standing_item(submission)
    if item is not None:
        require_open_record(item.meeting)
    return submission


def _due(submission: Submission, wanted: datetime | None) -> datetime:
    if wanted is None:
        return legal_due(submission.body, "advice_answer", now())
    if wanted <= now():
        raise DueIsPast
    return wanted


def _ask(
    actor: Person, submission: Submission, agency: Agency, question: str, due: datetime
) -> Advice:
    if agency.pk == submission.agency_id:
        raise AsksItself(agency=agency)
    rounds = submission.advices.filter(agency=agency)
    if rounds.filter(answered_at__isnull=True).exists():
        raise AskedAlready(agency=agency)
    advice: Advice = rounds.create(
        submission=submission,
        agency=agency,
        round=rounds.count() + 1,
        question=question,
        asked_by=actor,
        asked_at=now(),
        due_at=due,
    )
    announce(_asked(advice, again=advice.round > 1), actor=actor)
    notices.tell_asked(actor, advice, again=advice.round > 1)
    return advice


def _facts(advice: Advice) -> dict[str, Any]:
    return {
        "submission_id": advice.submission_id,
        "advice": advice.pk,
        "agency_code": advice.agency.code,
        "agency": advice.agency.name,
    }


def _asked(advice: Advice, *, again: bool) -> events.AdviceAsked:
    facts = {**_facts(advice), "due": moment(advice.due_at)}
    if again:
        return events.AdviceAskedAgain(**facts, round=advice.round)
    return events.AdviceAsked(**facts)
