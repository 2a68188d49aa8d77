"""The deeds of the minutes: draft, word, approve, sign, seal."""

from minutes.actions.archiving import seal_meeting
from minutes.actions.printing import print_minutes
from minutes.actions.signing import require_turn, sign_minutes
from minutes.actions.whole import finish_minutes
from minutes.actions.writing import approve_minutes, draft_minutes, edit_block, reopen_minutes

__all__ = [
    "approve_minutes",
    "draft_minutes",
    "edit_block",
    "finish_minutes",
    "print_minutes",
    "reopen_minutes",
    "require_turn",
    "seal_meeting",
    "sign_minutes",
]
