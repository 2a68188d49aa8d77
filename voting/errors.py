"""What the rules of voting forbid, each a sentence for the person who asked."""

from django.utils.translation import gettext_lazy as _

from core.errors import BadInput, NotAllowed, RuleBroken


class NotInSession(RuleBroken):
    message = _("A question can only be put while the meeting is in session.")


class ItemNotOpen(RuleBroken):
    message = _("A question can only be put on the item that is under discussion.")


class VoteAlreadyOpen(RuleBroken):
    message = _("A vote is already open: “%(question)s”. Please close it first.")


class NoQuorum(RuleBroken):
    message = _("There is no quorum: %(present)s of %(total)s present, %(needed)s needed.")


class NoElectors(RuleBroken):
    message = _("Nobody is entitled to vote on this item.")


class VoteStillOpen(RuleBroken):
    message = _("A vote is still open: “%(question)s”. Please close it or declare it void first.")


class VoteNotOpen(RuleBroken):
    message = _("The vote was closed at %(at)s. Nothing can be changed in it any more.")


class VoteWasVoided(RuleBroken):
    message = _("This vote was declared void: %(reason)s")


class TooLate(RuleBroken):
    message = _("The vote ended at %(at)s. Your ballot came too late and is not counted.")


class AlreadyVoted(RuleBroken):
    message = _("You have already voted “%(choice)s”. Your ballot is recorded: %(receipt)s.")


class NoChange(RuleBroken):
    message = _("A ballot that was cast cannot be changed in this body. Yours: %(receipt)s.")


class NotAnElector(NotAllowed):
    message = _("You are not on the roll of this vote and cannot vote in it.")


class SubstituteDoesNotVote(NotAllowed):
    message = _("A substitute speaks for the member but does not vote.")


class UnknownChoice(BadInput):
    message = _("Please choose one of: agree, disagree, other opinion.")


class BadQuestion(BadInput):
    message = _("Please write the question, in at most 500 characters.")


class BadSeconds(BadInput):
    message = _("The time to vote is between 10 seconds and 2 hours.")


class ReasonNeeded(BadInput):
    message = _("Please give the reason, in at most 300 characters.")


class ReasonTooLong(BadInput):
    message = _("Please keep the opinion to 2,000 characters.")
