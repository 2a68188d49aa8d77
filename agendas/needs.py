"""What an agenda needs of a person: to be published, or that positions be given or prepared."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agendas.designs import designs_of, versions_of
from agendas.models import IN_ORDER, Item, Position
from agendas.policies import meetings_presided_by
from agendas.sheets import Sheet, sheets_before
from agendas.states import OPPOSING, ItemState
from core.clock import now
from core.needs import Group, Need, needs_me
from meetings.ahead import open_meetings_kept_by
from meetings.models import Meeting
from meetings.states import MeetingState
from people.models import Person

AHEAD, SOON = timedelta(days=14), timedelta(days=2)
OPEN = [MeetingState.DRAFT, MeetingState.CONVENED, MeetingState.IN_SESSION, MeetingState.SUSPENDED]


@needs_me("agenda")
def agendas_to_publish(person: Person) -> Iterator[Need]:
    """Tell chair and secretary of agendas that differ from what was published."""
    kept = {one.meeting.pk: one.meeting for one in open_meetings_kept_by(person)}
    designs = designs_of(kept.values()) if kept else {}
    standing = versions_of([kept[key] for key in designs]) if designs else {}
    for key, design in designs.items():
        version = standing.get(key)
        if design and (version is None or version.lines != design):
            yield _to_publish(kept[key], is_again=version is not None)


@needs_me("agenda")
def late_items_to_take(person: Person) -> Iterator[Need]:
    """Tell the chair of items that came after the limit and wait for consent."""
    if not open_meetings_kept_by(person):
        return
    waiting = Item.objects.filter(
        meeting__in=meetings_presided_by(person).filter(state__in=OPEN),
        state=ItemState.PLANNED,
        late_at__isnull=False,
        late_consent_at__isnull=True,
    )
    for item in waiting.select_related("meeting", "parent").order_by("meeting", *IN_ORDER):
        yield Need(
            title=item.title,
            url=reverse("agendas:item", args=[item.pk]),
            verb=_("Decide on a late item"),
            when=item.meeting.starts_at,
            detail=item.late_for,
        )


@needs_me("position")
def positions_to_give(person: Person) -> Iterator[Need]:
    """Tell members of items without a position of theirs, assistants of what is to be prepared."""
    for sheet in sheets_before(person, now() + AHEAD):
        if sheet.waiting:
            yield _to_mark(sheet.meeting, sheet)
        if sheet.outdated and not sheet.prepares:
            yield _to_confirm(sheet.meeting, sheet)


@needs_me("position")
def objections_received(person: Person) -> Iterator[Need]:
    """Tell chair and secretary that something on the agenda is opposed."""
    kept = [one.meeting for one in open_meetings_kept_by(person)]
    convened = {one.pk: one for one in kept if one.state == MeetingState.CONVENED}
    if not convened:
        return
    opposing = Position.objects.filter(
        stance__in=OPPOSING, item__state=ItemState.PLANNED, item__meeting__in=convened
    )
    counts = opposing.order_by().values("item__meeting").annotate(count=Count("pk"))
    for meeting, count in counts.values_list("item__meeting", "count"):
        yield _to_look_at(convened[meeting], count)


def _to_mark(meeting: Meeting, sheet: Sheet) -> Need:
    count = sheet.waiting
    if sheet.prepares:
        verb = _("Prepare positions")
        words = ngettext(
            "%(count)s item waits; for %(name)s", "%(count)s items wait; for %(name)s", count
        )
        detail = words % {"count": count, "name": sheet.place.person}
    else:
        words = ngettext(
            "Give your position on %(count)s item",
            "Give your position on %(count)s items",
            count,
        )
        verb, detail = words % {"count": count}, ""
    if sheet.is_overdue:
        told = _("Overdue; still taken until the item is reached")
        detail = f"{told} · {detail}" if detail else told
    return Need(
        title=meeting.title,
        url=reverse("agendas:agenda", args=[meeting.pk]),
        verb=verb,
        group=_group(sheet.limit.moment),
        when=sheet.limit.moment,
        detail=detail,
    )


def _to_confirm(meeting: Meeting, sheet: Sheet) -> Need:
    count = len(sheet.outdated)
    words = ngettext(
        "Confirm or change your position on %(count)s item",
        "Confirm or change your position on %(count)s items",
        count,
    )
    return Need(
        title=meeting.title,
        url=reverse("agendas:agenda", args=[meeting.pk]),
        verb=words % {"count": count},
        group=_group(meeting.starts_at),
        when=meeting.starts_at,
        detail=_("Something has changed since you gave it. It stands until you change it."),
    )


def _to_look_at(meeting: Meeting, count: int) -> Need:
    words = ngettext(
        "%(count)s objection or wish to speak", "%(count)s objections and wishes to speak", count
    )
    return Need(
        title=meeting.title,
        url=reverse("agendas:positions", args=[meeting.pk]),
        verb=_("See the objections"),
        group=_group(meeting.starts_at),
        when=meeting.starts_at,
        detail=words % {"count": count},
    )


def _group(deadline: datetime) -> Group:
    return "now" if deadline - now() < SOON else "week"


def _to_publish(meeting: Meeting, *, is_again: bool) -> Need:
    return Need(
        title=meeting.title,
        url=reverse("agendas:agenda", args=[meeting.pk]),
        verb=_("Publish the agenda"),
        group="week",
        when=meeting.starts_at,
        detail=_("The agenda has changed since it was published.") if is_again else "",
    )
