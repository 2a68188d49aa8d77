"""Deeds of voting."""

from voting.actions.casting import Ask, cast_ballot, cast_ballots
from voting.actions.closing import close_overdue, close_vote, void_vote
from voting.actions.opening import open_vote

__all__ = [
    "Ask",
    "cast_ballot",
    "cast_ballots",
    "close_overdue",
    "close_vote",
    "open_vote",
    "void_vote",
]
