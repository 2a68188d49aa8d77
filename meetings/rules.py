"""Quorum: exact arithmetic over the roll of the day, without a database.

Numbers are never constants of the code. They come with the rule that was in force,
and the rule names its article of law.
"""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _


def least(total: int, fraction: Fraction) -> int:
    """The smallest whole number that is at least `fraction` of `total`."""
    return -(-total * fraction.numerator // fraction.denominator)


def beyond(total: int, fraction: Fraction) -> int:
    """The smallest whole number that is more than `fraction` of `total`."""
    return total * fraction.numerator // fraction.denominator + 1


@dataclass(frozen=True, kw_only=True)
class Quorum:
    """How many members there are, how many are present, how many are needed."""

    total: int
    present: int
    needed: int
    article: str = ""

    @property
    def is_met(self) -> bool:
        """Whether the meeting may decide. An empty roll never may."""
        return self.total > 0 and self.present >= self.needed

    @property
    def missing(self) -> int:
        return max(self.needed - self.present, 0)

    @property
    def sentence(self) -> str:
        gaps = {"present": self.present, "total": self.total, "needed": self.needed}
        if self.is_met:
            return _("Quorum: %(present)s of %(total)s present, %(needed)s needed.") % gaps
        return _("No quorum: %(present)s of %(total)s present, %(needed)s needed.") % gaps


def quorum(total: int, present: int, *, fraction: Fraction, article: str = "") -> Quorum:
    """Count the quorum: at least `fraction` of all members must be present."""
    if not 0 <= present <= total:
        raise ValueError(f"{present} present of {total}")
    return Quorum(total=total, present=present, needed=least(total, fraction), article=article)
