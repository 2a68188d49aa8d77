"""What the rules of an agenda forbid, each in one sentence."""

from django.utils.translation import gettext_lazy as _

from core.errors import RuleBroken


class AgendaSettled(RuleBroken):
    message = _("The meeting is over. Its agenda can no longer be changed.")


class ItemSettled(RuleBroken):
    message = _("Item %(label)s is no longer only planned and stays as it is.")


class WouldRenumber(RuleBroken):
    message = _("Items that were already dealt with keep their numbers.")


class ItemPublished(RuleBroken):
    message = _("Item %(label)s was published. It can be withdrawn, not removed.")


class ItemHasPapers(RuleBroken):
    message = _("Item %(label)s has papers. It can be withdrawn, not removed.")


class ReasonMissing(RuleBroken):
    message = _("Please give the reason.")


class NothingToPublish(RuleBroken):
    message = _("The agenda has not changed since version %(version)s.")


class AgendaEmpty(RuleBroken):
    message = _("The agenda has no items yet.")


class UncheckedItems(RuleBroken):
    message = _("Not yet found formally in order: item %(labels)s. Please give a reason.")


class WaitsForConsent(RuleBroken):
    message = _("“%(title)s” came after the limit. The chair has not decided on it yet.")


class NotLate(RuleBroken):
    message = _("“%(title)s” does not wait for the chair's consent.")


class InNoVersion(RuleBroken):
    message = _(
        "“%(title)s” is in no published version. The chair may take it up as urgent on its page, "
        "or the agenda is published first."
    )


class InAVersion(RuleBroken):
    message = _("Item %(label)s is published already and can be opened.")


class PublishedFirst(RuleBroken):
    message = _("“%(title)s” is not published yet. Published items go under it once it is.")


class StandsBefore(RuleBroken):
    message = _("“%(title)s” stands before what was dealt with. Please move it behind.")


class HasSubItems(RuleBroken):
    message = _("Item %(label)s has sub-items. Please move or take them off first.")


class SubItemFollows(RuleBroken):
    message = _("Item %(label)s is a sub-item and goes with the item above it.")


class NoPlaceForSubItem(RuleBroken):
    message = _("Item %(label)s cannot have sub-items here.")


class NoOtherMeeting(RuleBroken):
    message = _("Please choose a session of the same body that has not begun.")


class NotInSession(RuleBroken):
    message = _("The meeting is not in session now.")


class AnotherItemOpen(RuleBroken):
    message = _("Item %(label)s is under discussion. Please conclude it first.")


class ItemStillOpen(RuleBroken):
    message = _("Item %(label)s is still under discussion. Please conclude it first.")


class ItemNotOpen(RuleBroken):
    message = _("Item %(label)s is not under discussion.")


class NoItemOpen(RuleBroken):
    message = _("No item is under discussion now.")


class NotForAdoption(RuleBroken):
    message = _("Item %(label)s is not waiting for adoption without debate.")


class NothingChosen(RuleBroken):
    message = _("Please choose at least one item.")


class QuorumLost(RuleBroken):
    message = _(
        "Nothing can be adopted: %(present)s of %(total)s members are present, "
        "at least %(needed)s are needed (%(article)s)."
    )


class NeutralOnly(RuleBroken):
    """Of a secret matter nothing is kept but its number (Luật Bảo vệ bí mật nhà nước)."""

    message = _("Item %(label)s is secret: it keeps its neutral title and has no summary.")


class OnlyRestricted(RuleBroken):
    message = _("Item %(label)s is not restricted; everybody at the meeting sees it.")


class SeesAlready(RuleBroken):
    message = _("%(name)s takes part in the whole meeting and sees the item already.")


class NotInTheRoom(RuleBroken):
    message = _("Please check in first.")


class AlreadyAsked(RuleBroken):
    message = _("You have already asked to speak on this item.")


class NoRequest(RuleBroken):
    message = _("There is no such request to speak.")


class NoTimer(RuleBroken):
    message = _("No clock is running.")


class TimerTooLong(RuleBroken):
    message = _("The clock runs from one second to a day.")


class NotPublished(RuleBroken):
    message = _("Item %(label)s is not published yet.")


class NothingPrepared(RuleBroken):
    message = _("Nothing is prepared that could be given.")


class NothingToConfirm(RuleBroken):
    message = _("There is nothing to confirm, or it has changed once more. Please look again.")


class NothingLeft(RuleBroken):
    message = _("You have given your position on every item.")


class ItemOpposed(NotForAdoption):
    message = _("Item %(label)s has been objected to and is debated.")


class NoLastCall(RuleBroken):
    message = _("No last call has been made on item %(label)s.")


class LastCallMissing(RuleBroken):
    message = _("Please make the last call first.")


class LastCallRuns(RuleBroken):
    message = _("The last call runs for %(seconds)s more seconds.")


class AlreadyPublished(RuleBroken):
    message = _("The agenda is published already. Items are added to it one by one.")


class TemplateNameTaken(RuleBroken):
    message = _("There is a template “%(name)s” already.")


class TemplateOfOther(RuleBroken):
    message = _("This template belongs to another body.")


class SubItemAlone(RuleBroken):
    message = _("“%(title)s” is a sub-item, but there is no item before it.")


class SubItemRestricted(RuleBroken):
    message = _("“%(title)s” is restricted, but the item it belongs to is open to all.")


class TemplateGapUnknown(RuleBroken):
    message = _("A title has a gap that cannot be filled: %(gaps)s.")


class EntrySettled(RuleBroken):
    message = _("This entry was moved or dropped and stays as it is.")


class MonthIsTheSame(RuleBroken):
    message = _("The entry stands in that month already.")


class SubmissionOfOther(RuleBroken):
    message = _("This submission was lodged with another body.")


class SubmissionPlanned(RuleBroken):
    message = _("This submission stands in the programme already.")
