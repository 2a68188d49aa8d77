"""The agenda as a table: each line with its planned moment, its papers, and what has changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agendas.actions.publishing import changes_since
from agendas.counts import papers_seen_by
from agendas.models import Agenda, Item
from agendas.policies import items_visible_to
from agendas.rules import Changed
from agendas.states import ItemState
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from meetings.states import MeetingState
from people.models import Person
from realtime.journal import read

CHANGES: dict[str, Promise] = {
    "added": _("Item %(label)s is new: %(title)s"),
    "removed": _("No longer on the agenda: %(title)s (was item %(before)s)"),
    "withdrawn": _("Item %(label)s is withdrawn: %(title)s"),
    "moved": _("Item %(before)s becomes item %(label)s: %(title)s"),
    "renamed": _("Item %(label)s was called “%(before)s”; now “%(title)s”"),
    "edited": _("Item %(label)s has another kind, sponsor or time: %(title)s"),
}
SECOND = 2
SETTLED = {
    MeetingState.ADJOURNED,
    MeetingState.SEALED,
    MeetingState.CANCELLED,
    MeetingState.IMPORTED,
}


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    item: Item
    papers: int
    starts: datetime | None
    changed: bool


@dataclass(frozen=True)
class Desk:
    """Everything the page of an agenda shows."""

    meeting: Meeting
    agenda: Agenda | None
    policy: MeetingPolicy
    rows: list[Row]
    closed_rows: list[Row]
    changes: list[str]
    news: list[str]
    may_arrange: bool

    @property
    def minutes(self) -> int:
        """Return the minutes planned for what is not withdrawn."""
        everything = [*self.rows, *self.closed_rows]
        return sum(r.item.minutes for r in everything if r.item.state != ItemState.WITHDRAWN)

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
    def version(self) -> int:
        return self.agenda.version if self.agenda else 0

    @property
    def may_publish(self) -> bool:
        return self.may_arrange and bool(self.changes)


def desk_of(person: Person, meeting: Meeting) -> Desk:
    """Return a meeting's agenda as one person sees it."""
    policy = MeetingPolicy(person, meeting)
    agenda = Agenda.objects.filter(meeting=meeting).first()
    seen = items_of(person, meeting)
    may_arrange = policy.may_edit and meeting.state not in SETTLED
    changes = _changes(agenda, seen) if may_arrange else []
    changed = {change["item_id"] for change in changes}
    papers = papers_seen_by(person, [item.matter_id for item in seen])
    rows = _rows(meeting, [item for item in seen if not item.restricted], changed, papers)
    closed = [item for item in seen if item.restricted]
    closed_rows = _rows(meeting, closed, changed, papers, timed=False)
    words = [words_of(change) for change in changes]
    news = [words_of(change) for change in _news(agenda, person)]
    return Desk(meeting, agenda, policy, rows, closed_rows, words, news, may_arrange)


def items_of(person: Person, meeting: Meeting) -> list[Item]:
    """Return the items of a meeting that a person sees."""
    items = items_visible_to(person).filter(meeting=meeting)
    items = items.select_related("parent", "sponsor", "rapporteur")
    return list(items.order_by("restricted", "position"))


def words_of(change: Changed) -> str:
    """Tell one difference between two versions."""
    return str(CHANGES[change["what"]]) % change


def _changes(agenda: Agenda | None, items: list[Item]) -> list[Changed]:
    """Tell what publishing now would change, in both series. The first version is all new."""
    if not items:
        return []
    return [c for r in (False, True) for c in changes_since(agenda, items, restricted=r)]


def _news(agenda: Agenda | None, person: Person) -> list[Changed]:
    """Tell what the published version changed, without a word of what the person may not see."""
    if agenda is None or agenda.version < SECOND:
        return []
    told = read(f"meeting.{agenda.meeting_id}").filter(name="agenda.published").last()
    if told is None:
        return []
    hidden = Item.objects.filter(meeting=agenda.meeting_id).exclude(
        pk__in=items_visible_to(person).values("pk")
    )
    unseen = set(hidden.values_list("pk", flat=True))
    return [change for change in told.facts["changes"] if change.get("item_id") not in unseen]


def _rows(
    meeting: Meeting,
    items: Iterable[Item],
    changed: set[int],
    papers: dict[int, int],
    *,
    timed: bool = True,
) -> list[Row]:
    rows, moment = [], meeting.starts_at
    for item in items:
        runs = timed and item.state != ItemState.WITHDRAWN
        count = papers.get(item.matter_id, 0)
        rows.append(Row(item, count, moment if runs else None, item.pk in changed))
        moment += timedelta(minutes=item.minutes if runs else 0)
    return rows
