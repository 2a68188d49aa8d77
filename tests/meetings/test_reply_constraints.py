"""What the database promises of answers and calendars, whatever the code does."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from meetings.actions import Said, answer_invitation, make_feed
from meetings.invitations.states import Answer
from meetings.models import CalendarFeed, Invitation, Reply


@pytest.fixture
def answers(cabinet, meeting):
    """An answer of each of two kinds."""
    for person, said in (
        (cabinet.finance, Said(answer=Answer.COMING)),
        (cabinet.health, Said(answer=Answer.ABSENT, reason="Ốm")),
    ):
        answer_invitation(person, cabinet.participant(meeting, person), said)
    return meeting


def refused(things, **change):
    with pytest.raises(IntegrityError), transaction.atomic():
        things.update(**change)


@pytest.mark.parametrize(
    "change",
    [
        {"answer": "perhaps"},
        {"answer": "remote"},
        {"reason": "Ốm"},
        {"consent": "asked"},
        {"answer": "absent"},
    ],
)
def test_who_comes_asks_nothing(answers, change):
    refused(Reply.objects.filter(answer="coming"), **change)


@pytest.mark.parametrize(
    "change",
    [
        {"reason": ""},
        {"consent": "none"},
        {"consent": "granted"},
        {"consent": "perhaps"},
        {"decided_for": "", "consent": "refused"},
    ],
)
def test_an_absence_asks_and_is_decided_by_somebody(answers, change):
    refused(Reply.objects.filter(answer="absent"), **change)


def test_a_site_goes_with_a_remote_answer_alone(cabinet, answers):
    refused(Reply.objects.filter(answer="coming"), site=cabinet.site)


def test_everybody_answers_once(answers):
    reply = Reply.objects.first()
    reply.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        reply.save(force_insert=True)


def test_identities_and_secrets_are_never_shared(cabinet, answers):
    other = Invitation.objects.get(meeting=cabinet.convened())
    refused(Invitation.objects.exclude(pk=other.pk), uid=other.uid)
    first, second = make_feed(cabinet.finance), make_feed(cabinet.health)
    refused(CalendarFeed.objects.filter(pk=second.pk), token=first.token)
    refused(CalendarFeed.objects, fetched_at=first.made_at - timedelta(days=1))
