"""How a vote is decided: pure, exact, the same on every screen and in print.

Only «agree» counts towards the majority. Silence and «other opinion» are not agreement.
When the votes are equal, the side decides that the head of the body voted for; what counts
as equal is itself a rule (`tie`), because the law does not say what many silences mean.
"""

from dataclasses import dataclass
from fractions import Fraction

from meetings.rules import beyond, least
from voting.states import Base, Choice, Rule, Tie


@dataclass(frozen=True, kw_only=True)
class Tally:
    """What was cast."""

    yes: int = 0
    no: int = 0
    other: int = 0

    @property
    def cast(self) -> int:
        return self.yes + self.no + self.other


@dataclass(frozen=True, kw_only=True)
class Roll:
    """Who there was to count when the vote opened."""

    total: int
    present: int


@dataclass(frozen=True, kw_only=True)
class Rules:
    """The rules in force, each with its article of law."""

    base: str = Base.MEMBERS
    fraction: Fraction = Fraction(1, 2)
    more_than: bool = True
    tie: str = Tie.STRICT
    article: str = ""
    tie_article: str = ""


@dataclass(frozen=True, kw_only=True)
class Result:
    """The outcome and the rule that decided it."""

    adopted: bool
    rule: str
    needed: int
    base: int


def decide(tally: Tally, rules: Rules, roll: Roll, *, head: str | None = None) -> Result:
    """Decide a vote. `head` is what the head of the body chose, None if nothing."""
    base = base_of(tally, rules, roll)
    needed = needed_of(base, rules)
    adopted, rule = _outcome(tally, rules, roll, needed, head)
    return Result(adopted=adopted, rule=rule, needed=needed, base=base)


def base_of(tally: Tally, rules: Rules, roll: Roll) -> int:
    """The number of which the majority is a part."""
    bases = {Base.MEMBERS: roll.total, Base.PRESENT: roll.present, Base.CAST: tally.cast}
    return bases[Base(rules.base)]


def needed_of(base: int, rules: Rules) -> int:
    """How many must agree. Never fewer than one: nothing is adopted by nobody."""
    rounded = beyond if rules.more_than else least
    return max(rounded(base, rules.fraction), 1)


def is_tie(tally: Tally, rules: Rules, roll: Roll) -> bool:
    """Whether the votes are equal in the sense of the rule in force."""
    if rules.tie == Tie.NONE or tally.yes != tally.no or tally.yes == 0:
        return False
    return rules.tie == Tie.BROAD or tally.yes + tally.no == roll.total


def _outcome(
    tally: Tally, rules: Rules, roll: Roll, needed: int, head: str | None
) -> tuple[bool, str]:
    if tally.yes >= needed:
        return True, Rule.MAJORITY
    if not is_tie(tally, rules, roll):
        return False, Rule.SHORT
    tied = {Choice.YES.value: (True, Rule.TIE_YES), Choice.NO.value: (False, Rule.TIE_NO)}
    return tied.get(head or "", (False, Rule.TIE_SILENT))
