"""The agenda's events in sentences."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agendas.elsewhere import deferral_told
from agendas.events import ItemDeferred
from agendas.states import Stance
from meetings.words import tells, tells_apart


def position_given(facts: Mapping[str, Any]) -> str:
    """Tell who gave which position on what, and why."""
    gaps = {**facts, "stance": Stance(facts["stance"]).label}
    told = gettext("%(person)s on item %(label)s: %(stance)s.") % gaps
    return f"{told} {facts['reason']}".strip()


tells(
    {
        "item.added": _("Item %(label)s was put on the draft: %(title)s."),
        "item.edited": _("Item %(label)s was changed."),
        "item.moved": _("Item %(before)s became item %(label)s."),
        "item.removed": _("Item %(label)s was taken off the draft."),
        "item.withdrawn": _("Item %(label)s was withdrawn: %(reason)s"),
        "item.headed": _("Item %(label)s was put under the heading “%(heading)s”."),
        "item.checked": _("Item %(label)s was found formally in order."),
        "item.unchecked": _("Item %(label)s is no longer held to be in order."),
        "item.consent_asked": _("The chair was asked to take “%(title)s”: %(reason)s"),
        "item.consent_given": _("The chair took “%(title)s”, which came late."),
        "item.consent_refused": _(
            "The chair did not take “%(title)s”, which came late: %(reason)s"
        ),
        "item.urgent": _("The chair took up an urgent item, %(label)s: %(title)s."),
        "item.restricted": _("Item %(label)s: who may see it was changed."),
        "item.sight_granted": _("%(person)s may see item %(label)s."),
        "item.sight_revoked": _("%(person)s may no longer see item %(label)s."),
        "item.sight_widened": _("%(name_of)s may see item %(label)s."),
        "item.sight_narrowed": _("%(name_of)s may no longer see item %(label)s."),
        "item.guest_invited": _("%(person)s was invited for item %(label)s."),
        "item.guest_uninvited": _("%(person)s is no longer invited for item %(label)s."),
        "agenda.published": _("Version %(letter)s of the agenda was published."),
        "agenda.arranged": _("The agenda was put in its usual order."),
        "agenda.heading_added": _("New heading of the agenda: %(title)s."),
        "agenda.heading_renamed": _("The heading “%(before)s” is now “%(title)s”."),
        "agenda.heading_moved": _("The heading “%(title)s” got another place."),
        "agenda.heading_removed": _("The heading “%(title)s” was taken away."),
        "agenda.filled": _("%(items)s items came on the draft from “%(title)s”."),
        "item.opened": _("Item %(label)s was opened: %(title)s."),
        "item.closed": _("Item %(label)s was concluded. %(conclusion)s"),
        "item.adopted": _("Item %(label)s was adopted without debate: %(title)s."),
        "item.debate_requested": _("%(person)s asked for a debate on item %(label)s."),
        "position.given": position_given,
        "position.confirmed": _("%(person)s confirmed the position on item %(label)s."),
        "position.withdrawn": _("%(person)s took the position on item %(label)s back."),
        "adoption.called": _("The chair made the last call before the adoption without debate."),
        "adoption.call_ended": _("The last call was put away."),
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
tells_apart(ItemDeferred.name, deferral_told)
