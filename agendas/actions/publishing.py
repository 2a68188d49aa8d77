"""Publishing the agenda: a version goes out, frozen, and says what has changed."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from agendas import notices
from agendas.actions.facts import hold
from agendas.actions.numbers import dealt_with, number_anew
from agendas.comparing import Changed, Line, compare, without_restricted
from agendas.errors import (
    AgendaEmpty,
    NothingToPublish,
    StandsBefore,
    UncheckedItems,
    WaitsForConsent,
)
from agendas.events import AgendaPublished, Change
from agendas.models import Agenda, AgendaVersion, Item
from agendas.numbering import design_labels, taken_into
from agendas.states import ItemState
from agendas.tabled import Tabled, papers_of
from core.clock import now
from core.policies import require
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from people.models import Person
from realtime.journal import announce


@transaction.atomic
def publish_agenda(actor: Person, meeting: Meeting, *, unchecked_for: str = "") -> Agenda:
    """Publish the agenda as it stands, as the next version.

    Items that nobody found formally in order are published for a reason, or not at all. What came
    late waits for the chair.
    """
    require(MeetingPolicy(actor, meeting).may_edit)
    meeting = hold(meeting)
    lines = design_of(meeting)
    _require_news(meeting, lines)
    unchecked = [] if meeting.is_live else unchecked_of(meeting)
    if unchecked and not unchecked_for.strip():
        labels = {line["id"]: line["label"] for line in lines}
        raise UncheckedItems(labels=", ".join(labels[item.pk] for item in unchecked))
    _require_consent(meeting)
    return _publish(actor, meeting, lines, unchecked_for=unchecked_for.strip() if unchecked else "")


def publish_taken(actor: Person, meeting: Meeting, taken: Sequence[Item]) -> Agenda:
    """Publish what the chair took up, and nothing else of the design: the version that stands goes on.

    The meeting is locked, and each item stands behind the others.
    """
    standing = standing_of(meeting)
    told = set(meeting.items.filter(published_in__isnull=False).values_list("pk", flat=True))
    new = {item.pk for item in taken}
    design = [line for line in design_of(meeting) if line["id"] in told | new]
    lines = taken_into(standing.lines if standing else [], design)
    return _publish(actor, meeting, lines, new=new)


def _publish(
    actor: Person,
    meeting: Meeting,
    lines: list[Line],
    *,
    unchecked_for: str = "",
    new: set[int] | None = None,
) -> Agenda:
    """Write these lines as the next version of a locked meeting's agenda; ``new`` else are all."""
    agenda, _is_new = Agenda.objects.select_for_update().get_or_create(meeting=meeting)
    before = _require_news(meeting, lines)
    agenda.version += 1
    agenda.published_at, agenda.published_by = now(), actor
    agenda.save()
    AgendaVersion.objects.create(
        meeting=meeting,
        number=agenda.version,
        lines=lines,
        published_at=agenda.published_at,
        published_by=actor,
        unchecked_for=unchecked_for,
    )
    _show(meeting, agenda, {line["id"] for line in lines} if new is None else new)
    _tell(actor, agenda, _told(agenda, before, lines, unchecked_for))
    news = [line["id"] for line in lines if line["restricted"] and line not in before]
    notices.tell_restricted(actor, meeting, news)
    return agenda


def _show(meeting: Meeting, agenda: Agenda, told: set[int]) -> None:
    """Let what is told for the first time be seen, and number it among the rest."""
    new = meeting.items.filter(pk__in=told, published_in__isnull=True)
    _require_behind(meeting, set(new.order_by().values_list("pk", flat=True)))
    new.update(published_in=agenda.version)
    number_anew(meeting)


def _require_behind(meeting: Meeting, new: set[int]) -> None:
    """Refuse what would give another number to something that was dealt with."""
    fixed = dealt_with(meeting)
    items = list(meeting.items.order_by("position"))
    for item in items:
        among = [one for one in items if _among(one) == _among(item)]
        behind = any(one.pk in fixed for one in among[among.index(item) + 1 :])
        if item.pk in new and behind:
            raise StandsBefore(title=item.title)


def _among(item: Item) -> tuple[int | None, bool]:
    return item.parent_id, item.restricted


def _tell(actor: Person, agenda: Agenda, event: AgendaPublished) -> None:
    """Write it into the journal, and tell all who take part if they see a change."""
    announce(event, actor=actor)
    if event.changes:
        notices.tell_published(actor, agenda)


def unchecked_of(meeting: Meeting) -> list[Item]:
    """Return the planned items that nobody has found formally in order."""
    items = meeting.items.filter(state=ItemState.PLANNED, checked_at__isnull=True)
    return list(items.select_related("parent"))


def design_of(meeting: Meeting) -> list[Line]:
    """Return the agenda as it stands now: what publishing it would freeze."""
    items = meeting.items.select_related("parent__section", "section", "sponsor")
    return lines_of(items, papers_of(meeting).shown)


def lines_of(items: Iterable[Item], papers: dict[int, list[Tabled]]) -> list[Line]:
    """Return items as lines, in order; not what came late and went before the chair consented."""
    items = list(items)
    labels = design_labels(items)
    told = [item for item in items if not item.is_untold]
    return [line_of(item, labels[item.pk], papers.get(item.pk, [])) for item in told]


def line_of(item: Item, label: str, papers: Sequence[Tabled]) -> Line:
    section = item.parent.section if item.parent else item.section
    return Line(
        id=item.pk,
        label=label,
        title=item.title,
        kind=item.kind,
        minutes=item.minutes,
        sponsor=item.sponsor.short_name if item.sponsor else "",
        restricted=item.restricted,
        withdrawn=item.state == ItemState.WITHDRAWN,
        deferred=item.state == ItemState.DEFERRED,
        late=item.late_at is not None,
        urgent=item.is_urgent,
        parent=item.parent_id,
        section=section.pk if section else None,
        heading=section.name if section else "",
        heading_en=section.name_en if section else "",
        papers=[tabled.line for tabled in papers],
    )


def standing_of(meeting: Meeting | int) -> AgendaVersion | None:
    """Return the version that stands: the newest."""
    return AgendaVersion.objects.filter(meeting=meeting).order_by("number").last()


def _require_news(meeting: Meeting, lines: list[Line]) -> list[Line]:
    """Return the lines that stand, if these are others."""
    if not lines:
        raise AgendaEmpty
    standing = standing_of(meeting)
    if standing and standing.lines == lines:
        raise NothingToPublish(version=standing.letter)
    return standing.lines if standing else []


def _require_consent(meeting: Meeting) -> None:
    """Refuse to publish what came late before the chair has consented."""
    late = meeting.items.filter(
        state=ItemState.PLANNED, late_at__isnull=False, late_consent_at__isnull=True
    )
    item = late.first()
    if item:
        raise WaitsForConsent(title=item.title)


def _told(
    agenda: Agenda, before: list[Line], lines: list[Line], unchecked_for: str
) -> AgendaPublished:
    open_lines = without_restricted(lines)
    closed = {paper["id"] for line in lines for paper in line["papers"] if paper["restricted"]}
    open_changes = compare(without_restricted(before, closed), open_lines)
    restricted = [change for change in compare(before, lines) if change not in open_changes]
    return AgendaPublished(
        meeting_id=agenda.meeting_id,
        version=agenda.version,
        letter=agenda.letter,
        items=[
            {"item_id": line["id"], "label": line["label"], "title": line["title"]}
            for line in open_lines
        ],
        changes=_facts(open_changes),
        restricted_changes=_facts(restricted),
        unchecked_for=unchecked_for,
    )


def _facts(changes: Iterable[Changed]) -> list[Change]:
    return [Change(**change) for change in changes]
