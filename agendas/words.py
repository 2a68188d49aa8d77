"""The agenda's events in sentences."""

from django.utils.translation import gettext_lazy as _

from meetings.words import tells

tells(
    {
        "item.added": _("Item %(label)s was put on the draft: %(title)s."),
        "item.edited": _("Item %(label)s was changed."),
        "item.moved": _("Item %(before)s became item %(label)s."),
        "item.removed": _("Item %(label)s was taken off the draft."),
        "item.withdrawn": _("Item %(label)s was withdrawn: %(reason)s"),
        "item.restricted": _("Item %(label)s: who may see it was changed."),
        "item.sight_granted": _("%(person)s may see item %(label)s."),
        "item.sight_revoked": _("%(person)s may no longer see item %(label)s."),
        "item.sight_widened": _("%(name_of)s may see item %(label)s."),
        "item.sight_narrowed": _("%(name_of)s may no longer see item %(label)s."),
        "item.guest_invited": _("%(person)s was invited for item %(label)s."),
        "item.guest_uninvited": _("%(person)s is no longer invited for item %(label)s."),
        "agenda.filled": _("%(items)s items came on the draft from “%(title)s”."),
        "agenda.published": _("Version %(version)s of the agenda was published."),
        "item.opened": _("Item %(label)s was opened: %(title)s."),
        "item.closed": _("Item %(label)s was concluded. %(conclusion)s"),
        "item.adopted": _("Item %(label)s was adopted without debate: %(title)s."),
        "item.debate_requested": _("%(person)s asked for a debate on item %(label)s."),
        "speech.requested": _("%(person)s asked to speak."),
        "speech.withdrawn": _("%(person)s withdrew the request to speak."),
        "speech.started": _("%(person)s has the floor."),
        "speech.ended": _("%(person)s ended; %(seconds)s seconds."),
        "timer.started": _("The clock was set to %(seconds)s seconds."),
        "timer.paused": _("The clock was stopped."),
        "timer.resumed": _("The clock goes on."),
        "timer.stopped": _("The clock was taken away."),
    }
)
