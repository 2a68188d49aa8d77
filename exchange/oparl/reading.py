"""Before anybody reads: has the record moved on, or has a gate opened, since the shelf was laid?"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import CharField, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat

from core.clock import now
from exchange.models import Reading, Release
from exchange.oparl.composing import compose_body, compose_meeting
from exchange.policies import public_bodies
from exchange.states import Audience
from meetings.models import Meeting
from people.models import Body
from realtime.journal import last_number
from realtime.models import Room


def freshen() -> None:
    """Lay down again whatever has changed. Two questions when nothing has."""
    bodies = list(_behind(public_bodies(), "body"))
    meetings = list(_behind(_released(), "meeting").select_related("body"))
    if bodies or meetings:
        with transaction.atomic():
            _renew(bodies, meetings)


def renew(meeting: Meeting) -> None:
    """Lay down a meeting again at once, within the deed that changes what is public of it."""
    if public_bodies().filter(pk=meeting.body_id).exists():
        _renew([], [meeting])


def _released() -> QuerySet[Meeting]:
    """Return the meetings that are, or once were, public or confirmed to become so."""
    gates = Release.objects.filter(audience=Audience.PUBLIC, released_at__isnull=False)
    return Meeting.objects.filter(body__in=public_bodies(), pk__in=gates.values("meeting"))


def _behind(things: QuerySet, about: str) -> QuerySet:  # type: ignore[type-arg] # bodies or meetings
    """Keep the things whose journal has gone on since they were read, or whose gate has opened."""
    key = Concat(Value(f"{about}."), Cast("pk", CharField()), output_field=CharField())
    room = Room.objects.filter(key=OuterRef("room_key")).values("last_number")
    read = Reading.objects.filter(room_key=OuterRef("room_key"))
    things = things.annotate(room_key=key).annotate(
        head=Coalesce(Subquery(room), 0),
        seen=Subquery(read.values("number")),
        seen_at=Subquery(read.values("read_at")),
    )
    behind = Q(seen__isnull=True) | ~Q(seen=F("head"))
    if about == "meeting":
        opened = Release.objects.filter(
            meeting=OuterRef("pk"), audience=Audience.PUBLIC, released_at__lte=now()
        )
        newest = opened.order_by("-released_at").values("released_at")[:1]
        things = things.annotate(public_since=Subquery(newest))
        behind |= Q(public_since__gt=F("seen_at"))
    return things.filter(behind)


def _renew(bodies: Iterable[Body], meetings: Iterable[Meeting]) -> None:
    """Compose bodies first: what meetings refer to has to be there."""
    meetings = _with_siblings(list(meetings))
    wanted = {body.pk: body for body in [*bodies, *(one.body for one in meetings)]}
    for body in wanted.values():
        _note(f"body.{body.pk}")
        compose_body(body)
    for meeting in meetings:
        _note(f"meeting.{meeting.pk}")
        compose_meeting(meeting)


def _with_siblings(meetings: list[Meeting]) -> list[Meeting]:
    """Add the public meetings that deal with the same matters: they share papers."""
    matters = Meeting.objects.filter(pk__in=[one.pk for one in meetings]).values("items__matter")
    shared = (
        _released().filter(items__matter__in=matters).exclude(pk__in=[one.pk for one in meetings])
    )
    return [*meetings, *shared.distinct().select_related("body")]


def _note(room_key: str) -> None:
    """Remember how far the journal is read; taking the row keeps two readers apart."""
    Reading.objects.get_or_create(room_key=room_key, defaults={"read_at": now()})
    reading = Reading.objects.select_for_update().get(room_key=room_key)
    reading.number, reading.read_at = last_number(room_key), now()
    reading.save(update_fields=["number", "read_at"])
