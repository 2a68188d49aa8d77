"""The rules as a vote keeps them: copied when it opens, never looked up again.

Kept as JSON on the vote: whole numbers, words and articles, so that a result can be worked out
again in thirty years from the vote alone.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self

from meetings.models import Participant, RuleSet
from meetings.rules import Quorum
from voting.models import Vote
from voting.rules import Result, Roll, Rules, Tally

Kept = dict[str, Any]


def cite(article: str, source: str) -> str:
    """Join an article and its law: “Điều 46 Luật Tổ chức Chính phủ”."""
    return article if not article or source in article else f"{article} {source}"


def freeze(rules: RuleSet, head: Participant | None, counted: Quorum) -> Kept:
    """Copy what decides a vote into plain JSON."""
    return {
        "source": rules.source,
        "quorum": {
            "numerator": rules.quorum_numerator,
            "denominator": rules.quorum_denominator,
            "needed": counted.needed,
            "article": counted.article,
        },
        "majority": {
            "base": rules.majority_base,
            "numerator": rules.majority_numerator,
            "denominator": rules.majority_denominator,
            "more_than": rules.majority_strict,
            "article": cite(rules.majority_article, rules.source),
        },
        "tie": {"rule": rules.tie_rule, "article": cite(rules.tie_article, rules.source)},
        "head": _head(head),
        "may_change": rules.may_change,
        "may_vote_away": rules.may_vote_away,
    }


def rules_of(vote: Vote) -> Rules:
    """Return the rules that decide this vote."""
    majority, tie = vote.rules["majority"], vote.rules["tie"]
    return Rules(
        base=majority["base"],
        fraction=Fraction(majority["numerator"], majority["denominator"]),
        more_than=majority["more_than"],
        tie=tie["rule"],
        article=majority["article"],
        tie_article=tie["article"],
    )


def roll_of(vote: Vote) -> Roll:
    return Roll(total=vote.roll, present=vote.present)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A decided vote: what was cast, what the rules say of it."""

    tally: Tally
    result: Result
    head_choice: str | None = None

    def kept(self, roll: int) -> Kept:
        """Return the JSON that the closed vote keeps."""
        return {
            "adopted": self.result.adopted,
            "rule": str(self.result.rule),
            "needed": self.result.needed,
            "base": self.result.base,
            "yes": self.tally.yes,
            "no": self.tally.no,
            "other": self.tally.other,
            "silent": roll - self.tally.cast,
            "head_choice": self.head_choice,
        }

    @classmethod
    def of(cls, kept: Kept) -> Self:
        """Read back what a closed vote keeps."""
        return cls(
            tally=Tally(yes=kept["yes"], no=kept["no"], other=kept["other"]),
            result=Result(
                adopted=kept["adopted"],
                rule=kept["rule"],
                needed=kept["needed"],
                base=kept["base"],
            ),
            head_choice=kept["head_choice"],
        )


def _head(head: Participant | None) -> Kept | None:
    if head is None:
        return None
    return {
        "name": str(head.person),
        "office": head.office,
        "office_en": head.office_en,
    }
