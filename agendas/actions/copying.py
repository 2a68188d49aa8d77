"""A new session from a past one, with as much of its agenda as comes again."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db import transaction

from agendas.actions.skeleton import Part, put_parts
from agendas.models import Item
from agendas.planning_events import AgendaFilled
from agendas.policies import items_visible_to
from agendas.states import ItemState
from core.workdays import day_of
from meetings.actions import copy_meeting
from meetings.models import Meeting
from meetings.patterns import pattern_of
from people.models import Person
from realtime.journal import announce


@transaction.atomic
def copy_session(
    actor: Person,
    source: Meeting,
    *,
    headings: bool = False,
    items: Collection[Item] = (),
    **facts: Any,
) -> Meeting:
    """Plan a session like another one; ``items`` come again as new matters, without papers.

    Of the items chosen, only those come that the actor sees.
    """
    meeting = copy_meeting(actor, source, **facts)
    parts = list(_parts(actor, source, {item.pk for item in items}, headings=headings))
    if not parts:
        return meeting
    count = put_parts(actor, meeting, parts, day_of(meeting.starts_at))
    event = AgendaFilled(
        meeting_id=meeting.pk,
        source="session",
        title=source.title,
        items=count,
        headings=[part.title for part in parts if part.is_heading],
    )
    announce(event, actor=actor)
    return meeting


def items_to_copy(person: Person, source: Meeting) -> Iterator[Item]:
    """Yield the items of a session that a person may take over into another one."""
    seen = items_visible_to(person).filter(meeting=source, parent__isnull=True)
    seen = seen.exclude(state=ItemState.WITHDRAWN).select_related("sponsor", "section", "parent")
    yield from seen.order_by("restricted", "position")


def parts_of_agenda(person: Person, source: Meeting) -> list[Part]:
    """Return the whole agenda of a session as a person sees it, with gaps for its month."""
    everything = {item.pk for item in items_to_copy(person, source)}
    return list(_parts(person, source, everything, headings=True))


def _parts(person: Person, source: Meeting, chosen: set[int], *, headings: bool) -> Iterator[Part]:
    """Yield what stands under no heading first, then each heading with what is under it."""
    items = [item for item in items_to_copy(person, source) if item.pk in chosen]
    if not headings:
        yield from (_part(item) for item in items)
        return
    yield from (_part(item) for item in items if item.section is None)
    for section in source.sections.all():
        yield Part(title=section.name, title_en=section.name_en, is_heading=True)
        yield from (_part(item) for item in items if item.section == section)


def _part(item: Item) -> Part:
    return Part(
        title=pattern_of(item.title, day_of(item.meeting.starts_at)),
        kind=item.kind,
        sponsor=item.sponsor,
        minutes=item.minutes,
        restricted=item.restricted,
        secrecy=item.secrecy,
    )
