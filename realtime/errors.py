"""What the socket and its HTTP twin refuse by themselves."""

from django.utils.translation import gettext_lazy as _

from core.errors import BadInput, Refusal, RuleBroken


class CommandIdReused(RuleBroken):
    message = _("This command number was already used for something else.")


class UnknownCommand(Refusal):
    status = 404
    message = _("This program does not know the command “%(name)s”. Please reload the page.")


class BadFrame(BadInput):
    status = 400
    message = _("The message cannot be read.")


class TooLarge(BadInput):
    status = 413
    message = _("The message is too large.")


class TooFast(Refusal):
    status = 429
    message = _("Too many messages in a short time. Please wait a moment.")


class NotSignedIn(Refusal):
    status = 401
    message = _("Please sign in again.")


class Failed(Refusal):
    status = 500
    message = _("Something went wrong on our side. Please try again.")
