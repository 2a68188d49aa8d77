"""Deeds on papers and marks."""

from papers.actions.lateness import take_late_papers, waiting_under
from papers.actions.marking import delete_mark, save_mark
from papers.actions.opening import note_opening
from papers.actions.tabling import home_of, replace_paper, table_paper, withdraw_paper

__all__ = [
    "delete_mark",
    "home_of",
    "note_opening",
    "replace_paper",
    "save_mark",
    "table_paper",
    "take_late_papers",
    "waiting_under",
    "withdraw_paper",
]
