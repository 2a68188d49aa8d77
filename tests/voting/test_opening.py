"""Putting a question: who may, when, and what is frozen."""

from datetime import timedelta

import pytest

from agendas.actions import add_item
from core.errors import NotAllowed
from meetings.actions import check_out, move_meeting, note_leaving
from meetings.states import MeetingState
from tests.voting.conftest import QUESTION
from voting.actions import close_vote, open_vote, void_vote
from voting.errors import (
    BadQuestion,
    BadSeconds,
    ItemNotOpen,
    NoQuorum,
    NotInSession,
    VoteAlreadyOpen,
    VoteStillOpen,
)


def test_the_chair_puts_a_question(cabinet, meeting, item):
    vote = open_vote(cabinet.chair, item, question="  Thông qua   dự toán? ")

    assert vote.is_open
    assert vote.question == "Thông qua dự toán?"
    assert (vote.roll, vote.present, vote.round) == (5, 5, 1)
    assert cabinet.heard(meeting)[-1] == "vote.opened"


def test_the_secretary_puts_it_by_order(cabinet, item):
    assert open_vote(cabinet.secretary, item, question=QUESTION).opened_by == cabinet.secretary


@pytest.mark.parametrize("who", ["finance", "operator", "archivist", "admin"])
def test_nobody_else_puts_a_question(cabinet, item, who):
    with pytest.raises(NotAllowed):
        open_vote(cabinet.people[who], item, question=QUESTION)


def test_not_even_a_superuser(cabinet, item):
    with pytest.raises(NotAllowed):
        open_vote(cabinet.superuser(), item, question=QUESTION)


def test_only_one_vote_at_a_time(cabinet, vote, item):
    with pytest.raises(VoteAlreadyOpen, match="Thông qua dự toán"):
        open_vote(cabinet.chair, item, question="Còn điều khác?")


def test_only_on_the_item_under_discussion(cabinet, meeting):
    later = add_item(cabinet.secretary, meeting, title="Giá cả thị trường")
    with pytest.raises(ItemNotOpen):
        open_vote(cabinet.chair, later, question=QUESTION)


def test_only_in_session(cabinet, meeting, item):
    move_meeting(cabinet.chair, meeting, MeetingState.SUSPENDED)
    with pytest.raises(NotInSession):
        open_vote(cabinet.chair, item, question=QUESTION)


@pytest.mark.parametrize("question", ["", "   ", "x" * 501])
def test_a_question_has_words(cabinet, item, question):
    with pytest.raises(BadQuestion):
        open_vote(cabinet.chair, item, question=question)


@pytest.mark.parametrize("seconds", [0, 9, 7201, -1])
def test_the_time_to_vote_has_bounds(cabinet, item, seconds):
    with pytest.raises(BadSeconds):
        open_vote(cabinet.chair, item, question=QUESTION, seconds=seconds)


def test_the_deadline_is_frozen(cabinet, item):
    vote = open_vote(cabinet.chair, item, question=QUESTION, seconds=60)
    assert vote.closes_at - vote.opened_at == timedelta(seconds=60)


def test_a_quorum_lost_in_the_meeting_blocks_the_next_vote(cabinet, meeting, item):
    """Two of five leave: three remain, four are needed."""
    for person in (cabinet.health, cabinet.justice):
        note_leaving(cabinet.secretary, cabinet.participant(meeting, person))
    with pytest.raises(NoQuorum) as refused:
        open_vote(cabinet.chair, item, question=QUESTION)
    assert refused.value.gaps == {"present": 3, "total": 5, "needed": 4}


def test_the_rules_are_copied_with_their_articles(cabinet, vote):
    cabinet.rules.majority_numerator = 1
    cabinet.rules.majority_denominator = 1
    cabinet.rules.save()

    vote.refresh_from_db()
    assert vote.rules["majority"] == {
        "base": "all",
        "numerator": 1,
        "denominator": 2,
        "more_than": True,
        "article": "Điều 46 Luật Tổ chức Chính phủ 2015",
    }
    assert vote.rules["quorum"]["needed"] == 4
    assert vote.rules["head"]["office_en"] == "Prime Minister"


def test_the_electorate_is_frozen_with_names_and_offices(cabinet, vote):
    finance = cabinet.finance
    finance.full_name = "Lê Thị Hòa Bình"
    finance.save()

    kept = vote.electors.get(person=finance)
    assert (kept.name, kept.office) == ("Lê Thị Hòa", "Bộ trưởng Bộ Tài chính")
    assert list(vote.electors.filter(breaks_tie=True).values_list("person", flat=True)) == [
        cabinet.chair.pk
    ]


def test_a_member_away_is_asked_by_device(cabinet):
    """Four of five are in the room; the fifth votes from afar."""
    room = [cabinet.chair, cabinet.finance, cabinet.health, cabinet.justice]
    meeting = cabinet.in_session(present=room)
    item = cabinet.open_item(meeting)

    vote = open_vote(cabinet.chair, item, question=QUESTION)

    assert vote.present == 4
    assert vote.electors.filter(person=cabinet.transport).exists()


def test_where_the_rules_say_so_only_the_room_votes(cabinet):
    cabinet.rules.may_vote_away = False
    cabinet.rules.save()
    room = [cabinet.chair, cabinet.finance, cabinet.health, cabinet.justice]
    meeting = cabinet.in_session(present=room)
    item = cabinet.open_item(meeting)

    vote = open_vote(cabinet.chair, item, question=QUESTION)

    assert (vote.roll, vote.electors.count()) == (5, 4)


def test_who_has_left_is_not_asked_any_more(cabinet, meeting, item):
    check_out(cabinet.health, meeting)
    vote = open_vote(cabinet.chair, item, question=QUESTION)
    assert not vote.electors.filter(person=cabinet.health).exists()
    assert vote.roll == 5


def test_a_void_vote_is_followed_by_a_new_round(cabinet, vote, item):
    void_vote(cabinet.chair, vote, reason="Câu hỏi ghi nhầm")
    second = open_vote(cabinet.chair, item, question=QUESTION)
    assert second.round == 2


def test_a_meeting_does_not_leave_an_open_vote_behind(cabinet, meeting, vote):
    with pytest.raises(VoteStillOpen):
        move_meeting(cabinet.chair, meeting, MeetingState.SUSPENDED)
    close_vote(cabinet.chair, vote)
    move_meeting(cabinet.chair, meeting, MeetingState.SUSPENDED)


def test_an_item_is_not_concluded_while_its_vote_is_open(cabinet, vote, item):
    from agendas.actions import close_item

    with pytest.raises(VoteStillOpen):
        close_item(cabinet.chair, item)
