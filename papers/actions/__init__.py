"""Deeds on papers and marks."""

from papers.actions.advising import give_opinion
from papers.actions.homes import home_of
from papers.actions.marking import delete_mark, save_mark
from papers.actions.opening import note_opening
from papers.actions.tabling import attach_paper, replace_paper, table_paper, withdraw_paper

__all__ = [
    "attach_paper",
    "delete_mark",
    "give_opinion",
    "home_of",
    "note_opening",
    "replace_paper",
    "save_mark",
    "table_paper",
    "withdraw_paper",
]
