"""Ballots that travel together, retries, and receipts anybody can work out again."""

from uuid import uuid4

from core.errors import NotSeen
from realtime.commands import run_command
from realtime.models import Entry
from voting.actions import Ask, cast_ballot, cast_ballots, close_vote
from voting.errors import AlreadyVoted, UnknownChoice
from voting.models import Ballot, Cast
from voting.receipts import receipt
from voting.states import Choice


def test_a_retry_with_the_same_id_counts_once(cabinet, meeting, vote):
    command, data = uuid4(), {"vote": vote.pk, "choice": "yes"}
    first = run_command(cabinet.finance, meeting.pk, "ballot.cast", data, command)
    again = run_command(cabinet.finance, meeting.pk, "ballot.cast", data, command)

    assert first == again
    assert Cast.objects.count() == 1


def test_a_retry_after_the_close_still_gets_its_receipt(cabinet, meeting, vote):
    command, data = uuid4(), {"vote": vote.pk, "choice": "yes"}
    first = run_command(cabinet.finance, meeting.pk, "ballot.cast", data, command)
    close_vote(cabinet.chair, vote)
    assert run_command(cabinet.finance, meeting.pk, "ballot.cast", data, command) == first


def test_a_batch_is_told_once_and_not_by_whom(cabinet, meeting, vote):
    asks = [Ask(person, meeting.pk, vote.pk, "yes") for person in cabinet.members()]
    answers = cast_ballots(asks)

    assert len({answer["receipt"] for answer in answers}) == 5
    told = Entry.objects.filter(name="ballot.cast").get()
    assert told.facts == {
        "vote": vote.pk,
        "item": vote.item_id,
        "restricted": False,
        "count": 5,
    }
    assert told.actor is None


def test_one_bad_ballot_does_not_spoil_the_batch(cabinet, meeting, vote):
    asks = [
        Ask(cabinet.finance, meeting.pk, vote.pk, "yes"),
        Ask(cabinet.stranger(), meeting.pk, vote.pk, "yes"),
        Ask(cabinet.health, meeting.pk, vote.pk, "perhaps"),
        Ask(cabinet.justice, meeting.pk, vote.pk, "no"),
    ]
    answers = cast_ballots(asks)
    assert [type(answer) for answer in answers] == [dict, NotSeen, UnknownChoice, dict]
    assert vote.ballots.count() == 2


def test_two_taps_of_one_person_in_one_batch(cabinet, meeting, vote):
    asks = [Ask(cabinet.finance, meeting.pk, vote.pk, choice) for choice in ("no", "yes", "yes")]
    answers = cast_ballots(asks)
    assert [answer["changes"] for answer in answers[:2]] == [0, 1]
    assert isinstance(answers[2], AlreadyVoted)
    assert vote.ballots.get().choice == "yes"
    assert Cast.objects.count() == 2


def test_a_receipt_can_be_worked_out_again_from_what_is_stored(cabinet, vote):
    cast_ballot(cabinet.finance, vote, choice=Choice.OTHER, reason="Ý kiến khác")
    ballot = Ballot.objects.select_related("cast").get()
    cast = ballot.cast
    again = receipt(
        vote.pk,
        cast.elector_id,
        number=cast.number,
        choice=cast.choice,
        command_id=cast.command_id,
        at=cast.at,
        reason=cast.reason,
    )
    assert ballot.receipt == again
    assert len(again) == 9
    assert again[4] == "-"
