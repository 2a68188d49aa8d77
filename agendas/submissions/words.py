"""The life of a submission in sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from agendas.models import Submission
from agendas.states import Answer, Route
from meetings.words import sentence_of, tells
from realtime.journal import read

tells(
    {
        "submission.started": _("%(agency)s began the submission."),
        "submission.edited": _("What the submission says was changed."),
        "submission.lodged": _("Lodged; number %(number)s of %(year)s in the register."),
        "submission.lodged_again": _("Lodged again under number %(number)s of %(year)s."),
        "submission.accepted": _("Checked and accepted; it waits for the chair."),
        "submission.returned": _("Returned: %(reason)s"),
        "submission.routed": _("Routed: %(route)s. %(day)s"),
        "submission.withdrawn": _("The agency withdrew it: %(reason)s"),
        "submission.placed": _("Put on the draft of the agenda of the session of %(day)s."),
        "advice.asked": _("%(agency)s was asked for its opinion until %(due)s."),
        "advice.asked_again": _("%(agency)s was asked again, until %(due)s."),
        "advice.answered": _("%(agency)s answered: %(answer)s."),
        "advice.outdated": _("A paper was replaced; the opinion of %(agency)s is outdated."),
    }
)
LABELS = {"route": Route, "answer": Answer}


@dataclass(frozen=True)
class Told:
    """One line of the file's timeline."""

    at: datetime
    who: str
    words: str


def timeline_of(submission: Submission) -> Iterator[Told]:
    """Tell what happened to a submission, newest first."""
    entries = read(f"submission.{submission.pk}").select_related("actor").order_by("-number")
    for entry in entries.exclude(name__endswith="paper_opened"):
        yield Told(entry.at, str(entry.actor or ""), sentence_of(entry.name, _plain(entry.facts)))


def _plain(facts: dict[str, Any]) -> dict[str, Any]:
    """Say codes in words."""
    return {
        key: LABELS[key](value).label if key in LABELS else value for key, value in facts.items()
    }
