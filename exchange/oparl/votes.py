"""What was decided on an item. OParl knows no votes: they are properties of our own."""

from collections.abc import Iterable
from typing import Any

from agendas.models import Item
from exchange.oparl.words import Data, bare, moment
from voting.freezing import rules_of
from voting.models import Vote
from voting.results import outcome_of, sentence_of
from voting.states import Choice

ADOPTED, NOT_ADOPTED = "Thông qua", "Không thông qua"
OPEN_BALLOT = "open"


def decision_of(item: Item, votes: Iterable[Vote]) -> Data:
    """Tell the outcome: the conclusion's words and every closed vote, in order."""
    told = [vote_facts(vote) for vote in votes if vote.is_closed]
    result = told[-1]["result"] if told else ADOPTED if item.without_debate else ""
    facts = {
        "result": result,
        "resolutionText": item.conclusion,
        "nghisu:withoutDebate": True if item.without_debate else None,
        "nghisu:vote": told,
    }
    return bare(facts)


def vote_facts(vote: Vote) -> Data:
    """Tell one closed vote: question, rule, counts; names where the ballot was open."""
    found = outcome_of(vote)
    rules = rules_of(vote)
    kept = vote.decision
    counts = {key: kept[key] for key in ("yes", "no", "other", "silent")}
    return {
        "question": vote.question,
        "round": vote.round,
        "openedAt": moment(vote.opened_at),
        "closedAt": moment(vote.closed_at),
        "result": ADOPTED if found.result.adopted else NOT_ADOPTED,
        "sentence": sentence_of(vote),
        "rule": bare(
            {
                "decidedBy": found.result.rule,
                "article": rules.article,
                "majorityOf": rules.base,
                "fraction": str(rules.fraction),
                "moreThan": rules.more_than,
                "needed": found.result.needed,
            }
        ),
        "counts": {**counts, "members": vote.roll, "present": vote.present},
        **({"names": names_of(vote)} if is_open_ballot(vote) else {}),
    }


def is_open_ballot(vote: Vote) -> bool:
    """Tell whether each member's answer is part of the record. Whatever else is told is secret."""
    return str(vote.rules.get("secrecy", OPEN_BALLOT)) == OPEN_BALLOT


def names_of(vote: Vote) -> list[dict[str, Any]]:
    """Return how each elector answered, in protocol order; silence has no choice."""
    return [
        bare(
            {
                "name": one.name,
                "office": one.office,
                "choice": Choice(one.ballot.choice).value if hasattr(one, "ballot") else None,
            }
        )
        for one in vote.electors.all()
    ]
