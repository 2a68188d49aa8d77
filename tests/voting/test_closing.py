"""Closing and voiding: the count, the rule that decided, the sentence in both languages."""

from datetime import timedelta

import pytest
from django.utils import translation

from core.clock import at
from core.errors import NotAllowed
from realtime.models import Entry
from voting.actions import close_overdue, close_vote, open_vote, void_vote
from voting.errors import ReasonNeeded, VoteNotOpen, VoteWasVoided
from voting.models import Cast
from voting.results import sentence_of, sentences_of


def test_three_of_five_adopt(cabinet, vote, say):
    say(yes=[cabinet.chair, cabinet.finance, cabinet.health], no=[cabinet.justice])

    closed = close_vote(cabinet.chair, vote)

    assert closed.result == {
        "adopted": True,
        "rule": "majority",
        "needed": 3,
        "base": 5,
        "yes": 3,
        "no": 1,
        "other": 0,
        "silent": 1,
        "head_choice": "yes",
    }


def test_the_verdict_in_both_languages(cabinet, vote, say):
    say(yes=[cabinet.chair, cabinet.finance, cabinet.health])
    told = sentences_of(close_vote(cabinet.chair, vote))
    assert told["en"] == (
        "Adopted: 3 of 5 agree; 3 are needed (more than half of all members; "
        "Điều 46 Luật Tổ chức Chính phủ 2015)."
    )
    assert told["vi"] == (
        "Thông qua: 3/5 đồng ý; cần 3 (quá nửa tổng số thành viên; "
        "Điều 46 Luật Tổ chức Chính phủ 2015)."
    )


def test_silence_decides_nothing(cabinet, vote, say):
    say(yes=[cabinet.chair, cabinet.finance])
    closed = close_vote(cabinet.chair, vote)
    assert (closed.result["adopted"], closed.result["rule"]) == (False, "short")
    assert closed.result["silent"] == 3


def test_a_tie_follows_the_head_in_the_broad_rule(cabinet, item):
    cabinet.rules.tie_rule = "broad"
    cabinet.rules.save()
    vote = open_vote(cabinet.chair, item, question="Thông qua?")
    _say(vote, yes=[cabinet.chair, cabinet.finance], no=[cabinet.health, cabinet.justice])

    closed = close_vote(cabinet.chair, vote)

    assert closed.result["rule"] == "tie_yes"
    with translation.override("en"):
        assert sentence_of(closed) == (
            "Adopted: the votes are equal, 2 to 2, and Prime Minister voted for "
            "(Điều 46 Luật Tổ chức Chính phủ 2015)."
        )


def test_in_the_strict_rule_the_same_tie_fails(cabinet, vote, say):
    say(yes=[cabinet.chair, cabinet.finance], no=[cabinet.health, cabinet.justice])
    assert close_vote(cabinet.chair, vote).result["rule"] == "short"


def test_who_chairs_in_the_heads_place_does_not_break_the_tie(cabinet, item, meeting):
    """The tie follows the head of the body, not whoever presides today."""
    cabinet.rules.tie_rule = "broad"
    cabinet.rules.save()
    vote = open_vote(cabinet.secretary, item, question="Thông qua?")
    _say(vote, yes=[cabinet.finance, cabinet.justice], no=[cabinet.health, cabinet.transport])

    closed = close_vote(cabinet.chair, vote)

    assert (closed.result["adopted"], closed.result["rule"]) == (False, "tie_silent")


def test_the_journal_tells_the_result_by_name(cabinet, vote, say):
    say(yes=[cabinet.chair, cabinet.finance, cabinet.health], other=[cabinet.justice])
    close_vote(cabinet.chair, vote)

    told = Entry.objects.get(name="vote.closed")
    names = {row["name"]: row["choice"] for row in told.facts["names"]}
    assert names == {
        "Trần Minh Khôi": "yes",
        "Lê Thị Hòa": "yes",
        "Phạm Quốc Dũng": "yes",
        "Đỗ Thị Ánh": "other",
        "Nguyễn Văn Sơn": None,
    }
    assert told.facts["result"]["adopted"] is True
    assert told.actor == cabinet.chair


def test_a_vote_is_closed_once(cabinet, vote):
    close_vote(cabinet.chair, vote)
    with pytest.raises(VoteNotOpen):
        close_vote(cabinet.secretary, vote)


@pytest.mark.parametrize("who", ["finance", "operator", "admin"])
def test_members_do_not_close_votes(cabinet, vote, who):
    with pytest.raises(NotAllowed):
        close_vote(cabinet.people[who], vote)
    with pytest.raises(NotAllowed):
        void_vote(cabinet.people[who], vote, reason="Không")


def test_a_void_vote_keeps_its_casts_and_has_no_result(cabinet, meeting, vote, say):
    say(yes=[cabinet.finance], no=[cabinet.health])
    void = void_vote(cabinet.chair, vote, reason="  Câu hỏi   ghi nhầm ")

    assert (void.state, void.result, void.void_reason) == ("void", None, "Câu hỏi ghi nhầm")
    assert Cast.objects.count() == 2
    assert cabinet.heard(meeting)[-1] == "vote.voided"


@pytest.mark.parametrize("reason", ["", "  ", "x" * 301])
def test_a_void_vote_has_a_reason(cabinet, vote, reason):
    with pytest.raises(ReasonNeeded):
        void_vote(cabinet.chair, vote, reason=reason)


def test_what_is_void_stays_void_and_what_is_closed_stays_closed(cabinet, item, vote):
    void_vote(cabinet.chair, vote, reason="Nhầm")
    with pytest.raises(VoteWasVoided):
        close_vote(cabinet.chair, vote)
    second = open_vote(cabinet.chair, item, question="Thông qua?")
    close_vote(cabinet.chair, second)
    with pytest.raises(VoteNotOpen):
        void_vote(cabinet.chair, second, reason="Nhầm")


def test_the_clock_closes_though_nobody_taps(cabinet, meeting, item):
    vote = open_vote(cabinet.chair, item, question="Thông qua?", seconds=60)
    assert close_overdue(vote.closes_at - timedelta(seconds=1)) == []

    closed = close_overdue(vote.closes_at + timedelta(seconds=5))

    assert [one.pk for one in closed] == [vote.pk]
    assert closed[0].closed_at == vote.closes_at
    assert Entry.objects.get(name="vote.closed").actor is None
    assert close_overdue(vote.closes_at + timedelta(seconds=9)) == []


def test_a_tap_on_close_after_the_deadline_does_not_move_the_deadline(cabinet, item):
    vote = open_vote(cabinet.chair, item, question="Thông qua?", seconds=60)
    with at(vote.closes_at + timedelta(seconds=3)):
        closed = close_vote(cabinet.chair, vote)
    assert closed.closed_at == vote.closes_at
    assert Entry.objects.get(name="vote.closed").actor is None


def _say(vote, **sides):
    from voting.actions import cast_ballot

    for side, people in sides.items():
        for person in people:
            cast_ballot(person, vote, choice=side)
