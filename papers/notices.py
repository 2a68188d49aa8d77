"""Who is told of a new paper: all participants, or those who may know of a restricted item."""

from collections.abc import Sequence
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agendas.models import Item
from agendas.notices import participants_of, tell_secretary, tells_of
from papers.early import early_readers, is_held
from papers.models import Paper, PaperVersion
from papers.policies import papers_visible_to
from papers.readers import readers_of
from people.models import Person
from people.notices.kinds import kind
from people.notices.taking_back import take_back
from people.notices.telling import Words, notify

PAPERS = kind("paper.tabled", gettext_lazy("New papers and versions"), mail="digest")


def tell_tabled(actor: Person, version: PaperVersion, item: Item) -> None:
    """Tell of a paper or a new version under an item that is published."""
    paper = version.paper
    if not item.is_published:
        return
    gaps = {"title": paper.title, "label": version.label, "item": item.title}
    is_first = version.number == 1

    def say() -> Words:
        head = _("New paper: %(title)s") if is_first else _("New version %(label)s: %(title)s")
        return head % gaps, item.title

    notify(
        [person for person in _readers(version, item) if person.pk != actor.pk],
        kind=PAPERS,
        say=say,
        url=_page(paper.pk),
        room=f"meeting.{item.meeting_id}",
        restricted=item.restricted or paper.restricted,
    )


def tell_refused(actor: Person, item: Item, versions: Sequence[PaperVersion]) -> None:
    """Tell the secretary which late papers the chair did not take, and why."""
    titles = ", ".join(f"{one.paper.title} {one.label}".strip() for one in versions)
    reason = versions[0].late_refused_for

    def say() -> Words:
        return _("The chair did not take the paper: %(titles)s") % {"titles": titles}, reason

    is_closed = any(one.paper.restricted for one in versions)
    tell_secretary(actor, item, say, is_closed=is_closed)


def _readers(version: PaperVersion, item: Item) -> list[Person]:
    """Return who may read it now; a paper that waits is told to the others when it is released."""
    called = {person.pk for person in participants_of(item.meeting)}
    places = item.meeting.participants.filter(person__in=called).select_related("person")
    early = early_readers([item]) if is_held(version, item) else {}
    waiting = {version.paper_id: early[item.pk]} if early else {}
    readers = readers_of(item.meeting, [(item, version.paper)], places, waiting=waiting)
    return [place.person for place in readers[version.paper_id]]


def pages_under(item: Item) -> list[str]:
    """Return the pages of the papers under an item."""
    return [_page(key) for key in item.matter.papers.values_list("pk", flat=True)]


def take_back_told(paper: Paper) -> None:
    """Take back what was told of a paper, now that it is restricted."""
    take_back([_page(paper.pk)], sees=partial(_sees, paper))


def _sees(paper: Paper, person: Person) -> bool:
    return papers_visible_to(person).filter(pk=paper.pk).exists()


def _page(key: int) -> str:
    return reverse("papers:paper", args=[key])


tells_of(pages_under)
