"""Who may see what of agendas and submissions. What is restricted does not exist for the others."""

from agendas.policies.items import (
    VIEW,
    ItemPolicy,
    granted_to,
    is_guest,
    items_kept_by,
    items_shown_on,
    items_visible_to,
    may_prepare,
    meetings_presided_by,
    named_to,
    persons_seeing,
    persons_who_see,
    presides_over,
    seeing_each,
)
from agendas.policies.programme import (
    entries_visible_to,
    may_see_history,
    programmes_visible_to,
    templates_visible_to,
)
from agendas.policies.submissions import (
    Dealings,
    SubmissionPolicy,
    dealings_of,
    submissions_checked_by,
    submissions_visible_to,
    submissions_written_by,
)

__all__ = [
    "VIEW",
    "Dealings",
    "ItemPolicy",
    "SubmissionPolicy",
    "dealings_of",
    "entries_visible_to",
    "granted_to",
    "is_guest",
    "items_kept_by",
    "items_shown_on",
    "items_visible_to",
    "may_prepare",
    "may_see_history",
    "meetings_presided_by",
    "named_to",
    "persons_seeing",
    "persons_who_see",
    "presides_over",
    "programmes_visible_to",
    "seeing_each",
    "submissions_checked_by",
    "submissions_visible_to",
    "submissions_written_by",
    "templates_visible_to",
]
