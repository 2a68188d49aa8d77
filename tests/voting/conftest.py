"""A vote that is open, and how members speak to it."""

import pytest

from voting.actions import cast_ballot, open_vote
from voting.states import Choice

QUESTION = "Thông qua dự toán ngân sách năm 2021?"


@pytest.fixture
def meeting(cabinet):
    """A meeting in session with all five members in the room and its first item open."""
    meeting = cabinet.in_session()
    cabinet.open_item(meeting)
    return meeting


@pytest.fixture
def item(meeting):
    return meeting.items.get()


@pytest.fixture
def vote(cabinet, item):
    return open_vote(cabinet.chair, item, question=QUESTION)


@pytest.fixture
def say(vote):
    """Let members cast: say(yes=[…], no=[…], other=[…])."""

    def cast(**sides):
        for side, people in sides.items():
            for person in people:
                cast_ballot(person, vote, choice=Choice(side))

    return cast
