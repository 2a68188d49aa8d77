"""Deeds on papers and marks."""

from papers.actions.advising import give_opinion
from papers.actions.following import follow_release
from papers.actions.homes import home_of, item_under
from papers.actions.lateness import refuse_late_papers, take_late_papers, waiting_under
from papers.actions.marking import delete_mark, save_mark
from papers.actions.opening import note_opening
from papers.actions.sight import hide_paper, restrict_paper, show_paper
from papers.actions.tabling import attach_paper, replace_paper, table_paper, withdraw_paper

__all__ = [
    "attach_paper",
    "delete_mark",
    "follow_release",
    "give_opinion",
    "hide_paper",
    "home_of",
    "item_under",
    "note_opening",
    "refuse_late_papers",
    "replace_paper",
    "restrict_paper",
    "save_mark",
    "show_paper",
    "table_paper",
    "take_late_papers",
    "waiting_under",
    "withdraw_paper",
]
