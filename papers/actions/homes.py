"""Where a paper is at home: under an item of an agenda, or in a submission that is on none."""

from dataclasses import dataclass
from typing import Any

from agendas.actions.submissions import writable
from agendas.models import Item, Submission
from agendas.states import GONE, ItemState
from core.errors import NotSeen
from core.events import Told
from meetings.policies import require_open_record
from papers import events
from papers.errors import ItemGoesOnElsewhere, ItemIsWithdrawn, PaperOnly
from papers.models import Paper, PaperVersion

Home = Item | Submission


@dataclass(frozen=True)
class Telling:
    """How a home tells of its papers."""

    home: Home

    def laid(self, version: PaperVersion) -> Told:
        if isinstance(self.home, Item):
            return events.PaperTabled(**self._version(version))
        return events.SubmissionPaperAttached(**self._version(version))

    def replaced(self, version: PaperVersion) -> Told:
        if isinstance(self.home, Item):
            return events.PaperReplaced(**self._version(version))
        return events.SubmissionPaperReplaced(**self._version(version))

    def withdrawn(self, paper: Paper) -> Told:
        if isinstance(self.home, Item):
            return events.PaperWithdrawn(**self._paper(paper))
        return events.SubmissionPaperWithdrawn(**self._paper(paper))

    def opened(self, version: PaperVersion) -> Told:
        facts = {**self._paper(version.paper), "version_id": version.pk}
        if isinstance(self.home, Item):
            return events.PaperOpened(**facts)
        return events.SubmissionPaperOpened(**facts)

    def _version(self, version: PaperVersion) -> dict[str, Any]:
        own = {"version_id": version.pk, "sha256": version.sha256}
        return {**self._paper(version.paper), **own}

    def _paper(self, paper: Paper) -> dict[str, Any]:
        if isinstance(self.home, Item):
            place = {"meeting_id": self.home.meeting_id, "item_id": self.home.pk}
            return {**place, "paper_id": paper.pk}
        return {"submission_id": self.home.pk, "paper_id": paper.pk, "title": paper.title}


def home_of(paper: Paper) -> Home:
    """Return where the paper is dealt with now: the item, or the submission that is on no agenda."""
    item = paper.item
    submission = Submission.objects.filter(matter=paper.matter_id).first()
    if item is not None and (submission is None or item.state not in GONE):
        return item
    if submission is None:
        raise NotSeen
    return submission


def item_under(paper: Paper) -> Item:
    """Return the item a paper lies under; of a paper in a submission alone there is none."""
    home = home_of(paper)
    if not isinstance(home, Item):
        raise NotSeen
    return home


def locked(home: Home) -> Home:
    """Lock a home whose papers may change now, so that they are numbered one after the other."""
    return locked_item(home) if isinstance(home, Item) else writable(home)


def require_electronic(home: Home) -> None:
    """Refuse files of a secret matter."""
    if home.is_paper_only:
        raise PaperOnly


def locked_item(item: Item) -> Item:
    """Lock an item under which papers may lie: none comes or is taken under one that is gone."""
    items = Item.objects.select_for_update(of=("self",)).select_related("meeting", "matter")
    item = items.get(pk=item.pk)
    require_open_record(item.meeting)
    if item.state == ItemState.DEFERRED:
        raise ItemGoesOnElsewhere
    if item.state == ItemState.WITHDRAWN:
        raise ItemIsWithdrawn
    return item
