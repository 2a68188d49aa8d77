"""What follows when members may read something else than before: they are told, positions are outdated."""

from agendas.actions import outdate_positions, places_with_positions
from agendas.models import Item
from agendas.states import NewsKind
from papers import notices
from papers.models import Paper, PaperVersion
from papers.readers import readers_of
from people.models import Person


def follow_version(actor: Person, version: PaperVersion, item: Item) -> None:
    """Tell of a version that is read from now on; positions given before it are outdated."""
    notices.tell_tabled(actor, version, item)
    what = NewsKind.LAID if version.number == 1 else NewsKind.REPLACED
    _outdate(actor, version.paper, item, what, version.number)


def follow_withdrawal(actor: Person, paper: Paper, item: Item) -> None:
    """Outdate the positions of those who could read a paper that is there no longer."""
    _outdate(actor, paper, item, NewsKind.WITHDRAWN, 0)


def _outdate(actor: Person, paper: Paper, item: Item, what: NewsKind, number: int) -> None:
    """Only for those who read the paper anything has changed."""
    places = places_with_positions(item)
    if not places:
        return
    readers = readers_of(item.meeting, [(item, paper)], places)[paper.pk]
    facts: dict[str, int | str] = {"paper": paper.pk, "title": paper.title, "number": number}
    outdate_positions(actor, item, what, among=readers, **facts)
