"""What has come through the gates of one meeting for an audience, as its page shows it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from agendas.models import Item
from exchange.models import Release
from exchange.oparl.votes import is_open_ballot
from exchange.policies import open_to
from exchange.source import public_items, public_papers
from exchange.states import Audience, What
from meetings.models import Meeting
from papers.models import Paper, PaperVersion
from voting.freezing import Outcome
from voting.models import Elector, Vote
from voting.results import outcome_of, sentence_of

Laid = tuple[Paper, PaperVersion]


@dataclass(frozen=True)
class Decided:
    """One closed vote: its outcome and numbers, and the answers by name where the ballot was open."""

    vote: Vote
    outcome: Outcome
    sentence: str
    names: list[Elector]


@dataclass(frozen=True)
class Line:
    """An item as it was released, with what was released of it."""

    item: Item
    papers: list[Laid]
    votes: list[Decided]
    shows_decision: bool

    @property
    def is_decided(self) -> bool:
        """Tell whether there is a decision to read."""
        item = self.item
        return self.shows_decision and bool(item.conclusion or self.votes or item.without_debate)


@dataclass(frozen=True)
class Released:
    """A meeting as far as its gates are open to an audience."""

    meeting: Meeting
    gates: dict[str, Release]
    lines: list[Line]

    @property
    def decided(self) -> list[Line]:
        return [line for line in self.lines if line.is_decided]


def released_of(meeting: Meeting, audience: Audience) -> Released:
    """Read what an audience may read of a meeting now; the same few questions however much it is."""
    gates = {gate.what: gate for gate in open_to(audience).filter(meeting=meeting)}
    if What.AGENDA not in gates:
        return Released(meeting, {}, [])
    papers = gates.get(What.PAPERS)
    until = papers.confirmed_at if papers else None
    return Released(meeting, gates, lines_of(meeting, until=until, decided=What.DECISIONS in gates))


def papers_released(meeting: Meeting, audience: Audience) -> dict[int, tuple[Item, *Laid]] | None:
    """Return the released papers by the key of their version, each with its item.

    None while no papers are released, or none any more.
    """
    gate = open_to(audience).filter(meeting=meeting, what=What.PAPERS).first()
    if gate is None:
        return None
    lines = lines_of(meeting, until=gate.confirmed_at, decided=False)
    return {laid[1].pk: (line.item, *laid) for line in lines for laid in line.papers}


def lines_of(meeting: Meeting, *, until: datetime | None, decided: bool) -> list[Line]:
    """Return the items that may leave the room, with papers tabled until then and decisions."""
    items = list(public_items([meeting.pk]))
    papers = _papers(items, until) if until else {}
    votes = votes_on(items) if decided else {}
    return [
        Line(one, papers.get(one.matter_id, []), votes.get(one.pk, []), decided) for one in items
    ]


def _papers(items: Sequence[Item], until: datetime) -> dict[int, list[Laid]]:
    under = defaultdict(list)
    for paper, version in public_papers(items, until=until):
        under[paper.matter_id].append((paper, version))
    return under


def votes_on(items: Iterable[Item]) -> dict[int, list[Decided]]:
    """Return the closed votes on each item, in order; who answered how only of open ballots."""
    found = defaultdict(list)
    votes = Vote.objects.filter(item__in=items).order_by("item", "round")
    for vote in votes.prefetch_related("electors__ballot"):
        if vote.is_closed:
            names = list(vote.electors.all()) if is_open_ballot(vote) else []
            found[vote.item_id].append(Decided(vote, outcome_of(vote), sentence_of(vote), names))
    return found
