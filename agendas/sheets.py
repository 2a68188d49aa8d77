"""A member's own sheet before the session: each item with what was given or prepared.

An assistant sees the sheet of each member he or she prepares for.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from agendas.models import IN_ORDER, Item, Position, PositionNews
from agendas.news import news_for
from agendas.policies import items_visible_to
from agendas.states import ItemState
from meetings.ahead import places_ahead_of
from meetings.deadlines import SessionLimit, deadlines_of
from meetings.models import DeadlineCode, Meeting, Participant
from meetings.policies import (
    BEFORE_THE_END,
    MeetingPolicy,
    places_prepared_by,
)
from meetings.states import MeetingState
from people.models import Person

POSITION = DeadlineCode.POSITION_BEFORE_SESSION


@dataclass(frozen=True)
class Mark:
    """One line of a sheet."""

    item: Item
    place: Participant
    position: Position
    prepares: bool
    is_open: bool
    limit: SessionLimit
    news: tuple[PositionNews, ...] = ()

    @property
    def stance(self) -> str:
        """Return what is marked: what was given, or to the assistant what was prepared."""
        drafted = self.prepares and self.position.is_drafted
        return self.position.draft_stance if drafted else self.position.stance

    @property
    def reason(self) -> str:
        drafted = self.prepares and self.position.is_drafted
        return self.position.draft_reason if drafted else self.position.reason

    @property
    def has_draft(self) -> bool:
        """Tell whether something waits for the member to give it."""
        return self.position.is_drafted and self.is_open

    @property
    def is_outdated(self) -> bool:
        """Tell whether something has changed since the position was given, and nobody has answered it."""
        return self.is_open and bool(self.news) and not (self.prepares and self.has_draft)

    @property
    def is_overdue(self) -> bool:
        """Tell whether the limit has passed and nothing is marked."""
        return self.is_open and not self.is_marked and self.limit.is_past

    @property
    def is_late(self) -> bool:
        """Tell whether the position was given after the limit."""
        return self.position.is_after(self.limit.moment)

    @property
    def is_marked(self) -> bool:
        if self.prepares:
            return self.position.is_drafted or self.position.is_given
        return self.position.is_given


@dataclass
class Sheet:
    """All lines of one member at one meeting."""

    meeting: Meeting
    place: Participant
    prepares: bool
    limit: SessionLimit
    marks: dict[int, Mark]

    @cached_property
    def open_marks(self) -> list[Mark]:
        """Return the lines on which a position may still be given."""
        return [mark for mark in self.marks.values() if mark.is_open]

    @property
    def total(self) -> int:
        return len(self.open_marks)

    @property
    def marked(self) -> int:
        return sum(mark.is_marked for mark in self.open_marks)

    @property
    def left(self) -> list[Mark]:
        """Return the lines that nobody has touched."""
        return [m for m in self.open_marks if not m.position.is_given and not m.position.is_drafted]

    @property
    def waiting(self) -> int:
        """Count the lines that still wait: for the member's word, or for the assistant's draft."""
        left = len(self.left) + len(self.outdated)
        return left if self.prepares else self.total - self.marked

    @property
    def outdated(self) -> list[Mark]:
        """Return the lines whose positions something has overtaken."""
        return [mark for mark in self.open_marks if mark.is_outdated]

    @property
    def news_up_to(self) -> datetime | None:
        """Return the moment of the newest change that is shown."""
        return max((one.at for mark in self.outdated for one in mark.news), default=None)

    @property
    def drafts(self) -> list[Mark]:
        return [mark for mark in self.open_marks if mark.has_draft]

    @property
    def drafted_up_to(self) -> datetime | None:
        """Return the moment of the newest draft: what comes later, the member has not seen."""
        moments = [m.position.drafted_at for m in self.drafts if m.position.drafted_at]
        return max(moments, default=None)

    @property
    def is_overdue(self) -> bool:
        """Tell whether the limit has passed and something still waits."""
        return self.waiting > 0 and self.limit.is_past


def sheets_of(
    person: Person,
    meeting: Meeting,
    *,
    policy: MeetingPolicy | None = None,
    seen: Iterable[Item] | None = None,
) -> list[Sheet]:
    """Return the person's own sheet, then those of the members he or she prepares for.

    Who has read the items the person sees passes them as ``seen``.
    """
    policy = policy or MeetingPolicy(person, meeting)
    own = [policy.participant] if policy.may_vote and policy.participant else []
    assisted = policy.assisted
    told = _told_to(person, meeting) if seen is None else [i for i in seen if i.is_published]
    _read_positions([*own, *assisted])
    sheets = [_sheet(person, meeting, place, told) for place in own]
    return sheets + [_prepared(person, meeting, place) for place in assisted]


def sheets_before(person: Person, until: datetime) -> Iterator[Sheet]:
    """Give the sheets for the convened meetings that begin before a moment, read together."""
    ahead = [a.place for a in places_ahead_of(person) if a.meeting.state == MeetingState.CONVENED]
    own = [place for place in ahead if place.has_vote and place.meeting.starts_at < until]
    assisted = list(places_prepared_by(person).filter(meeting__starts_at__lt=until))
    if not own and not assisted:
        return
    _read_positions([*own, *assisted])
    items: dict[int, list[Item]] = defaultdict(list)
    for item in _told_to(person, *{place.meeting_id for place in (*own, *assisted)}):
        items[item.meeting_id].append(item)
    for place in own:
        yield _sheet(person, place.meeting, place, items[place.meeting_id])
    for member in {place.person for place in assisted}:
        theirs = set(items_visible_to(member).order_by().values_list("pk", flat=True))
        for place in (one for one in assisted if one.person == member):
            both = [item for item in items[place.meeting_id] if item.pk in theirs]
            yield _sheet(person, place.meeting, place, both, prepares=True)


def marks_on(person: Person, item: Item) -> list[Mark]:
    """Return the person's lines on one item."""
    sheets = sheets_of(person, item.meeting)
    return [sheet.marks[item.pk] for sheet in sheets if item.pk in sheet.marks]


def _read_positions(places: Sequence[Participant]) -> None:
    found = Position.objects.select_related("drafted_by").prefetch_related("news")
    prefetch_related_objects(places, Prefetch("positions", queryset=found))


def _told_to(person: Person, *meetings: Meeting | int) -> QuerySet[Item]:
    items = items_visible_to(person).filter(meeting__in=meetings, published_in__isnull=False)
    return items.select_related("parent").order_by(*IN_ORDER)


def _prepared(person: Person, meeting: Meeting, place: Participant) -> Sheet:
    """Return the sheet of a member an assistant prepares for: on what both of them see."""
    both = _told_to(person, meeting).filter(pk__in=items_visible_to(place.person).values("pk"))
    return _sheet(person, meeting, place, both, prepares=True)


def _sheet(
    reader: Person,
    meeting: Meeting,
    place: Participant,
    items: Iterable[Item],
    *,
    prepares: bool = False,
) -> Sheet:
    known = {position.item_id: position for position in place.positions.all()}
    is_time = meeting.state in BEFORE_THE_END
    limit = deadlines_of(meeting.body_id).before(POSITION, meeting)
    news = news_for(reader, meeting, known.values())
    marks = {
        item.pk: Mark(
            item,
            place,
            known.get(item.pk) or Position(item=item, participant=place),
            prepares,
            is_time and item.state == ItemState.PLANNED,
            limit,
            news.get(item.pk, ()),
        )
        for item in items
    }
    return Sheet(meeting, place, prepares, limit, marks)
