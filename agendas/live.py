"""What a meeting's live page knows of the agenda, the queue of speakers and the clock."""

from typing import TypedDict

from django.db.models import Count, F, Q, QuerySet

from agendas.models import IN_ORDER, Agenda, Item, Section, Speech, Timer
from agendas.numbering import UNNUMBERED
from agendas.policies import is_guest, items_shown_on, items_visible_to
from agendas.reach import reach
from agendas.states import GONE, ItemState, SpeechState
from people.models import Person
from realtime.live import JSON, Audience, personal, section

AGENDA = ("item.", "agenda.", "paper.", "release.")
SPEAKING = ("speech.", "item.")
TIMER = ("timer.", "item.", "meeting.")
LAY_THERE = ~Q(state__in=GONE) | Q(matter__papers__versions__made_at__lte=F("closed_at"))
KEPT = Q(matter__papers__withdrawn_at__isnull=True) & LAY_THERE
SHOWN = (
    KEPT
    & Q(matter__papers__restricted=False)
    & Q(matter__papers__versions__made_at__lte=F("read_until"))
    & (
        Q(matter__papers__versions__late_at__isnull=True)
        | Q(matter__papers__versions__late_consent_at__isnull=False)
    )
)
LIVE = [SpeechState.WAITING, SpeechState.SPEAKING]


class AgendaLine(TypedDict):
    """One item on the live page."""

    id: int
    label: str
    title: str
    kind: str
    state: str
    minutes: int
    sponsor: str
    sponsor_en: str
    papers: int
    parent: int | None
    section: int | None
    urgent: bool
    published: bool


@section("agenda", on=AGENDA)
def agenda_now(meeting_id: int, audience: Audience) -> JSON:
    """Tell the items; restricted ones to the console alone."""
    agenda = Agenda.objects.filter(meeting=meeting_id).first()
    current = Item.objects.filter(meeting=meeting_id, state=ItemState.OPEN).first()
    everything = audience == "console"
    shown = _with_papers(_shown(meeting_id, audience), everything=everything)
    items = timed([_line(item) for item in shown])
    return {
        "version": agenda.letter if agenda else "",
        "headings": _headings(meeting_id, {item["section"] for item in items}),
        "items": items,
        "current": current.pk if current and _is_for(current, audience) else None,
        "closed_door": bool(current and (current.restricted or not _is_for(current, audience))),
    }


@section("speaking", on=SPEAKING)
def speaking(meeting_id: int, audience: Audience) -> JSON:
    """Tell who asked to speak on the current item, in order; nothing behind closed doors."""
    current = Item.objects.filter(meeting=meeting_id, state=ItemState.OPEN).first()
    if current is None or not _is_for(current, audience):
        return {"open": False, "queue": []}
    speeches = current.speeches.filter(state__in=LIVE).select_related("participant__person")
    return {"open": True, "queue": [_speech(speech) for speech in speeches]}


@section("timer", on=TIMER)
def timer_now(meeting_id: int, audience: Audience) -> JSON:
    """Tell the clock: its end while it runs, the seconds left while it stands."""
    timer = Timer.objects.filter(meeting=meeting_id).first()
    if timer is None:
        return None
    return {
        "label": "" if audience == "guest" else timer.label,
        "started_at": _iso(timer.started_at),
        "ends_at": _iso(timer.ends_at),
        "left_s": timer.left_seconds,
    }


@personal("request", on=(*SPEAKING, "attendance."))
def own_request(meeting_id: int, person: Person) -> JSON:
    """Tell somebody's own request on the current item."""
    speech = Speech.objects.filter(
        item__meeting=meeting_id,
        item__state=ItemState.OPEN,
        participant__person=person,
        state__in=LIVE,
    ).first()
    return {"id": speech.pk, "state": speech.state} if speech else None


@personal("item", on=(*AGENDA, "participant."))
def own_item(meeting_id: int, person: Person) -> JSON:
    """Tell those who may see it which item is discussed, where the state does not tell them."""
    items = items_visible_to(person).filter(meeting=meeting_id, state=ItemState.OPEN)
    if not is_guest(person, meeting_id):
        items = items.filter(restricted=True)
    for item in _with_papers(items):
        return _line(item)
    return None


@personal("items", on=(*AGENDA, "participant."))
def own_items(meeting_id: int, person: Person) -> JSON:
    """Tell a guest the items he or she is invited for; everybody else has the whole agenda."""
    if not is_guest(person, meeting_id):
        return None
    return [
        _line(item) for item in _with_papers(items_visible_to(person).filter(meeting=meeting_id))
    ]


def _shown(meeting_id: int, audience: Audience) -> QuerySet[Item]:
    if audience == "guest":
        return Item.objects.none()
    if audience == "console":
        return Item.objects.filter(meeting=meeting_id)
    return items_shown_on(meeting_id)


def _is_for(item: Item, audience: Audience) -> bool:
    return audience == "console" or (audience != "guest" and not item.restricted)


def _with_papers(items: QuerySet[Item], *, everything: bool = False) -> QuerySet[Item]:
    """Count the papers that everybody who sees the item sees; the console counts all."""
    tabled = Count("matter__papers", filter=KEPT if everything else SHOWN, distinct=True)
    items = items.select_related("parent", "sponsor").alias(read_until=reach())
    items = items.annotate(paper_count=tabled)
    return items.order_by(*IN_ORDER)  # counting drops the order of Meta


def _headings(meeting_id: int, shown: set[int | None]) -> list[dict[str, JSON]]:
    """Tell the headings under which something is shown, in order, in both languages."""
    sections = Section.objects.filter(meeting=meeting_id, pk__in=[key for key in shown if key])
    return [{"id": one.pk, "name": one.name, "name_en": one.name_en} for one in sections]


def _line(item: Item) -> AgendaLine:
    """Tell one item; the console has those too that nobody has seen yet, without a number."""
    unnumbered = f"H{UNNUMBERED}" if item.restricted else UNNUMBERED
    return AgendaLine(
        id=item.pk,
        label=item.label if item.is_published else unnumbered,
        title=item.title,
        kind=item.kind,
        state=item.state,
        minutes=item.minutes,
        sponsor=item.sponsor.short_name if item.sponsor else "",
        sponsor_en=item.sponsor.short_name_en if item.sponsor else "",
        papers=item.paper_count,  # type: ignore[attr-defined] # annotated
        parent=item.parent_id,
        section=item.parent.section_id if item.parent else item.section_id,
        urgent=item.is_urgent,
        published=item.is_published,
    )


def timed(lines: list[AgendaLine]) -> list[AgendaLine]:
    """Give an item with sub-items the minutes that they take together."""
    for line in lines:
        subs = [s["minutes"] for s in lines if s["parent"] == line["id"] and s["state"] not in GONE]
        line["minutes"] = sum(subs) if subs else line["minutes"]
    return lines


def _speech(speech: Speech) -> JSON:
    place = speech.participant
    return {
        "id": speech.pk,
        "p": place.pk,
        "name": str(place.person),
        "office": place.office,
        "office_en": place.office_en,
        "state": speech.state,
        "requested_at": _iso(speech.requested_at),
        "started_at": _iso(speech.started_at),
        "limit_s": speech.limit_seconds,
    }


def _iso(moment: object) -> str | None:
    return moment.isoformat() if hasattr(moment, "isoformat") else None
