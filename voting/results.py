"""What a closed vote says: its sentence, its names, its reasons. Read from what it keeps."""

from typing import Any

from django.utils import translation
from django.utils.translation import get_language

from voting.freezing import Outcome, rules_of
from voting.models import Vote
from voting.sentences import verdict

LANGUAGES = ("vi", "en")


def outcome_of(vote: Vote) -> Outcome:
    """Return the outcome as it was decided at the close."""
    return Outcome.of(vote.decision)


def head_of(vote: Vote) -> str:
    """Name the office that heads the body, in the active language."""
    head = vote.rules["head"] or {}
    english = (get_language() or "").startswith("en")
    names = (english and head.get("office_en"), head.get("office"), head.get("name"))
    return next((str(name) for name in names if name), "")


def sentence_of(vote: Vote) -> str:
    """Tell the result in one sentence, in the active language."""
    found = outcome_of(vote)
    return verdict(found.result, found.tally, rules_of(vote), head=head_of(vote))


def sentences_of(vote: Vote) -> dict[str, str]:
    """Tell the result in each language of the house."""
    told = {}
    for language in LANGUAGES:
        with translation.override(language):
            told[language] = sentence_of(vote)
    return told


def names_of(vote: Vote) -> list[dict[str, Any]]:
    """Return every elector by name, with the choice or None for silence, in protocol order."""
    rows = vote.electors.values_list(
        "participant_id", "name", "office", "ballot__choice", "ballot__cast__reason"
    )
    return [
        {"p": p, "name": name, "office": office, "choice": choice, "reason": reason or ""}
        for p, name, office, choice, reason in rows
    ]
