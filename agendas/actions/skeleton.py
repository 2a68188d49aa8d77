"""Putting headings and items on an agenda together: from a template or from another session."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from agendas.actions.facts import hold
from agendas.actions.items import add_item
from agendas.models import Section, TemplateLine
from agendas.states import ItemKind, Secrecy
from meetings.models import Meeting
from meetings.patterns import filled
from people.models import Agency, Person


@dataclass(frozen=True, kw_only=True)
class Part:
    """A heading, or an item that comes under the heading before it. Titles may have gaps."""

    title: str
    title_en: str = ""
    is_heading: bool = False
    kind: str = ItemKind.DECISION
    sponsor: Agency | None = None
    minutes: int = 10
    restricted: bool = False
    secrecy: str = Secrecy.OPEN


def put_parts(actor: Person, meeting: Meeting, parts: Iterable[Part], day: date) -> int:
    """Append headings and items, titles filled for the day; return how many items came on.

    Numbers go on without a gap, restricted items in their own series. No paper and no sight of
    a restricted item comes with them.
    """
    meeting = hold(meeting)
    section, count = None, 0
    for part in parts:
        if part.is_heading:
            section = _head(meeting, part, day)
        else:
            _item(actor, meeting, part, section, day)
            count += 1
    return count


def part_of(line: TemplateLine) -> Part:
    """Return what a line of a template puts on an agenda."""
    return Part(
        title=line.title,
        is_heading=line.is_heading,
        kind=line.kind,
        sponsor=line.sponsor,
        minutes=line.minutes,
        restricted=line.restricted,
    )


def _head(meeting: Meeting, part: Part, day: date) -> Section:
    last = meeting.sections.order_by("order").last()
    return Section.objects.create(
        meeting=meeting,
        name=filled(part.title, day)[:200],
        name_en=filled(part.title_en, day)[:200],
        order=last.order + 1 if last else 1,
    )


def _item(actor: Person, meeting: Meeting, part: Part, section: Section | None, day: date) -> None:
    add_item(
        actor,
        meeting,
        title=filled(part.title, day)[:500],
        kind=part.kind,
        sponsor=part.sponsor,
        minutes=part.minutes,
        restricted=part.restricted,
        secrecy=part.secrecy,
        section=section,
    )
