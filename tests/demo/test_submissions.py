"""The submissions of the demonstration: each at another step, told at its moment, true to the rules."""

import pytest

from agendas.models import Advice
from agendas.submissions.cover import Opinion
from agendas.submissions.turns import turn_of
from config.demo.submissions import MEDICINES, tell_submissions
from papers.models import Paper
from people.demo_cards import cards
from realtime.journal import read, verify

pytestmark = pytest.mark.slow


def test_six_submissions_are_on_their_way(seeded):
    told = tell_submissions()

    states = {submission.state for submission in told}
    assert states == {"draft", "lodged", "returned", "accepted", "routed"}
    numbers = sorted(one.number for one in told if one.number)
    assert numbers == list(range(1, len(numbers) + 1))
    late = [one.title for one in told if turn_of(one, placed=False).is_late]
    assert late == ["Nội dung mật số 2, tài liệu giấy"]
    for submission in told:
        room = f"submission.{submission.pk}"
        moments = [entry.at for entry in read(room)]
        assert moments == sorted(moments)
        assert verify(room) is None

    opinions = {Opinion(one, []).state for one in Advice.objects.all()}
    assert opinions == {"answered", "unanswered", "overdue", "outdated"}
    assert Paper.objects.filter(matter__submission__title=MEDICINES).count() == 2


def test_the_clerks_stand_on_the_cards(seeded):
    offices = {card["username"]: card["office"] for card in cards()}
    assert offices["clerk02"] == "Chuyên viên, Văn phòng Bộ Y tế"
