"""What was deleted at the source is deleted softly here: ended, withdrawn, cancelled; never erased.

What was worked on here since is left alone and reported.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from agendas.models import Item
from agendas.states import ItemState
from core.clock import now
from exchange.events import DeletionFollowed
from exchange.importing.job import Job
from exchange.importing.values import Thing, day, identity
from exchange.states import ImportKind
from meetings.models import Meeting
from meetings.states import MeetingState
from papers.models import Paper
from people.models import Membership
from realtime.journal import announce
from realtime.models import Entry

OURS_TO_CHANGE = (MeetingState.IMPORTED, MeetingState.DRAFT, MeetingState.CANCELLED)
WORKED_ON = "it was worked on here since"
STAYS = "it is deleted at the source; it stays here for what it is named in"
OWN = ("meeting.imported", "import.", "release.")  # what is no work on the record itself
REASON = "Đã xóa ở hệ thống nguồn"


def untouched(keys: Iterable[int]) -> set[int]:
    """Lock meetings, and return those among them on whose record nobody has worked here."""
    open_ones = Meeting.objects.filter(pk__in=set(keys), state__in=OURS_TO_CHANGE)
    open_ones = open_ones.select_for_update().order_by("pk")
    rooms = {f"meeting.{pk}": pk for pk in open_ones.values_list("pk", flat=True)}
    worked = Entry.objects.filter(room__key__in=rooms)
    for beginning in OWN:
        worked = worked.exclude(name__startswith=beginning)
    return set(rooms.values()) - {rooms[key] for key in worked.values_list("room__key", flat=True)}


def end_meetings(job: Job, things: list[Thing]) -> None:
    """Cancel meetings: nobody was ever called to one that was imported, so it is seen no more."""
    for thing, key in _standing(job, ImportKind.MEETING, things):
        meeting = Meeting.objects.filter(pk__in=untouched([key])).first()
        if meeting is None:
            job.skip(ImportKind.MEETING, identity(thing), WORKED_ON)
            continue
        if not job.is_dry:
            meeting.state, meeting.cancelled_for = MeetingState.CANCELLED, REASON
            meeting.save(update_fields=["state", "cancelled_for", "updated_at"])
            _tell(job, meeting, ImportKind.MEETING, identity(thing), meeting.title)
        job.bury(ImportKind.MEETING, identity(thing))


def end_items(job: Job, things: list[Thing]) -> None:
    """Withdraw items; they keep their place, as an item that is withdrawn here does."""
    for thing, key in _standing(job, ImportKind.ITEM, things):
        item = Item.objects.select_related("meeting").filter(pk=key).first()
        if item is None or item.meeting_id not in untouched([item.meeting_id]):
            job.skip(ImportKind.ITEM, identity(thing), f"its meeting: {WORKED_ON}")
            continue
        if not job.is_dry:
            item.state, item.withdrawn_for = ItemState.WITHDRAWN, REASON
            item.closed_at = item.closed_at or now()
            item.save(update_fields=["state", "withdrawn_for", "closed_at"])
            _tell(job, item.meeting, ImportKind.ITEM, identity(thing), _name_of(item))
        job.bury(ImportKind.ITEM, identity(thing))


def end_papers(job: Job, things: list[Thing]) -> None:
    """Withdraw papers under the items that deal with them, if nobody has worked on these meetings."""
    for thing, key in _standing(job, ImportKind.PAPER, things):
        paper = Paper.objects.filter(pk=key).first()
        items = list(Item.objects.filter(matter__papers=key).select_related("meeting"))
        homes = {item.meeting_id for item in items}
        if paper is None or untouched(homes) != homes:
            job.skip(ImportKind.PAPER, identity(thing), f"its meeting: {WORKED_ON}")
            continue
        if not job.is_dry:
            paper.withdrawn_at, paper.withdrawn_reason = now(), REASON
            paper.save(update_fields=["withdrawn_at", "withdrawn_reason"])
            for item in items:
                hidden = item.restricted or paper.restricted
                told = item.label if hidden else paper.title
                _tell(job, item.meeting, ImportKind.PAPER, identity(thing), told)
        job.bury(ImportKind.PAPER, identity(thing))


def end_seats(job: Job, things: list[Thing]) -> None:
    """End seats with the day on which they were deleted; one that has ended keeps its day."""
    for thing, key in _standing(job, ImportKind.SEAT, things):
        if not job.is_dry:
            _end(Membership.objects.filter(pk=key), _day_of(thing))
        job.bury(ImportKind.SEAT, identity(thing))


def end_seats_of(job: Job, things: list[Thing]) -> None:
    """End the seats of persons; the person stays, named in meetings of the past."""
    known = job.ledger.by_key(ImportKind.SEAT)
    for thing, key in _standing(job, ImportKind.PERSON, things):
        seats = Membership.objects.filter(person=key, body=job.body, pk__in=known)
        if not job.is_dry:
            _end(seats, _day_of(thing))
        job.skip(ImportKind.PERSON, identity(thing), STAYS)


def keep_agencies(job: Job, things: list[Thing]) -> None:
    for thing, _key in _standing(job, ImportKind.AGENCY, things):
        job.skip(ImportKind.AGENCY, identity(thing), STAYS)


def tell_unseen(job: Job) -> None:
    """Report what the whole source does not tell of any more. Silence alone deletes nothing."""
    for kind, name in job.ledger.unseen():
        reason = "the source does not tell of it any more; what was taken in before is kept"
        job.skip(ImportKind(kind), name, reason)


def _standing(job: Job, kind: ImportKind, things: list[Thing]) -> Iterable[tuple[Thing, int]]:
    for thing in things:
        yield thing, job.ledger.key(kind, identity(thing)) or 0


def _day_of(thing: Thing) -> date:
    return day(thing, "modified") or timezone.localdate()


def _end(seats: QuerySet[Membership], last: date) -> None:
    for seat in seats.filter(ends=None):
        seat.ends = max(last, seat.starts)
        seat.save(update_fields=["ends"])


def _name_of(item: Item) -> str:
    """Return what the record may say of an item: of a restricted one its number."""
    return item.label if item.restricted else f"{item.label}. {item.title}"


def _tell(job: Job, meeting: Meeting, kind: ImportKind, url: str, title: str) -> None:
    event = DeletionFollowed(
        meeting_id=meeting.pk, source=job.ledger.source, url=url, kind=kind.value, title=title
    )
    announce(event, actor=None)
