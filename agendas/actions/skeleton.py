"""Putting headings and items on an agenda together: from a template or from another session."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from agendas.actions.facts import hold
from agendas.actions.items import add_item
from agendas.models import Item, Section, TemplateLine
from agendas.rules import neutral_title
from agendas.states import ItemKind, Secrecy
from meetings.models import Meeting
from meetings.patterns import filled
from people.models import Agency, Person


@dataclass(frozen=True, kw_only=True)
class Part:
    """A heading, or an item that comes under the heading before it. Titles may have gaps.

    A sub-item comes under the item before it.
    """

    title: str
    title_en: str = ""
    is_heading: bool = False
    is_sub: bool = False
    kind: str = ItemKind.DECISION
    sponsor: Agency | None = None
    minutes: int = 10
    restricted: bool = False
    secrecy: str = Secrecy.OPEN

    @property
    def is_secret(self) -> bool:
        return self.secrecy != Secrecy.OPEN

    @property
    def words(self) -> str:
        """Return the title; of a secret matter the neutral one."""
        return neutral_title(None) if self.is_secret else self.title


def put_parts(actor: Person, meeting: Meeting, parts: Iterable[Part], day: date) -> int:
    """Append headings and items, titles filled for the day; return how many items came on.

    Numbers go on without a gap, restricted items in their own series. No paper and no sight of
    a restricted item comes with them.
    """
    meeting = hold(meeting)
    section, above, count = None, None, 0
    for part in parts:
        if part.is_heading:
            section, above = _head(meeting, part, day), None
        elif part.is_sub and above is not None:
            _item(actor, meeting, part, day, parent=above)
            count += 1
        else:
            above = _item(actor, meeting, part, day, section=section)
            count += 1
    return count


def part_of(line: TemplateLine) -> Part:
    """Return what a line of a template puts on an agenda."""
    return Part(
        title=line.title,
        is_heading=line.is_heading,
        is_sub=line.is_sub,
        kind=line.kind,
        sponsor=line.sponsor,
        minutes=line.minutes,
        restricted=line.restricted,
        secrecy=line.secrecy,
    )


def _head(meeting: Meeting, part: Part, day: date) -> Section:
    last = meeting.sections.order_by("order").last()
    return Section.objects.create(
        meeting=meeting,
        name=filled(part.title, day)[:200],
        name_en=filled(part.title_en, day)[:200],
        order=last.order + 1 if last else 1,
    )


def _item(actor: Person, meeting: Meeting, part: Part, day: date, **place: Any) -> Item:
    return add_item(
        actor,
        meeting,
        title=filled(part.words, day)[:500],
        kind=part.kind,
        sponsor=part.sponsor,
        minutes=part.minutes,
        restricted=part.restricted,
        secrecy=part.secrecy,
        **place,
    )
