"""The agenda as a table: each line with its planned moment, its papers, and what has changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from agendas.actions.publishing import lines_of
from agendas.comparing import Changed, compare
from agendas.elsewhere import sessions_named_to
from agendas.lateness import limit_of
from agendas.models import IN_ORDER, AgendaVersion, Item, Section
from agendas.numbering import design_labels
from agendas.policies import items_shown_on, items_visible_to, presides_over
from agendas.rows import Block, Row, Setting, closed_rows, open_rows
from agendas.rules import letter_of
from agendas.tabled import Papers, papers_of
from agendas.versions import Reading, words_of
from meetings.deadlines import SessionLimit
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from meetings.states import MeetingState
from people.models import Person

__all__ = ["Block", "Desk", "Row", "desk_of", "words_of"]
M = MeetingState
AHEAD = {M.DRAFT, M.CONVENED}
SETTLED = {M.ADJOURNED, M.SEALED, M.CANCELLED, M.IMPORTED}


@dataclass(frozen=True)
class Desk:
    """Everything the page of an agenda shows."""

    meeting: Meeting
    agenda: AgendaVersion | None
    policy: MeetingPolicy
    rows: list[Row]
    closed_rows: list[Row]
    sections: list[Section]
    changes: list[str]
    news: list[str]
    news_since: str
    is_news: bool
    last_look: int | None
    may_arrange: bool
    may_preside: bool
    limit: SessionLimit | None

    @cached_property
    def blocks(self) -> list[Block]:
        """Return the open rows under their headings; empty headings for who arranges."""
        heads = [None, *self.sections]
        under = {
            key: [row for row in self.rows if _head(row.item) == key] for key in map(_key, heads)
        }
        blocks = [Block(head, under[_key(head)]) for head in heads]
        return [b for b in blocks if b.rows or (self.may_arrange and b.section)]

    @property
    def closed_blocks(self) -> list[Block]:
        return [Block(None, self.closed_rows)]

    @property
    def minutes(self) -> int:
        """Return the minutes planned for what is dealt with."""
        everything = [*self.rows, *self.closed_rows]
        return sum(r.minutes for r in everything if not r.item.parent_id and not r.item.is_gone)

    @property
    def minutes_given(self) -> int | None:
        """Return the minutes between the planned beginning and end."""
        if self.meeting.ends_at is None:
            return None
        return int((self.meeting.ends_at - self.meeting.starts_at).total_seconds() // 60)

    @property
    def is_too_long(self) -> bool:
        given = self.minutes_given
        return given is not None and self.minutes > given

    @property
    def version(self) -> str:
        """Return the letter of the version that stands, nothing before the first."""
        return self.agenda.letter if self.agenda else ""

    @property
    def next_version(self) -> str:
        return letter_of(self.agenda.version + 1 if self.agenda else 1)

    @property
    def unchecked(self) -> int:
        """Return how many planned items nobody has found formally in order."""
        everything = [*self.rows, *self.closed_rows]
        return sum(row.is_planned and row.item.checked_at is None for row in everything)

    @property
    def may_publish(self) -> bool:
        return self.may_arrange and bool(self.changes)


def desk_of(person: Person, meeting: Meeting) -> Desk:
    """Return a meeting's agenda as one person sees it."""
    reading = Reading(person, meeting)
    may_arrange = reading.policy.may_edit and meeting.state not in SETTLED
    seen = items_of(person, meeting)
    reading.visible = {item.pk for item in seen}
    every = papers_of(meeting)
    reading.waiting = every.waiting
    papers = every.read_by(reading.named_papers)
    changes = _changes(reading, seen, every) if may_arrange else []
    changed = {change["item_id"] for change in changes}
    news, since, is_news = _news(reading)
    if not may_arrange and (is_news or reading.last_look is None):
        changed = {change["item_id"] for change in news}
    labels = design_labels(seen) if may_arrange else None
    setting = Setting(meeting, papers, changed, sessions_named_to(person, seen), labels)
    return Desk(
        meeting=meeting,
        agenda=reading.standing,
        policy=reading.policy,
        rows=_shown(reading, [item for item in seen if not item.restricted], setting),
        closed_rows=list(closed_rows([item for item in seen if item.restricted], setting)),
        sections=_sections(meeting, seen, may_arrange=may_arrange),
        changes=[words_of(change) for change in changes],
        news=[words_of(change) for change in news],
        news_since=letter_of(since),
        is_news=is_news,
        last_look=reading.last_look,
        may_arrange=may_arrange,
        may_preside=meeting.is_live and presides_over(person, meeting),
        limit=limit_of(meeting) if may_arrange and meeting.state in AHEAD else None,
    )


def items_of(person: Person, meeting: Meeting) -> list[Item]:
    """Return the items of a meeting that a person sees, in order."""
    items = items_visible_to(person).filter(meeting=meeting)
    related = ("parent__section", "section", "sponsor", "rapporteur", "continued_by", "continues")
    return list(items.select_related(*related).order_by(*IN_ORDER))


def _changes(reading: Reading, items: list[Item], papers: Papers) -> list[Changed]:
    """Tell what publishing now would change, in both series. The first version is all new."""
    if not items:
        return []
    before = reading.standing.lines if reading.standing else []
    return compare(before, lines_of(items, papers.shown))


def _news(reading: Reading) -> tuple[list[Changed], int, bool]:
    """Tell what changed since the person last looked, else what the standing version changed."""
    if reading.standing is None or reading.standing.number == 1:
        return [], 0, False
    standing, look = reading.standing.number, reading.last_look
    is_news = look is not None and look < standing
    since = look if look is not None and is_news else standing - 1
    return reading.between(since, standing), since, is_news


def _shown(reading: Reading, seen: list[Item], setting: Setting) -> list[Row]:
    """Return the rows of what is open to all; a guest's own items at the times of the whole."""
    if not reading.policy.is_guest or reading.policy.is_keeper:
        return list(open_rows(seen, setting))
    whole = items_shown_on(reading.meeting).select_related("parent", "continued_by", "continues")
    rows = {row.item.pk: row for row in open_rows(list(whole.order_by(*IN_ORDER)), setting)}
    return [replace(rows[item.pk], item=item) for item in seen]


def _sections(meeting: Meeting, seen: Sequence[Item], *, may_arrange: bool) -> list[Section]:
    """Return the headings in order: all to who arranges, else those that have something."""
    if may_arrange:
        return list(meeting.sections.all())
    found = {s.pk: s for s in ((item.parent or item).section for item in seen) if s}
    return sorted(found.values(), key=lambda section: section.order)


def _key(section: Section | None) -> int:
    return section.pk if section else 0


def _head(item: Item) -> int:
    above = item.parent or item
    return above.section_id or 0
