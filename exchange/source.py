"""What the house knows, read for the outside: the one place that knows how agendas are kept."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import translation

from agendas.desk import Desk, Row, desk_of
from agendas.models import IN_ORDER, Item
from agendas.numbering import UNNUMBERED
from agendas.states import ItemState, Secrecy
from agendas.tabled import papers_of
from exchange.models import Imported
from exchange.sheets.sheet import Line, Officer, Sheet, Tabled
from exchange.states import DELETED, ImportKind
from meetings.models import Meeting
from papers.models import Paper, PaperVersion
from people.models import Person

GONE_WORDS = {ItemState.WITHDRAWN: "Đã rút", ItemState.DEFERRED: "Chuyển phiên sau"}
Papers = dict[int, tuple[Tabled, ...]]


def sheet_of(person: Person, meeting: Meeting, *, public: bool = False) -> Sheet:
    """Return the agenda as ``person`` sees it; in public form only what is published to all."""
    with translation.override("vi"):
        desk = desk_of(person, meeting)
        papers = papers_on(desk, public=public)
        return _sheet(desk, papers, public=public)


def papers_on(desk: Desk, *, public: bool) -> Papers:
    """Return the papers under each item as its table shows them.

    In public form none that is restricted, and none that waits for the chair's consent.
    """
    lying = {row.item.pk: row.tabled for row in (*desk.rows, *desk.closed_rows)}
    if public:
        lying = papers_of(desk.meeting).read_by(set())
    papers = Paper.objects.in_bulk({one.paper for tabled in lying.values() for one in tabled})
    return {
        item: tuple(_tabled(papers[one.paper]) for one in tabled) for item, tabled in lying.items()
    }


def _tabled(paper: Paper) -> Tabled:
    return Tabled(title=paper.title, role=paper.get_role_display())


def _sheet(desk: Desk, papers: Papers, *, public: bool) -> Sheet:
    meeting, agenda = desk.meeting, desk.agenda
    officers = _officers(meeting)
    shown = [row for row in _told(desk.rows) if row.item.is_published or not public]
    return Sheet(
        meeting_key=meeting.pk,
        body_key=meeting.body_id,
        body=meeting.body.name,
        superior=meeting.body.superior,
        symbol=meeting.body.symbol,
        issued_at=meeting.body.place,
        title=meeting.title,
        place=meeting.place,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        chair=officers.get(meeting.chair_id or 0),
        secretary=officers[meeting.secretary_id],
        version=agenda.letter if agenda else "",
        published_at=agenda.published_at if agenda else None,
        is_draft=not desk.version or bool(desk.changes and not public),
        changed_at=meeting.updated_at,
        lines=_lines(shown, papers, public=public),
        closed_lines=() if public else _lines(_told(desk.closed_rows), papers),
    )


def _officers(meeting: Meeting) -> dict[int, Officer]:
    """Return who chairs and who records, each with the office held there, in one query."""
    places = meeting.participants.filter(person=OuterRef("pk"))
    officers = Person.objects.filter(pk__in=[meeting.chair_id, meeting.secretary_id])
    told = officers.annotate(office=Subquery(places.values("office")[:1]))
    return {one.pk: Officer(key=one.pk, name=str(one), office=one.office or "") for one in told}


def _told(rows: Iterable[Row]) -> list[Row]:
    """Leave out what has no number: nobody but the keepers ever hears of it."""
    return [row for row in rows if row.label != UNNUMBERED]


def _lines(rows: Iterable[Row], papers: Papers, *, public: bool = False) -> tuple[Line, ...]:
    """Return the lines with the numbers of the design to who arranges it, else as all call them."""
    lines, above = [], ""
    for row in rows:
        head = "" if row.item.restricted else _heading(row.item)
        tabled = papers.get(row.item.pk, ())
        label = row.item.label if public else row.label
        lines.append(_line(row, label, tabled, heading=head if head != above else ""))
        above = head
    return tuple(lines)


def _heading(item: Item) -> str:
    section = (item.parent or item).section
    return str(section) if section else ""


def _line(row: Row, label: str, papers: tuple[Tabled, ...], *, heading: str) -> Line:
    item = row.item
    return Line(
        key=item.pk,
        label=label,
        title=item.title,
        kind=item.get_kind_display(),
        sponsor=item.sponsor.name if item.sponsor else "",
        sponsor_key=item.sponsor_id,
        rapporteur=str(item.rapporteur) if item.rapporteur else "",
        minutes=row.minutes,
        starts=row.starts,
        ends=row.starts + timedelta(minutes=row.minutes) if row.starts else None,
        restricted=item.restricted,
        gone=GONE_WORDS.get(ItemState(item.state), ""),
        gone_for=item.withdrawn_for,
        papers=papers,
        heading=heading,
    )


def has_published_agenda(meeting: Meeting) -> bool:
    """Tell whether anything of the agenda was published."""
    return meeting.items.filter(published_in__isnull=False).exists()


def public_items(meetings: "Iterable[int] | QuerySet[Any, Any]") -> QuerySet[Item]:
    """Return what may be told to the public of these meetings' agendas: nothing restricted."""
    items = Item.objects.filter(meeting__in=meetings, published_in__isnull=False, restricted=False)
    items = items.exclude(pk__in=buried(ImportKind.ITEM))
    whole = Q(parent__isnull=True) | Q(parent__restricted=False, parent__secrecy=Secrecy.OPEN)
    items = items.filter(whole, secrecy=Secrecy.OPEN)
    items = items.order_by("meeting", *IN_ORDER)
    return items.select_related("meeting__body", "parent", "sponsor")


def buried(kind: ImportKind) -> QuerySet[Imported, int]:
    """Return the keys of what was imported and then deleted at its source."""
    found = Imported.objects.filter(kind=kind, digest=DELETED)
    return found.values_list("object_key", flat=True)


def is_buried(meeting: Meeting) -> bool:
    return buried(ImportKind.MEETING).filter(object_key=meeting.pk).exists()


def public_papers(items: Iterable[Item], *, until: datetime) -> list[tuple[Paper, PaperVersion]]:
    """Return the papers of items with the version that had been tabled by a moment."""
    items = list(items)
    return laid_by(until, items, papers_under(items))


def papers_under(items: Iterable[Item]) -> list[Paper]:
    """Return the papers of items that may leave the room, with their versions."""
    papers = Paper.objects.filter(
        matter__in=[one.matter_id for one in items],
        withdrawn_at=None,
        restricted=False,
        advice=None,
    )
    return list(papers.prefetch_related("versions").order_by("order", "pk"))


def laid_by(
    until: datetime, items: Iterable[Item], papers: Iterable[Paper]
) -> list[tuple[Paper, PaperVersion]]:
    """Return of these papers what had been tabled by a moment.

    Under an item that is gone only what lay there then; what waited for the chair's consent at
    that moment nowhere.
    """
    last = {one.matter_id: min(until, _end_of(one) or until) for one in items}
    found = []
    for paper in papers:
        made = [one for one in paper.versions.all() if one.made_at <= last[paper.matter_id]]
        versions = [one for one in made if _stood(one, until)]
        if versions:
            found.append((paper, versions[-1]))
    return found


def _stood(version: PaperVersion, until: datetime) -> bool:
    """Tell whether a version was before the meeting by a moment: in time, or taken by the chair."""
    taken_at = version.late_consent_at
    return version.late_at is None or (taken_at is not None and taken_at <= until)


def _end_of(item: Item) -> datetime | None:
    return item.closed_at if item.is_gone else None
