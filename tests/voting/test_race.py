"""Members cast while the chair closes: nothing acknowledged is missing, nothing lands after."""

import threading
from uuid import uuid4

import pytest
from django.db import connections

from core.errors import Refusal
from realtime.commands import Call, run_batch, run_command
from tests.cabinet import Cabinet
from voting.actions import cast_ballot, close_vote, open_vote
from voting.models import Ballot, Cast, Vote

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cabinet(transactional_db):
    return Cabinet()


def together(*deeds):
    """Let deeds begin at the same moment, each in a thread with its own connection."""
    gate, told = threading.Barrier(len(deeds)), {}

    def run(place, deed):
        gate.wait()
        try:
            told[place] = deed()
        except Refusal as refusal:
            told[place] = refusal
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return [told[place] for place in range(len(deeds))]


def a_vote(cabinet, members=12):
    for n in range(members):
        _seat(cabinet, f"member{n}")
    everyone = [seat.person for seat in cabinet.body.memberships.select_related("person")]
    meeting = cabinet.in_session(present=everyone)
    item = cabinet.open_item(meeting)
    return open_vote(cabinet.chair, item, question="Thông qua?"), everyone


def _seat(cabinet, key):
    from people.models import Membership
    from tests.cabinet import SINCE

    Membership.objects.create(
        body=cabinet.body, person=cabinet.person(key), office="Ủy viên", starts=SINCE, order=50
    )


def test_no_ballot_is_lost_and_none_lands_after_the_close(cabinet):
    vote, everyone = a_vote(cabinet)
    casts = [lambda person=person: cast_ballot(person, vote, choice="yes") for person in everyone]
    half = len(casts) // 2

    answers = together(*casts[:half], lambda: close_vote(cabinet.chair, vote), *casts[half:])

    acknowledged = [answer for answer in answers if isinstance(answer, dict)]
    late = [answer.code for answer in answers if isinstance(answer, Refusal)]
    closed = Vote.objects.get()
    assert closed.result["yes"] == len(acknowledged) == Ballot.objects.count()
    assert len(acknowledged) + len(late) == len(everyone)
    assert set(late) <= {"too_late"}
    assert all(cast.at <= closed.closed_at for cast in Cast.objects.all())


def test_batches_and_single_ballots_and_the_close_at_once(cabinet):
    vote, everyone = a_vote(cabinet)
    calls = [_call(person, vote) for person in everyone]

    answers = together(
        lambda: run_batch(calls[:6]),
        lambda: run_batch(calls[6:12]),
        lambda: close_vote(cabinet.secretary, vote),
        lambda: run_batch(calls[12:]),
    )

    told = [answer for batch in (answers[0], answers[1], answers[3]) for answer in batch]
    acknowledged = [answer for answer in told if isinstance(answer, dict)]
    assert Vote.objects.get().result["yes"] == len(acknowledged)


def test_the_same_command_through_two_doors_at_once_counts_once(cabinet):
    vote, everyone = a_vote(cabinet, members=0)
    person, command = everyone[1], uuid4()
    data = {"vote": vote.pk, "choice": "yes"}

    def cast():
        return run_command(person, vote.meeting_id, "ballot.cast", data, command)

    answers = together(*[cast] * 4)

    assert [answer for answer in answers if answer != answers[0]] == []
    assert Cast.objects.count() == 1


def test_two_taps_on_close_close_once(cabinet):
    vote, _ = a_vote(cabinet, members=0)
    answers = together(*[lambda: close_vote(cabinet.chair, vote)] * 3)
    assert sum(isinstance(answer, Vote) for answer in answers) == 1
    assert {a.code for a in answers if isinstance(a, Refusal)} == {"vote_not_open"}


def test_two_chairs_open_one_vote(cabinet):
    meeting = cabinet.in_session()
    item = cabinet.open_item(meeting)
    people = [cabinet.chair, cabinet.secretary] * 2
    deeds = [lambda who=who: open_vote(who, item, question="Thông qua?") for who in people]

    answers = together(*deeds)

    assert sum(isinstance(answer, Vote) for answer in answers) == 1
    assert Vote.objects.count() == 1
    assert {a.code for a in answers if isinstance(a, Refusal)} == {"vote_already_open"}


def test_somebody_who_changes_his_mind_all_the_time_has_one_ballot(cabinet):
    vote, everyone = a_vote(cabinet, members=0)
    person = everyone[2]
    choices = ["yes", "no", "other"] * 4
    together(*[lambda c=c: cast_ballot(person, vote, choice=c) for c in choices])

    ballot = Ballot.objects.get()
    casts = list(Cast.objects.order_by("number"))
    assert [cast.number for cast in casts] == list(range(1, len(casts) + 1))
    assert ballot.cast == casts[-1]
    assert ballot.choice == casts[-1].choice
    assert ballot.changes == len(casts) - 1


def _call(person, vote):
    return Call(person, vote.meeting_id, {"vote": vote.pk, "choice": "yes"}, uuid4(), "ballot.cast")
