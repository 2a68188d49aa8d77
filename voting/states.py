"""The life of a vote, what a member may answer, and the words of the rules."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class VoteState(TextChoices):
    """Where a vote stands."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
    VOID = "void", _("Void")


VOTE_MOVES: dict[str, frozenset[str]] = {
    VoteState.OPEN: frozenset({VoteState.CLOSED, VoteState.VOID}),
}


class Choice(TextChoices):
    """What a member may answer. Only “agree” counts towards the majority."""

    YES = "yes", _("Agree")
    NO = "no", _("Disagree")
    OTHER = "other", _("Other opinion")


class Base(TextChoices):
    """Of what the majority is a part."""

    MEMBERS = "all", _("all members")
    PRESENT = "present", _("members present")
    CAST = "cast", _("votes cast")


class Tie(TextChoices):
    """When equal votes follow the head of the body."""

    NONE = "none", _("never")
    STRICT = "strict", _("when every member voted for or against")
    BROAD = "broad", _("whenever the votes are equal")


class Rule(TextChoices):
    """The rule that decided."""

    MAJORITY = "majority", _("majority reached")
    SHORT = "short", _("majority not reached")
    TIE_YES = "tie_yes", _("equal votes, the head agreed")
    TIE_NO = "tie_no", _("equal votes, the head disagreed")
    TIE_SILENT = "tie_silent", _("equal votes, the head took neither side")
