"""What the rules of a meeting forbid, each in one sentence."""

from django.utils.translation import gettext_lazy as _

from core.errors import RuleBroken


class RecordClosed(RuleBroken):
    message = _("This meeting is sealed or cancelled. Its record can no longer be changed.")


class NoRulesInForce(RuleBroken):
    message = _("No rules of “%(body)s” are in force on %(day)s. Please record them first.")


class ChairNotMember(RuleBroken):
    message = _("%(name)s has no seat in “%(body)s” on that day and cannot chair the meeting.")


class QuorumMissing(RuleBroken):
    message = _(
        "The meeting cannot sit: %(present)s of %(total)s members are present, "
        "at least %(needed)s are needed (%(article)s)."
    )


class ReasonMissing(RuleBroken):
    message = _("Please give the reason.")


class MeetingNotUnderWay(RuleBroken):
    message = _("The meeting is not convened or in session; attendance is not taken now.")


class ChairSettled(RuleBroken):
    message = _("The meeting is over. The chair is not handed over any more.")


class InvitationsOver(RuleBroken):
    message = _("The meeting is over. Nobody can be invited any more.")


class AlreadyInvited(RuleBroken):
    message = _("%(name)s already takes part in this meeting.")


class NotOnTheRoll(RuleBroken):
    message = _("%(name)s is not a member of this meeting.")


class StandInNeedsMember(RuleBroken):
    message = _("A substitute stands in for a member of this meeting. Please choose the member.")


class MemberHasSubstitute(RuleBroken):
    message = _("%(name)s already sends a substitute.")


class MemberIsHere(RuleBroken):
    message = _("%(name)s has arrived; a present member needs no substitute.")


class ParticipationUsed(RuleBroken):
    message = _("%(name)s has already taken part. The invitation stays in the record.")


class RepliesOver(RuleBroken):
    message = _("Answers are taken from the convening until one arrives or the session is opened.")


class AbsenceSettled(RuleBroken):
    message = _(
        "The absence is already consented to. To come after all, please tell the secretariat."
    )


class NothingAsked(RuleBroken):
    message = _("No absence waits for consent here.")


class NoSuchSite(RuleBroken):
    message = _("Please choose one of the remote sites of this body.")


class NotYourSubstitute(RuleBroken):
    message = _("%(name)s cannot stand in: only a member sends somebody who is not invited yet.")


class MeetingHasBegun(RuleBroken):
    message = _("The meeting has begun or is over. Its date, place and officers stay as they are.")


class ChairIsAbsent(RuleBroken):
    message = _("%(name)s is not in the room and cannot take the chair.")


class AlreadyInTheChair(RuleBroken):
    message = _("%(name)s is already in the chair.")


class HolidaysUnknown(RuleBroken):
    message = _("The holidays of this calendar cannot be calculated. Please enter them by hand.")


class DayNotSet(RuleBroken):
    message = _("Nothing is entered for this day any more.")


class DayNotRemoved(RuleBroken):
    message = _("This day is not removed any more.")


class DeadlineOfThePast(RuleBroken):
    message = _(
        "A time limit takes effect today or later. What was due before stays as it was counted."
    )


class CalendarOfOwnAlready(RuleBroken):
    message = _("This body has a calendar of its own already.")


class NothingToPlan(RuleBroken):
    message = _("Every session of this series until that day is planned already.")


class PlannedTooFar(RuleBroken):
    message = _("Sessions are planned for at most two years ahead.")


class GapUnknown(RuleBroken):
    message = _("The title has a gap that cannot be filled: %(gaps)s.")


class PlanUnreadable(RuleBroken):
    message = _(
        "The drawing of the room cannot be read: at most 26 lines of 40 signs out of H, o, b, # "
        "and dots, with one H for the chair."
    )


class RoomNameTaken(RuleBroken):
    message = _("There is a room “%(name)s” at this site already.")


class RoomInUse(RuleBroken):
    message = _("Somebody is given seat %(seat)s at a meeting. It cannot be taken away.")


class RoomOfOther(RuleBroken):
    message = _("This room belongs to another body.")


class NoSeating(RuleBroken):
    message = _("No room is chosen for this meeting yet.")


class SeatOfOtherRoom(RuleBroken):
    message = _("This seat is not in the room of the meeting.")


class HasAnswered(RuleBroken):
    message = _("%(name)s has answered, or need not answer.")


class RemindedToday(RuleBroken):
    message = _("%(name)s was reminded today already.")
