"""Votes as the minutes tell them: question, counts, the sentence of the rule, every name."""

from collections.abc import Iterator

from agendas.models import Item
from minutes.drafting.source import Facts, iso
from voting.models import Vote
from voting.results import names_of, sentence_of
from voting.states import Choice, VoteState

WORDS = {
    Choice.YES.value: "Đồng ý",
    Choice.NO.value: "Không đồng ý",
    Choice.OTHER.value: "Ý kiến khác",
    None: "Không biểu quyết",
}


def votes_of(item: Item) -> list[Facts]:
    """Return the votes on an item in the order in which they were put."""
    return [_told(vote) for vote in item.votes.all() if vote.state != VoteState.OPEN]


def _told(vote: Vote) -> Facts:
    common: Facts = {
        "question": vote.question,
        "round": vote.round,
        "state": vote.state,
        "opened_at": iso(vote.opened_at),
    }
    if vote.state == VoteState.VOID or vote.result is None:
        return {**common, "void_reason": vote.void_reason}
    counts = {key: vote.result[key] for key in ("yes", "no", "other", "silent", "adopted", "rule")}
    return {**common, **counts, "sentence": sentence_of(vote), "names": list(_sides(vote))}


def _sides(vote: Vote) -> Iterator[Facts]:
    """Give the names by choice; a reason stands behind the name."""
    rows = names_of(vote)
    for choice, word in WORDS.items():
        names = [_name(row) for row in rows if row["choice"] == choice]
        if names:
            yield {"choice": choice, "word": word, "names": names}


def _name(row: Facts) -> str:
    return f"{row['name']} ({row['reason']})" if row["reason"] else str(row["name"])
