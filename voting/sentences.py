"""The sentences of a result, made from its stored facts in the reader's language."""

from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voting.rules import Result, Rules, Tally
from voting.states import Base, Rule

HALF = Fraction(1, 2)
Words = dict[str, str | Promise]

MORE_THAN_HALF: Words = {
    Base.MEMBERS: gettext_lazy("more than half of all members"),
    Base.PRESENT: gettext_lazy("more than half of the members present"),
    Base.CAST: gettext_lazy("more than half of the votes cast"),
}
MORE_THAN: Words = {
    Base.MEMBERS: gettext_lazy("more than %(share)s of all members"),
    Base.PRESENT: gettext_lazy("more than %(share)s of the members present"),
    Base.CAST: gettext_lazy("more than %(share)s of the votes cast"),
}
AT_LEAST: Words = {
    Base.MEMBERS: gettext_lazy("at least %(share)s of all members"),
    Base.PRESENT: gettext_lazy("at least %(share)s of the members present"),
    Base.CAST: gettext_lazy("at least %(share)s of the votes cast"),
}
VERDICTS: Words = {
    Rule.MAJORITY: gettext_lazy(
        "Adopted: %(yes)s of %(base)s agree; %(needed)s are needed (%(source)s)."
    ),
    Rule.SHORT: gettext_lazy(
        "Not adopted: %(yes)s of %(base)s agree; %(needed)s are needed (%(source)s)."
    ),
    Rule.TIE_YES: gettext_lazy(
        "Adopted: the votes are equal, %(yes)s to %(no)s, and %(head)s voted for (%(article)s)."
    ),
    Rule.TIE_NO: gettext_lazy(
        "Not adopted: the votes are equal, %(yes)s to %(no)s, "
        "and %(head)s voted against (%(article)s)."
    ),
    Rule.TIE_SILENT: gettext_lazy(
        "Not adopted: the votes are equal, %(yes)s to %(no)s, "
        "and %(head)s voted neither for nor against (%(article)s)."
    ),
}


def measure(rules: Rules) -> str:
    """Tell the majority that is asked for: “more than half of all members”."""
    share = f"{rules.fraction.numerator}/{rules.fraction.denominator}"
    if rules.more_than and rules.fraction == HALF:
        return str(MORE_THAN_HALF[rules.base])
    return str((MORE_THAN if rules.more_than else AT_LEAST)[rules.base]) % {"share": share}


def verdict(result: Result, tally: Tally, rules: Rules, *, head: str) -> str:
    """Tell the result in one sentence, with the rule that decided and its article."""
    law = _("the rules of the body")
    gaps = {
        "yes": tally.yes,
        "no": tally.no,
        "base": result.base,
        "needed": result.needed,
        "source": f"{measure(rules)}; {rules.article or law}",
        "article": rules.tie_article or rules.article or law,
        "head": head or _("the head of the body"),
    }
    return str(VERDICTS[result.rule]) % gaps
