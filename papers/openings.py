"""Who has opened which paper of a meeting, read from the journal. Says nothing of what was marked."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import ngettext

from agendas.models import IN_ORDER, Item
from agendas.reach import reach
from meetings.models import Meeting, Participant
from meetings.states import Capacity, MeetingState
from meetings.turns import Turn
from papers.early import early_readers
from papers.events import PaperOpened
from papers.models import Paper, PaperVersion
from papers.readers import readers_of
from realtime.journal import read

AHEAD = {MeetingState.DRAFT, MeetingState.CONVENED}


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A paper with those who are to read it: who has opened its newest version, who has not.

    Of a paper that waits for its release, only those who read it all the same; of one with a
    newer version that waits, the version that is released.
    """

    item: Item
    paper: Paper
    readers: list[Participant]
    missing: list[Participant]

    @property
    def turn(self) -> Turn | None:
        """Return who is to read it before the session begins; afterwards nobody is."""
        if not self.missing or self.item.meeting.state not in AHEAD:
            return None
        words = ngettext(
            "%(count)s participant · to open it",
            "%(count)s participants · to open it",
            len(self.missing),
        )
        return Turn(words % {"count": len(self.missing)}, self.item.meeting.starts_at)

    @property
    def opened(self) -> int:
        return len(self.readers) - len(self.missing)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A participant with the number of papers he or she is to read, and has opened."""

    place: Participant
    opened: int
    total: int


def papers_opened(meeting: Meeting) -> list[Opened]:
    """Return every paper before the meeting that is published, in the order of the agenda."""
    places = list(meeting.participants.exclude(capacity=Capacity.STAFF).select_related("person"))
    openings, items = _openings(meeting), list(_published(meeting))
    lying = [(item, paper) for item in items for paper in item.matter.papers.all()]
    under = [(item, paper) for item, paper in lying if not paper.is_withdrawn]
    read = {paper.pk: _read(paper, item) for item, paper in under}
    early = early_readers(items) if None in read.values() else {}
    waiting = {paper.pk: early[item.pk] for item, paper in under if read[paper.pk] is None}
    readers = readers_of(meeting, under, places, waiting=waiting)
    return [
        _opened(item, paper, read[paper.pk] or paper.current, readers[paper.pk], openings)
        for item, paper in under
    ]


def _read(paper: Paper, item: Item) -> PaperVersion | None:
    """Return the newest version that all readers of a paper read; None while it waits."""
    versions = list(paper.versions.all())
    until = item.read_until  # type: ignore[attr-defined] # annotated
    within = [one for one in versions if paper.restricted or one.made_at <= until]
    return within[-1] if within else None


def _published(meeting: Meeting) -> QuerySet[Item]:
    """Return the published items, sub-items behind the item they belong to."""
    items = meeting.items.filter(published_in__isnull=False).select_related("parent", "meeting")
    items = items.annotate(read_until=reach())
    ordered = items.order_by(*IN_ORDER)
    return ordered.prefetch_related("guests", "parent__guests", "matter__papers__versions")


def readings_of(opened: list[Opened]) -> list[Reading]:
    """Return for each participant how much was opened, who has opened least first."""
    total: defaultdict[Participant, int] = defaultdict(int)
    missing: defaultdict[Participant, int] = defaultdict(int)
    for one in opened:
        for place in one.readers:
            total[place] += 1
        for place in one.missing:
            missing[place] += 1
    found = [Reading(place=p, opened=n - missing[p], total=n) for p, n in total.items()]
    return sorted(found, key=lambda one: (one.opened, one.place.order, one.place.pk))


def _openings(meeting: Meeting) -> set[tuple[int, int]]:
    """Return the pairs of version and person that the journal tells of."""
    told = read(f"meeting.{meeting.pk}").filter(name=PaperOpened.name, actor__isnull=False)
    return {(facts["version_id"], actor) for facts, actor in told.values_list("facts", "actor")}


def _opened(
    item: Item,
    paper: Paper,
    version: PaperVersion,
    readers: list[Participant],
    openings: set[tuple[int, int]],
) -> Opened:
    """Tell who has opened that version of a paper, or a newer one."""
    counted = [one.pk for one in paper.versions.all() if one.number >= version.number]
    missing = [
        place for place in readers if not any((key, place.person_id) in openings for key in counted)
    ]
    return Opened(item=item, paper=paper, readers=readers, missing=missing)
