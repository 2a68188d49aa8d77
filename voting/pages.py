"""What the pages tell of a vote."""

from typing import Any

from django.utils.translation import gettext as _

from voting.explaining import explain
from voting.models import Vote
from voting.results import sentence_of
from voting.states import Choice


def page_of(vote: Vote) -> dict[str, Any]:
    """Return what a page tells of a vote. While it is open, only who has voted, not how."""
    people = list(vote.electors.select_related("ballot__cast"))
    cast = sum(hasattr(one, "ballot") for one in people)
    facts = {"vote": vote, "item": vote.item, "people": people, "cast": cast}
    if not vote.is_closed:
        return facts
    return {
        **facts,
        "sentence": sentence_of(vote),
        "bars": _bars(vote),
        "steps": explain(vote),
    }


def _bars(vote: Vote) -> list[dict[str, Any]]:
    """Return the bars of a result: for each choice, and for silence, the number and its mark."""
    kept = vote.result or {}
    bars = [
        {"key": choice.value, "word": choice.label, "count": kept[choice.value], "needed": None}
        for choice in Choice
    ]
    bars[0]["needed"] = kept["needed"]
    return [
        *bars,
        {"key": "silent", "word": _("Did not vote"), "count": kept["silent"], "needed": None},
    ]
