"""A result explained step by step in words, each step with its article of law."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voting.freezing import Outcome, rules_of
from voting.models import Vote
from voting.results import head_of, outcome_of
from voting.sentences import measure
from voting.states import Rule, Tie

TIES: dict[str, str | Promise] = {
    Rule.TIE_YES: gettext_lazy("The votes are equal and %(head)s voted for: adopted."),
    Rule.TIE_NO: gettext_lazy("The votes are equal and %(head)s voted against: not adopted."),
    Rule.TIE_SILENT: gettext_lazy(
        "The votes are equal, but %(head)s voted neither for nor against: not adopted."
    ),
}
MEANINGS: dict[str, str | Promise] = {
    Tie.NONE: gettext_lazy(
        "No rule for equal votes is in force: without the majority, not adopted."
    ),
    Tie.STRICT: gettext_lazy(
        "The rule for equal votes applies only when every member voted for or against; "
        "it was not needed."
    ),
    Tie.BROAD: gettext_lazy(
        "The rule for equal votes applies whenever there are as many for as against; "
        "it was not needed."
    ),
}


@dataclass(frozen=True)
class Step:
    """One step of the explanation and where it stands written."""

    text: str
    article: str = ""


def explain(vote: Vote) -> list[Step]:
    """Explain the result of a closed vote, step by step."""
    found = outcome_of(vote)
    return [
        _roll(vote),
        _quorum(vote),
        _cast(vote, found),
        _majority(vote, found),
        _tie(vote, found),
    ]


def _roll(vote: Vote) -> Step:
    asked = vote.electors.count()
    text = _("The body has %(total)s members on that day; %(asked)s of them could vote.")
    return Step(text % {"total": vote.roll, "asked": asked})


def _quorum(vote: Vote) -> Step:
    kept = vote.rules["quorum"]
    share = f"{kept['numerator']}/{kept['denominator']}"
    text = _(
        "%(present)s members were present; at least %(share)s of all members, "
        "that is %(needed)s, must be present to decide."
    )
    gaps = {"present": vote.present, "share": share, "needed": kept["needed"]}
    return Step(text % gaps, kept["article"])


def _cast(vote: Vote, found: Outcome) -> Step:
    text = _(
        "%(yes)s agree, %(no)s disagree, %(other)s are of another opinion, %(silent)s did not "
        "vote. Only “agree” counts towards the majority."
    )
    tally = found.tally
    gaps = {"yes": tally.yes, "no": tally.no, "other": tally.other}
    return Step(text % {**gaps, "silent": vote.roll - tally.cast})


def _majority(vote: Vote, found: Outcome) -> Step:
    rules = rules_of(vote)
    reached = _("Needed: %(measure)s, that is %(needed)s of %(base)s. %(yes)s agree: reached.")
    short = _("Needed: %(measure)s, that is %(needed)s of %(base)s. %(yes)s agree: not reached.")
    gaps = {
        "measure": measure(rules),
        "needed": found.result.needed,
        "base": found.result.base,
        "yes": found.tally.yes,
    }
    text = reached if found.result.rule == Rule.MAJORITY else short
    return Step(text % gaps, rules.article)


def _tie(vote: Vote, found: Outcome) -> Step:
    rules = rules_of(vote)
    if found.result.rule not in TIES:
        return Step(str(MEANINGS[rules.tie]), rules.tie_article)
    head = head_of(vote) or _("the head of the body")
    return Step(str(TIES[found.result.rule]) % {"head": head}, rules.tie_article)
