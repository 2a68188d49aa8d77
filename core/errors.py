"""The one family of refusals. Each is a sentence for the person who asked."""

import re
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refusal(Exception):
    """A deed that was not done. ``status`` is the HTTP status of RFC 9110 that says why."""

    status: ClassVar[int] = 400
    message: ClassVar[str | Promise] = _("This could not be done.")

    def __init__(self, **gaps: object) -> None:
        super().__init__(type(self).__name__)
        self.gaps = gaps

    @property
    def code(self) -> str:
        """Return the class's name in snake case: ``VoteNotOpen`` is ``vote_not_open``."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    @property
    def sentence(self) -> str:
        """Return the message in the language that is active now, its gaps filled."""
        return str(self.message) % self.gaps if self.gaps else str(self.message)

    def __str__(self) -> str:
        return self.sentence


class RuleBroken(Refusal):
    """The rules forbid this deed in the present state of things."""

    status = 409


class NotAllowed(Refusal):
    """The person sees the thing and may not do this with it."""

    status = 403
    message = _("You may not do this.")


class NotSeen(Refusal):
    """The thing does not exist for this person."""

    status = 404
    message = _("There is nothing here that you may see.")


class BadInput(Refusal):
    """What was sent cannot be understood or is incomplete."""

    status = 422
    message = _("What was sent is incomplete or cannot be understood.")


class TooMuch(BadInput):
    """More bytes than any request may carry. The server has not kept them."""

    status = 413
    message = _("What was sent is larger than %(most)s MB. Please split it and send it again.")


class WrongMove(RuleBroken):
    """A state machine has no such step."""

    message = _("This step is not possible now: “%(here)s” cannot become “%(there)s”.")
