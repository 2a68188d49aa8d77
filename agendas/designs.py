"""The agendas of many meetings at once: what stands, and what publishing now would freeze."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import F

from agendas.actions.publishing import lines_of
from agendas.comparing import Line
from agendas.models import IN_ORDER, AgendaVersion, Item
from agendas.tabled import papers_of
from meetings.models import Meeting


def designs_of(meetings: Collection[Meeting]) -> dict[int, list[Line]]:
    """Return each meeting's agenda as it stands now, by its key; an empty one is left out."""
    items: dict[int, list[Item]] = defaultdict(list)
    found = Item.objects.filter(meeting__in=meetings).order_by("meeting", *IN_ORDER)
    for item in found.select_related("parent__section", "section", "sponsor"):
        items[item.meeting_id].append(item)
    papers = papers_of(*items).shown if items else {}
    return {key: lines_of(own, papers) for key, own in items.items()}


def versions_of(meetings: Collection[Meeting]) -> dict[int, AgendaVersion]:
    """Return the version of each agenda that stands, by the meeting's key."""
    newest = AgendaVersion.objects.filter(number=F("meeting__agenda__version"))
    return {one.meeting_id: one for one in newest.filter(meeting__in=meetings)}
