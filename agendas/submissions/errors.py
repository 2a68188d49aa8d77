"""What the rules on submissions and opinions forbid, each in one sentence."""

from django.utils.translation import gettext_lazy as _

from core.errors import RuleBroken


class SubmissionSettled(RuleBroken):
    message = _("The submission has been lodged. It can only be changed after it was returned.")


class SubmissionIncomplete(RuleBroken):
    message = _("The submission cannot be lodged yet. %(missing)s")


class ChecklistOpen(RuleBroken):
    message = _("It can only be accepted when these points are in order: %(points)s")


class NotWaitingForCheck(RuleBroken):
    message = _("The submission is not waiting for a check.")


class OnAnAgenda(RuleBroken):
    message = _(
        "The submission is on the agenda of the session of %(day)s. "
        "The item has to be withdrawn there first."
    )


class NotForASession(RuleBroken):
    message = _("Only a submission that was routed to a session can be put on an agenda.")


class OtherBody(RuleBroken):
    message = _("The session is one of another body.")


class SessionOver(RuleBroken):
    message = _("That session is over.")


class KeptAlready(RuleBroken):
    message = _(
        "The system has kept words or papers of this matter already. Please withdraw this "
        "submission and lodge the secret matter anew, on paper."
    )


class SubmissionEnded(RuleBroken):
    message = _("The submission has been withdrawn.")


class AskedAlready(RuleBroken):
    message = _("%(agency)s has been asked and has not answered yet.")


class AsksItself(RuleBroken):
    message = _("%(agency)s lodges the submission and cannot be asked for an opinion on it.")


class DueIsPast(RuleBroken):
    message = _("The time for an answer must lie ahead.")


class AnsweredAlready(RuleBroken):
    message = _("This opinion has been given. A new one is given when the agency is asked again.")


class OpinionMissing(RuleBroken):
    message = _("Please say what the agency remarks.")
