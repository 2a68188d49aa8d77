"""Items of imported agendas: the one place that knows how an agenda is put together in bulk."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from agendas.models import Item, Matter
from agendas.states import ItemKind, ItemState
from core.clock import now
from exchange.importing.burying import REASON, WORKED_ON, end_items
from exchange.importing.job import Job
from exchange.importing.meetings import open_to_import
from exchange.importing.values import (
    PLACE,
    Thing,
    flag,
    identity,
    inside,
    link,
    links,
    moment,
    number,
    text,
)
from exchange.states import ImportKind
from meetings.models import Meeting
from meetings.states import MeetingState

ITEM, MEETING, CONSULTATION = ImportKind.ITEM, ImportKind.MEETING, ImportKind.CONSULTATION
ASIDE = 16_000  # where items wait while their agenda is put in order
BATCH = 400
RENEWED = ("title", "restricted", "conclusion", "opened_at", "closed_at", "state", "withdrawn_for")
FATE = ("closed_at", "state", "withdrawn_for")  # what was decided here of an item that is gone
Series = tuple[int, bool]


@dataclass(frozen=True)
class ItemFacts:
    """What is read of an agenda item. ``rank`` is its order at the source, which may have gaps."""

    id: str
    meeting: str
    title: str
    rank: int
    restricted: bool
    conclusion: str
    opened_at: datetime | None
    closed_at: datetime | None
    consultations: tuple[str, ...]


def take_items(job: Job, things: list[Thing]) -> None:
    """Take in agenda items and number every agenda they belong to without gaps."""
    told = job.sort(ITEM, things, _item)
    open_ones = open_to_import(_keys(job, [*told.new, *told.changed]))
    new = [one for one in told.new if _may_change(job, one, open_ones)]
    changed = [one for one in told.changed if _may_change(job, one, open_ones)]
    for facts in changed:
        known = job.ledger.get(ITEM, facts.id)
        job.note(ITEM, facts, known.key if known else 0, facts.rank)
    if job.is_dry:
        for facts in new:
            job.note(ITEM, facts, job.ledger.planned_key(), facts.rank)
    else:
        _write(job, new, changed)
    for facts in (*new, *changed):
        for name in facts.consultations:
            remember(job, name, job.ledger.key(ITEM, facts.id) or 0)
    end_items(job, told.gone)


def take_consultations(job: Job, things: list[Thing]) -> None:
    """Remember which paper is dealt with under which item."""
    for thing in things:
        name, paper = identity(thing), link(thing, "paper")
        item = job.ledger.key(ITEM, link(thing, "agendaItem"))
        item = item or job.ledger.key(CONSULTATION, name)
        if item is None or flag(thing, "deleted"):
            continue
        for one in (name, paper and f"{paper}#item"):
            if one:
                remember(job, one, item)


def remember(job: Job, name: str, item: int) -> None:
    """Remember that a consultation, or a paper, belongs to an item."""
    if name and job.ledger.key(CONSULTATION, name) != item:
        job.ledger.note(CONSULTATION, name[:500], item, "")


def _item(job: Job, thing: Thing) -> ItemFacts | None:
    name, meeting, label = identity(thing), link(thing, "meeting"), text(thing, "number", 20)
    title = text(thing, "name", 500) or (label and f"Nội dung {label}")
    if not title or job.ledger.key(MEETING, meeting) is None:
        why = "its meeting is not known" if title else "it has neither name nor number"
        job.skip(ITEM, name, why)
        return None
    return ItemFacts(
        id=name,
        meeting=meeting,
        title=title,
        rank=_rank(job, thing),
        restricted=flag(thing, "public") is False,
        conclusion=text(thing, "resolutionText", 20_000, lines=True) or text(thing, "result", 500),
        opened_at=moment(thing, "start"),
        closed_at=moment(thing, "end"),
        consultations=_consultations(thing),
    )


def _rank(job: Job, thing: Thing) -> int:
    """Return the order; where none is told, the place in the meeting, or the one known before."""
    known = job.ledger.get(ITEM, identity(thing))
    candidates = (
        number(thing, "order"),
        number(thing, PLACE),
        known.rank if known else None,
        number(thing, "number"),
    )
    return next((one for one in candidates if one is not None), 0)


def _consultations(thing: Thing) -> tuple[str, ...]:
    """Return what the item itself says of consultations; those inside it are taken in themselves."""
    return () if inside(thing, "consultation") else tuple(links(thing, "consultation"))


def _keys(job: Job, facts: Iterable[ItemFacts]) -> list[int]:
    return [job.ledger.key(MEETING, one.meeting) or 0 for one in facts]


def _may_change(job: Job, facts: ItemFacts, open_ones: set[int]) -> bool:
    key = job.ledger.key(MEETING, facts.meeting) or 0
    if key in open_ones or key < 0:
        return True
    job.drop(ITEM, facts, f"its meeting: {WORKED_ON}")
    return False


def _write(job: Job, new: Sequence[ItemFacts], changed: Sequence[ItemFacts]) -> None:
    """Write items with their final places: who has to give way waits aside meanwhile."""
    meetings = Meeting.objects.in_bulk(set(_keys(job, [*new, *changed])))
    rows = _rows(job, new, meetings)
    stands = {item.pk: item for item in Item.objects.filter(meeting__in=meetings, parent=None)}
    touched = [stands[key] for facts in changed if (key := _key(job, facts)) in stands]
    for facts in changed:
        _renew(job, stands.get(_key(job, facts)), facts, meetings)
    moved = _placed(job, list(stands.values()), list(zip(new, rows, strict=True)))
    with _unnumbered([*stands.values(), *rows]), _aside(moved):
        Item.objects.bulk_update(touched, RENEWED, batch_size=BATCH)
        Item.objects.bulk_create(rows, batch_size=BATCH)
    for facts, row in zip(new, rows, strict=True):
        job.note(ITEM, facts, row.pk, facts.rank)


@contextmanager
def _aside(moved: Sequence[Item]) -> Iterator[None]:
    """Let items wait aside, and take their new places afterwards: no place is taken twice."""
    final = [item.position for item in moved]
    for offset, item in enumerate(moved):
        item.position = ASIDE + offset
    Item.objects.bulk_update(moved, ["position"], batch_size=BATCH)
    yield
    for item, position in zip(moved, final, strict=True):
        item.position = position
    Item.objects.bulk_update(moved, ["position"], batch_size=BATCH)


@contextmanager
def _unnumbered(items: Sequence[Item]) -> Iterator[None]:
    """Give items new numbers: such an agenda is published whole, and each is called by its place."""
    for item in items:
        item.number = None
    Item.objects.filter(pk__in=[item.pk for item in items if item.pk]).update(number=None)
    yield
    told = [item for item in items if item.is_published]
    for item in told:
        item.number = item.position
    Item.objects.bulk_update(told, ["number"], batch_size=BATCH)


def _key(job: Job, facts: ItemFacts) -> int:
    return job.ledger.key(ITEM, facts.id) or 0


def _rows(job: Job, new: Sequence[ItemFacts], meetings: dict[int, Meeting]) -> list[Item]:
    """Return new items, each with a matter of its own that its papers belong to."""
    moment_of_import = now()
    matters = [Matter(body=job.body, made_at=moment_of_import) for _facts in new]
    Matter.objects.bulk_create(matters, batch_size=BATCH)
    rows = []
    for facts, matter in zip(new, matters, strict=True):
        meeting = meetings[job.ledger.key(MEETING, facts.meeting) or 0]
        rows.append(Item(meeting=meeting, matter=matter, **_fields(facts, meeting)))
    return rows


def _fields(facts: ItemFacts, meeting: Meeting) -> dict[str, Any]:
    """Return an item's fields: of a past meeting it is concluded and published, else only planned."""
    is_past = meeting.state == MeetingState.IMPORTED
    return {
        "title": facts.title,
        "kind": ItemKind.DISCUSSION,
        "restricted": facts.restricted,
        "conclusion": facts.conclusion if is_past else "",
        "opened_at": facts.opened_at if is_past else None,
        "closed_at": facts.closed_at if is_past else None,
        "state": ItemState.DONE if is_past else ItemState.PLANNED,
        "published_in": 1 if is_past else None,
        "withdrawn_for": "",
    }


def _renew(job: Job, item: Item | None, facts: ItemFacts, meetings: dict[int, Meeting]) -> None:
    if item is None:
        return
    fields = _fields(facts, meetings[item.meeting_id])
    fields["restricted"] |= item.restricted  # an import opens nothing that is closed here
    if item.is_gone and item.withdrawn_for != REASON:
        fields |= {name: getattr(item, name) for name in FATE}
    for name in RENEWED:
        setattr(item, name, fields[name])


def _placed(job: Job, stands: Sequence[Item], new: Sequence[tuple[ItemFacts, Item]]) -> list[Item]:
    """Number every series from 1 in the order of the source; return the standing items that move."""
    known = job.ledger.by_key(ITEM)
    series: dict[Series, list[tuple[tuple[int, int, str], Item]]] = defaultdict(list)
    for item in stands:
        name, told = known.get(item.pk, ("", None))
        order = (0, told.rank, name) if told else (1, item.position, "")
        series[item.meeting_id, item.restricted].append((order, item))
    for facts, item in new:
        place = (0, facts.rank, facts.id)
        series[item.meeting_id, item.restricted].append((place, item))
    moved = []
    for items in series.values():
        for position, (_order, item) in enumerate(sorted(items, key=_order_of), start=1):
            if item.pk and item.position != position:
                moved.append(item)
            item.position = position
    return moved


def _order_of(entry: tuple[tuple[int, int, str], Item]) -> tuple[int, int, str]:
    return entry[0]
