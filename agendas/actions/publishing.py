"""Publishing the agenda: a new version goes out and says what has changed."""

from collections.abc import Iterable

from django.db import transaction

from agendas import notices
from agendas.actions.facts import hold
from agendas.errors import AgendaEmpty, NothingToPublish
from agendas.events import AgendaPublished, Change
from agendas.models import Agenda, Item
from agendas.rules import Changed, Line, compare
from agendas.states import ItemState
from core.clock import now
from core.policies import require
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from people.models import Person
from realtime.journal import announce


@transaction.atomic
def publish_agenda(actor: Person, meeting: Meeting) -> Agenda:
    """Publish the agenda as it stands, as the next version."""
    require(MeetingPolicy(actor, meeting).may_edit)
    return publish(actor, hold(meeting))


def publish(actor: Person, meeting: Meeting) -> Agenda:
    """Write the next version of a locked meeting's agenda."""
    agenda, _is_new = Agenda.objects.select_for_update().get_or_create(meeting=meeting)
    lines = lines_of(meeting.items.select_related("parent", "sponsor"))
    _require_news(agenda, lines)
    before = agenda.snapshot
    agenda.version += 1
    agenda.published_at, agenda.published_by, agenda.snapshot = now(), actor, lines
    agenda.save()
    meeting.items.filter(published_in__isnull=True).update(published_in=agenda.version)
    event = _told(agenda, before)
    announce(event, actor=actor)
    if event.changes:
        notices.tell_published(actor, agenda)
    news = [line["id"] for line in series_of(lines, restricted=True) if line not in before]
    notices.tell_restricted(actor, meeting, news)
    return agenda


def lines_of(items: Iterable[Item]) -> list[Line]:
    """Return items as lines, in order."""
    return [line_of(item) for item in items]


def line_of(item: Item) -> Line:
    return Line(
        id=item.pk,
        label=item.label,
        title=item.title,
        kind=item.kind,
        minutes=item.minutes,
        sponsor=item.sponsor.short_name if item.sponsor else "",
        restricted=item.restricted,
        withdrawn=item.state == ItemState.WITHDRAWN,
    )


def series_of(lines: list[Line], *, restricted: bool) -> list[Line]:
    """Return the lines of one series."""
    return [line for line in lines if line["restricted"] == restricted]


def changes_since(
    agenda: Agenda | None, items: Iterable[Item], *, restricted: bool
) -> list[Changed]:
    """Tell what publishing these items would change in one series."""
    before: list[Line] = agenda.snapshot if agenda else []
    after = lines_of(items)
    return compare(
        series_of(before, restricted=restricted), series_of(after, restricted=restricted)
    )


def _require_news(agenda: Agenda, lines: list[Line]) -> None:
    if not lines:
        raise AgendaEmpty
    if agenda.version and agenda.snapshot == lines:
        raise NothingToPublish(version=agenda.version)


def _told(agenda: Agenda, before: list[Line]) -> AgendaPublished:
    told = {
        restricted: compare(
            series_of(before, restricted=restricted),
            series_of(agenda.snapshot, restricted=restricted),
        )
        for restricted in (False, True)
    }
    open_lines = series_of(agenda.snapshot, restricted=False)
    return AgendaPublished(
        meeting_id=agenda.meeting_id,
        version=agenda.version,
        items=[
            {"item_id": line["id"], "label": line["label"], "title": line["title"]}
            for line in open_lines
        ],
        changes=[Change(**change) for change in told[False]],
        restricted_changes=[Change(**change) for change in told[True]],
    )
