"""A new session from a past one, with as much of its agenda as comes again."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.db import transaction

from agendas.actions.skeleton import Part, put_parts
from agendas.models import IN_ORDER, Item
from agendas.planning_events import AgendaFilled
from agendas.policies import items_visible_to
from agendas.rules import hidden_title, neutral_title
from agendas.states import GONE
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

    Sub-items come with their item. Of the items chosen, only those come that the actor sees.
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
    """Yield the items of a session that a person may take over into another one.

    What was withdrawn stays behind; what was deferred belongs to the session it went to.
    """
    yield from (item for item in _standing(person, source) if item.parent_id is None)


def subs_to_copy(person: Person, source: Meeting) -> Mapping[int, list[Item]]:
    """Return the sub-items that come with each item, by its key."""
    found: dict[int, list[Item]] = defaultdict(list)
    for item in _standing(person, source):
        if item.parent_id:
            found[item.parent_id].append(item)
    return found


def parts_of_agenda(person: Person, source: Meeting) -> list[Part]:
    """Return the whole agenda of a session as a person sees it, with gaps for its month.

    More people read a template than a restricted item: of that, no words are kept.
    """
    everything = {item.pk for item in items_to_copy(person, source)}
    parts = _parts(person, source, everything, headings=True)
    return [replace(p, title=hidden_title(), sponsor=None) if p.restricted else p for p in parts]


def _standing(person: Person, source: Meeting) -> Iterator[Item]:
    seen = items_visible_to(person).filter(meeting=source).exclude(state__in=GONE)
    yield from seen.select_related("sponsor", "section", "parent").order_by(*IN_ORDER)


def _parts(person: Person, source: Meeting, chosen: set[int], *, headings: bool) -> Iterator[Part]:
    """Yield what stands under no heading first, then each heading with what is under it."""
    items = [item for item in items_to_copy(person, source) if item.pk in chosen]
    subs = subs_to_copy(person, source)
    if not headings:
        yield from _family(items, subs)
        return
    yield from _family([item for item in items if item.section is None], subs)
    for section in source.sections.all():
        yield Part(title=section.name, title_en=section.name_en, is_heading=True)
        yield from _family([item for item in items if item.section == section], subs)


def _family(items: Iterable[Item], subs: Mapping[int, list[Item]]) -> Iterator[Part]:
    """Yield items, each with its sub-items behind it."""
    for item in items:
        yield _part(item)
        yield from (_part(sub) for sub in subs.get(item.pk, []))


def _part(item: Item) -> Part:
    title = neutral_title(None) if item.is_paper_only else item.title
    return Part(
        title=pattern_of(title, day_of(item.meeting.starts_at)),
        is_sub=item.parent_id is not None,
        kind=item.kind,
        sponsor=item.sponsor,
        minutes=item.minutes,
        restricted=item.restricted,
        secrecy=item.secrecy,
    )
