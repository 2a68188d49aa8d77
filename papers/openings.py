"""Who has opened which paper of a meeting, read from the journal. Says nothing of what was marked."""

from collections import defaultdict
from dataclasses import dataclass

from agendas.models import Item
from agendas.policies import persons_who_see
from meetings.models import Meeting, Participant
from meetings.states import Capacity
from papers.events import PaperOpened
from papers.models import Paper
from realtime.journal import read


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A paper with those who are to read it: who has opened its newest version, who has not."""

    paper: Paper
    readers: list[Participant]
    missing: list[Participant]

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
    papers = (
        Paper.objects.filter(
            item__meeting=meeting, item__published_in__isnull=False, withdrawn_at__isnull=True
        )
        .select_related("item")
        .prefetch_related("versions")
        .order_by("item__restricted", "item__position", "order", "pk")
    )
    openings, readers = _openings(meeting), _Readers(meeting)
    return [_opened(paper, readers.of(paper.item), openings) for paper in papers]


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


class _Readers:
    """Those who are to read the papers of a meeting: all called, or who may see a restricted item."""

    def __init__(self, meeting: Meeting) -> None:
        places = meeting.participants.exclude(capacity=Capacity.STAFF).select_related("person")
        self.places = list(places)
        self.seen: dict[int, set[int]] = {}

    def of(self, item: Item) -> list[Participant]:
        if not item.restricted:
            return self.places
        if item.pk not in self.seen:
            self.seen[item.pk] = set(persons_who_see(item).values_list("pk", flat=True))
        return [place for place in self.places if place.person_id in self.seen[item.pk]]


def _openings(meeting: Meeting) -> set[tuple[int, int]]:
    """Return the pairs of version and person that the journal tells of."""
    told = read(f"meeting.{meeting.pk}").filter(name=PaperOpened.name, actor__isnull=False)
    return {(facts["version_id"], actor) for facts, actor in told.values_list("facts", "actor")}


def _opened(paper: Paper, readers: list[Participant], openings: set[tuple[int, int]]) -> Opened:
    version = paper.current.pk
    missing = [place for place in readers if (version, place.person_id) not in openings]
    return Opened(paper=paper, readers=readers, missing=missing)
