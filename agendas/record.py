"""The sentences of the agenda's entries in a meeting's record."""

from django.utils.translation import gettext_lazy as _

from meetings.record import tells

tells("agenda.published", _("Version %(version)s of the agenda was published."), main=True)
tells("item.opened", _("Item %(label)s was opened: %(title)s"), main=True)
tells("item.closed", _("Item %(label)s was concluded."), main=True)
tells("item.adopted", _("Item %(label)s was adopted without debate."), main=True)
tells("item.withdrawn", _("Item %(label)s was withdrawn: %(reason)s"), main=True)
tells("item.debate_requested", _("%(person)s asked for a debate on item %(label)s."))
tells("speech.requested", _("%(person)s asked to speak."))
tells("speech.withdrawn", _("%(person)s withdrew the request to speak."))
tells("speech.started", _("%(person)s has the floor."))
tells("speech.ended", _("%(person)s ended the speech."))
