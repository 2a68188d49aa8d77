"""The sessions between which items are deferred, named to those alone who may see them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from agendas.models import Item
from meetings.policies import meetings_visible_to
from people.models import Person

Sessions = dict[int, str]


def sessions_named_to(person: Person, items: Iterable[Item]) -> Sessions:
    """Return the titles of the sessions to and from which items were deferred, by their keys."""
    keys = {key for item in items for key in _elsewhere(item)}
    if not keys:
        return {}
    return dict(meetings_visible_to(person).filter(pk__in=keys).values_list("pk", "title"))


def deferral_told(facts: Mapping[str, Any], person: Person | None) -> str:
    """Tell of a deferral; the session is named to who may see it."""
    seen = meetings_visible_to(person) if person else None
    title = seen and seen.filter(pk=facts["to_meeting_id"]).values_list("title", flat=True).first()
    if title:
        words = _("Item %(label)s was deferred to “%(to_meeting)s”: %(reason)s")
        return words % {**facts, "to_meeting": title}
    return _("Item %(label)s was deferred to a later session: %(reason)s") % facts


def _elsewhere(item: Item) -> Iterable[int]:
    after = getattr(item, "continued_by", None)
    return [one.meeting_id for one in (after, item.continues) if one]
