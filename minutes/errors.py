"""What cannot be done with minutes now, each in one sentence."""

from django.utils.translation import gettext_lazy as _

from core.errors import RuleBroken


class MeetingNotOver(RuleBroken):
    message = _("The minutes can be drafted once the meeting is adjourned.")


class AlreadyDrafted(RuleBroken):
    message = _("The minutes of this meeting are already drafted.")


class NoLongerDraft(RuleBroken):
    message = _("The text is approved. Its words can no longer be changed.")


class FactsAlone(RuleBroken):
    message = _("This part has no words of its own; it comes from the record.")


class OutOfTurn(RuleBroken):
    message = _("The minutes are signed in order: approve the text, the secretary, then the chair.")


class AlreadySigned(RuleBroken):
    message = _("This signature is already there.")


class NotSignedYet(RuleBroken):
    message = _("The minutes are sealed once the secretary and the chair have signed.")


class Unprintable(RuleBroken):
    message = _(
        "The words of “%(where)s” hold signs that the document's letters do not have: "
        "%(letters)s. Please write them otherwise."
    )


class ChangedMeanwhile(RuleBroken):
    message = _("Somebody else changed the minutes at the same moment. Please look again.")


class NoCertificate(RuleBroken):
    message = _("There is no certificate for signing in the name of %(name)s.")


class WrongPassphrase(RuleBroken):
    message = _("The certificate does not open with this passphrase.")


class TimeStampMissing(RuleBroken):
    message = _(
        "The time-stamping authority does not answer. Nothing was signed; please try again."
    )


class WorkshopBusy(RuleBroken):
    message = _("The document takes longer than expected. Nothing was lost; please try again.")


class NotPrinted(RuleBroken):
    message = _("The document could not be made. Please tell the administrator.")


class NotProved(RuleBroken):
    message = _("The signed file did not stand the check and was not sealed.")


class FileLost(RuleBroken):
    message = _("The file is not in its place. Please tell the administrator.")
