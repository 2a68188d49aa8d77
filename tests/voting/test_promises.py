"""What the database itself refuses, whoever asks."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from voting.actions import cast_ballot, close_vote, void_vote
from voting.models import Ballot, Cast, Elector, Vote
from voting.states import Choice


def refuses(sql, *values):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
    return True


def test_a_second_open_vote_in_a_meeting(vote):
    columns = [field.column for field in Vote._meta.concrete_fields if field.column != "id"]
    asked = ", ".join(columns)
    taken = asked.replace("round", "round + 1")
    assert refuses(f"INSERT INTO voting_vote ({asked}) SELECT {taken} FROM voting_vote")


@pytest.mark.parametrize(
    "change",
    [
        "state = 'closed'",
        "state = 'void'",
        "state = 'asleep'",
        "closed_at = opened_at",
        "result = '{}'",
        "present = roll + 1",
        "round = 0",
        "closes_at = opened_at",
    ],
)
def test_an_open_vote_has_no_end_and_no_result(vote, change):
    assert refuses(f"UPDATE voting_vote SET {change} WHERE id = %s", vote.pk)


@pytest.mark.parametrize("change", ["result = NULL", "closed_at = NULL", "state = 'open'"])
def test_a_closed_vote_keeps_its_result(cabinet, vote, change):
    close_vote(cabinet.chair, vote)
    assert refuses(f"UPDATE voting_vote SET {change} WHERE id = %s", vote.pk)


@pytest.mark.parametrize("change", ["void_reason = ''", "closed_at = NULL", "result = '{}'"])
def test_a_void_vote_keeps_its_reason(cabinet, vote, change):
    void_vote(cabinet.chair, vote, reason="Câu hỏi ghi nhầm")
    assert refuses(f"UPDATE voting_vote SET {change} WHERE id = %s", vote.pk)


def test_an_elector_twice(vote):
    one = vote.electors.first()
    with pytest.raises(IntegrityError), transaction.atomic():
        Elector.objects.create(
            vote=vote, participant=one.participant, person=one.person, name="x", office="x"
        )


def test_two_heads(vote):
    with pytest.raises(IntegrityError), transaction.atomic():
        vote.electors.update(breaks_tie=True)


def test_two_ballots_of_one_elector(cabinet, vote):
    cast_ballot(cabinet.finance, vote, choice=Choice.NO)
    cast_ballot(cabinet.finance, vote, choice=Choice.YES)
    ballot = vote.ballots.get()
    older = Cast.objects.order_by("number").first()
    with pytest.raises(IntegrityError), transaction.atomic():
        Ballot.objects.create(
            vote=vote, elector=ballot.elector, cast=older, choice="no", receipt="x", at=ballot.at
        )


@pytest.mark.parametrize("table", ["voting_cast", "voting_ballot"])
def test_a_choice_of_its_own(cabinet, vote, table):
    cast_ballot(cabinet.finance, vote, choice=Choice.NO)
    assert refuses(f"UPDATE {table} SET choice = 'perhaps'")


def test_one_command_casts_once(cabinet, vote):
    cast_ballot(cabinet.finance, vote, choice=Choice.NO)
    cast = Cast.objects.get()
    for facts in (
        {"number": 1, "command_id": uuid4()},
        {"number": 2, "command_id": cast.command_id},
        {"number": 0, "command_id": uuid4()},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Cast.objects.create(elector=cast.elector, choice="no", at=cast.at, **facts)


def test_a_vote_with_ballots_cannot_be_deleted(cabinet, vote):
    from django.db.models import ProtectedError

    cast_ballot(cabinet.finance, vote, choice=Choice.NO)
    for thing in (vote, vote.item, vote.meeting, vote.ballots.get().elector):
        with pytest.raises(ProtectedError):
            thing.delete()


def test_a_deadline_lies_after_the_opening(vote):
    vote.closes_at = vote.opened_at - timedelta(seconds=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        vote.save()
