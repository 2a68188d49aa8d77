"""Who is told of a new paper: all participants, or those who may know of a restricted item."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agendas.notices import participants_of
from agendas.policies import persons_who_see
from papers.models import Paper, PaperVersion
from people.models import Person
from people.notices.kinds import kind
from people.notices.telling import Words, notify

PAPERS = kind("paper.tabled", gettext_lazy("New papers and versions"), mail="digest")


def tell_tabled(actor: Person, version: PaperVersion) -> None:
    """Tell of a paper or a new version under an item that is published."""
    paper = version.paper
    if not paper.item.is_published:
        return
    gaps = {"title": paper.title, "label": version.label, "item": paper.item.title}
    is_first = version.number == 1

    def say() -> Words:
        head = _("New paper: %(title)s") if is_first else _("New version %(label)s: %(title)s")
        return head % gaps, paper.item.title

    notify(
        [person for person in _readers(paper) if person.pk != actor.pk],
        kind=PAPERS,
        say=say,
        url=reverse("papers:paper", args=[paper.pk]),
        room=f"meeting.{paper.item.meeting_id}",
        restricted=paper.item.restricted,
    )


def _readers(paper: Paper) -> list[Person]:
    called = participants_of(paper.item.meeting)
    if not paper.item.restricted:
        return called
    seeing = set(persons_who_see(paper.item).values_list("pk", flat=True))
    return [person for person in called if person.pk in seeing]
