"""What cannot be released now, each in one sentence."""

from django.utils.translation import gettext_lazy as _

from core.errors import BadInput, NotSeen, Refusal, RuleBroken


class AgendaNotPublished(RuleBroken):
    message = _("The agenda has to be published and the meeting convened before it is released.")


class GateBeforeClosed(RuleBroken):
    message = _("“%(audience)s” comes first: confirm that release, for the same moment or sooner.")


class AgendaFirst(RuleBroken):
    message = _("Papers and decisions follow the agenda: release the agenda to them first.")


class MeetingNotOverYet(RuleBroken):
    message = _("Decisions can be released once the meeting is adjourned.")


class AlreadyPlanned(RuleBroken):
    message = _("This release is confirmed already. Take it back to plan it anew.")


class AlreadyTakenBack(RuleBroken):
    message = _("This release was taken back already.")


class TakeBackReason(RuleBroken):
    message = _("Please say why it is taken back.")


class MeetingCancelled(RuleBroken):
    message = _("The meeting was cancelled; nothing of it is released.")


class NoLongerReleased(NotSeen):
    status = 410
    message = _(
        "This was released to you and has been taken back since; it can no longer be read here."
    )


class NothingPublic(NotSeen):
    message = _("There is no public object here.")


class NotAMoment(BadInput):
    status = 400
    message = _("“%(name)s” has to be a moment such as 2020-02-03T08:00:00+07:00.")


class PublicNoMore(NotSeen):
    status = 410
    message = _("This file is no longer public.")


class OnlyReading(Refusal):
    status = 405
    message = _("Public data can only be read.")
