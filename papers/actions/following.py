"""What follows when members may read something else than before.

They are told, positions are outdated, and a last call on the item is made anew.
"""

from collections.abc import Iterable
from datetime import datetime

from agendas.actions import leave_call, outdate_positions, places_with_positions
from agendas.models import Item
from agendas.states import ItemState, NewsKind
from meetings.models import Meeting, Participant
from papers import notices
from papers.early import early_readers, is_held
from papers.models import Paper, PaperVersion
from papers.readers import readers_of
from people.models import Person


def follow_version(actor: Person, version: PaperVersion, item: Item) -> None:
    """Tell of a version that is read from now on; positions given before it are outdated.

    What waits for its release is read by few; for the others the release follows.
    """
    notices.tell_tabled(actor, version, item)
    is_early = is_held(version, item)
    if not is_early:
        leave_call(item)
    places = places_with_positions(item)
    if not places:
        return
    early = early_readers([item])[item.pk] if is_early else None
    _outdate(actor, version.paper, item, _what(version), version.number, places, early)


def follow_withdrawal(actor: Person, paper: Paper, item: Item) -> None:
    """Outdate the positions of those who could read a paper that is there no longer."""
    places = places_with_positions(item)
    read = [version for version in paper.versions.all() if version.is_admitted]
    if any(not is_held(one, item) for one in read):
        leave_call(item)
    if not (places and read):
        return
    early = early_readers([item])[item.pk] if all(is_held(one, item) for one in read) else None
    _outdate(actor, paper, item, NewsKind.WITHDRAWN, 0, places, early)


def follow_release(meeting: Meeting, *, since: datetime | None) -> None:
    """Outdate the positions of those who read papers only now that they are released."""
    planned = meeting.items.filter(state=ItemState.PLANNED, published_in__isnull=False)
    for item in planned.select_related("meeting__body", "parent"):
        places = places_with_positions(item)
        known = early_readers([item])[item.pk] if places else set()
        late = [place for place in places if place.person_id not in known]
        for version in _opened(item, since) if late else ():
            _outdate(None, version.paper, item, _what(version), version.number, late, None)


def _opened(item: Item, since: datetime | None) -> Iterable[PaperVersion]:
    """Return the newest version of each open paper, if it was laid since a moment."""
    papers = item.matter.papers.filter(withdrawn_at=None, restricted=False)
    for paper in papers.prefetch_related("versions"):
        admitted = [version for version in paper.versions.all() if version.is_admitted]
        if admitted and (since is None or admitted[-1].made_at > since):
            yield admitted[-1]


def _what(version: PaperVersion) -> NewsKind:
    return NewsKind.LAID if version.number == 1 else NewsKind.REPLACED


def _outdate(
    actor: Person | None,
    paper: Paper,
    item: Item,
    what: NewsKind,
    number: int,
    places: list[Participant],
    early: set[int] | None,
) -> None:
    """Only for those who read the paper anything has changed."""
    waiting = {} if early is None else {paper.pk: early}
    readers = readers_of(item.meeting, [(item, paper)], places, waiting=waiting)[paper.pk]
    facts: dict[str, int | str] = {"paper": paper.pk, "title": paper.title, "number": number}
    outdate_positions(actor, item, what, among=readers, **facts)
