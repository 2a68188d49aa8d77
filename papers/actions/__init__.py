"""Deeds on papers and marks."""

from papers.actions.marking import delete_mark, save_mark
from papers.actions.opening import note_opening
from papers.actions.sight import hide_paper, restrict_paper, show_paper
from papers.actions.tabling import home_of, replace_paper, table_paper, withdraw_paper

__all__ = [
    "delete_mark",
    "hide_paper",
    "home_of",
    "note_opening",
    "replace_paper",
    "restrict_paper",
    "save_mark",
    "show_paper",
    "table_paper",
    "withdraw_paper",
]
