"""Casting ballots: once, changed, late, twice, or not at all."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from core.clock import at
from core.errors import NotSeen
from meetings.actions import check_out, invite, move_meeting
from meetings.states import Capacity
from people.models import Membership
from voting.actions import Ask, cast_ballot, cast_ballots, close_vote, open_vote, void_vote
from voting.errors import (
    AlreadyVoted,
    NoChange,
    NotAnElector,
    ReasonTooLong,
    SubstituteDoesNotVote,
    TooLate,
    UnknownChoice,
    VoteWasVoided,
)
from voting.models import Cast
from voting.states import Choice


def test_a_minister_votes_once(cabinet, meeting, vote):
    answer = cast_ballot(cabinet.finance, vote, choice=Choice.YES)

    ballot = vote.ballots.get()
    assert (ballot.choice, ballot.changes, ballot.receipt) == ("yes", 0, answer["receipt"])
    assert answer["vote"] == vote.pk
    assert cabinet.heard(meeting)[-1] == "ballot.cast"


def test_the_same_choice_again_is_a_double_vote(cabinet, vote):
    answer = cast_ballot(cabinet.finance, vote, choice=Choice.YES)
    with translation.override("en"), pytest.raises(AlreadyVoted) as refused:
        cast_ballot(cabinet.finance, vote, choice=Choice.YES)
    with translation.override("en"):
        assert refused.value.sentence == (
            f"You have already voted “Agree”. Your ballot is recorded: {answer['receipt']}."
        )
    assert Cast.objects.count() == 1


def test_a_minister_changes_her_mind_until_the_close(cabinet, vote):
    first = cast_ballot(cabinet.finance, vote, choice=Choice.NO)
    second = cast_ballot(cabinet.finance, vote, choice=Choice.YES)

    ballot = vote.ballots.get()
    assert (ballot.choice, ballot.changes) == ("yes", 1)
    assert (first["changes"], second["changes"]) == (0, 1)
    assert first["receipt"] != second["receipt"]
    assert [cast.choice for cast in Cast.objects.all()] == ["no", "yes"]


def test_where_the_rules_forbid_it_nothing_is_changed(cabinet, vote):
    vote.rules["may_change"] = False
    vote.save()
    cast_ballot(cabinet.finance, vote, choice=Choice.NO)
    with pytest.raises(NoChange):
        cast_ballot(cabinet.finance, vote, choice=Choice.YES)
    assert vote.ballots.get().choice == "no"


def test_an_opinion_goes_on_record(cabinet, vote):
    cast_ballot(cabinet.finance, vote, choice=Choice.OTHER)
    cast_ballot(cabinet.finance, vote, choice=Choice.OTHER, reason="Cần rà soát Điều 5.")
    assert vote.ballots.get().cast.reason == "Cần rà soát Điều 5."
    with pytest.raises(AlreadyVoted):
        cast_ballot(cabinet.finance, vote, choice=Choice.OTHER, reason="Cần rà soát Điều 5.")


def test_an_opinion_has_a_length(cabinet, vote):
    with pytest.raises(ReasonTooLong):
        cast_ballot(cabinet.finance, vote, choice=Choice.OTHER, reason="x" * 2001)


@pytest.mark.parametrize("choice", ["", "maybe", "YES", "1"])
def test_only_the_three_choices(cabinet, vote, choice):
    with pytest.raises(UnknownChoice):
        cast_ballot(cabinet.finance, vote, choice=choice)


def test_a_late_vote_is_told_when_it_ended(cabinet, vote):
    close_vote(cabinet.chair, vote)
    with pytest.raises(TooLate) as refused:
        cast_ballot(cabinet.finance, vote, choice=Choice.YES)
    ended = timezone.localtime(vote.__class__.objects.get().closed_at).strftime("%H:%M:%S")
    assert ended in refused.value.sentence
    assert not Cast.objects.exists()


def test_a_vote_that_was_voided_says_why(cabinet, vote):
    void_vote(cabinet.chair, vote, reason="Câu hỏi ghi nhầm")
    with pytest.raises(VoteWasVoided, match="Câu hỏi ghi nhầm"):
        cast_ballot(cabinet.finance, vote, choice=Choice.YES)


def test_a_vote_past_its_deadline_is_closed_by_the_first_late_ballot(cabinet, meeting, item):
    vote = open_vote(cabinet.chair, item, question="Thông qua?", seconds=30)
    cast_ballot(cabinet.finance, vote, choice=Choice.YES)

    with at(vote.closes_at + timedelta(seconds=1)):
        answers = cast_ballots([Ask(cabinet.health, meeting.pk, vote.pk, "yes")])

    assert isinstance(answers[0], TooLate)
    vote.refresh_from_db()
    assert vote.is_closed
    assert vote.closed_at == vote.closes_at
    assert vote.result["yes"] == 1
    assert cabinet.heard(meeting)[-1] == "vote.closed"


def test_the_last_instant_before_the_deadline_counts(cabinet, item):
    vote = open_vote(cabinet.chair, item, question="Thông qua?", seconds=30)
    with at(vote.closes_at - timedelta(microseconds=1)):
        cast_ballot(cabinet.finance, vote, choice=Choice.YES)
    assert vote.ballots.count() == 1


def test_a_substitute_speaks_and_does_not_vote(cabinet):
    meeting = cabinet.convened()
    deputy = cabinet.person("deputy")
    invite(
        cabinet.secretary,
        meeting,
        person=deputy,
        capacity=Capacity.SUBSTITUTE,
        stands_for=cabinet.participant(meeting, cabinet.health),
    )
    vote = _vote_in(cabinet, meeting, absent=cabinet.health)
    with pytest.raises(SubstituteDoesNotVote):
        cast_ballot(deputy, vote, choice=Choice.YES)


def test_an_invitee_is_not_on_the_roll(cabinet, meeting):
    guest = cabinet.person("guest")
    invite(cabinet.secretary, meeting, person=guest, capacity=Capacity.INVITEE)
    vote = open_vote(cabinet.chair, meeting.items.get(), question="Thông qua?")
    with pytest.raises(NotAnElector):
        cast_ballot(guest, vote, choice=Choice.YES)


def test_the_secretary_is_not_on_the_roll(cabinet, vote):
    with pytest.raises(NotAnElector):
        cast_ballot(cabinet.secretary, vote, choice=Choice.YES)


def test_for_a_stranger_there_is_no_vote(cabinet, vote):
    with pytest.raises(NotSeen):
        cast_ballot(cabinet.stranger(), vote, choice=Choice.YES)


def test_a_vote_that_is_not_there(cabinet, meeting):
    answers = cast_ballots([Ask(cabinet.finance, meeting.pk, 999_999, "yes")])
    assert isinstance(answers[0], NotSeen)


def test_a_vote_is_reached_through_its_own_meeting_only(cabinet, vote):
    other = cabinet.meeting("Phiên khác")
    answers = cast_ballots([Ask(cabinet.finance, other.pk, vote.pk, "yes")])
    assert isinstance(answers[0], NotSeen)
    assert not Cast.objects.exists()


def test_somebody_locked_out_does_not_vote(cabinet, vote):
    cabinet.finance.is_active = False
    answers = cast_ballots([Ask(cabinet.finance, vote.meeting_id, vote.pk, "yes")])
    assert isinstance(answers[0], NotSeen)


def test_who_leaves_after_the_opening_may_still_vote(cabinet, meeting, vote):
    check_out(cabinet.health, meeting)
    cast_ballot(cabinet.health, vote, choice=Choice.YES)
    assert vote.ballots.count() == 1


def test_a_later_change_of_post_changes_nothing(cabinet, vote):
    Membership.objects.filter(person=cabinet.finance).update(has_vote=False)
    cast_ballot(cabinet.finance, vote, choice=Choice.YES)
    assert vote.ballots.count() == 1


def _vote_in(cabinet, meeting, *, absent):
    room = [person for person in cabinet.members() if person != absent]
    cabinet.arrive(meeting, *room)
    meeting = move_meeting(cabinet.chair, meeting, "in_session")
    return open_vote(cabinet.chair, cabinet.open_item(meeting), question="Thông qua?")
