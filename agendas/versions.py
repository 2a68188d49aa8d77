"""Reading the versions of an agenda: which there are, and what changed, as one person may know it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agendas.actions.publishing import design_of
from agendas.comparing import Changed, Line, PaperLine, compare
from agendas.models import AgendaLook, AgendaVersion, Item
from agendas.named_papers import closed_papers
from agendas.policies import items_visible_to, named_to
from agendas.tabled import papers_of
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from people.models import Person

DESIGN = "now"
CHANGES: dict[str, Promise] = {
    "added": _("Item %(label)s is new: %(title)s"),
    "removed": _("No longer on the agenda: %(title)s (was item %(before)s)"),
    "withdrawn": _("Item %(label)s is withdrawn: %(title)s"),
    "deferred": _("Item %(label)s is deferred: %(title)s"),
    "moved": _("Item %(before)s becomes item %(label)s: %(title)s"),
    "headed": _("Item %(label)s stands under another heading: %(title)s"),
    "renamed": _("Item %(label)s was called “%(before)s”; now “%(title)s”"),
    "edited": _("Item %(label)s has another kind, sponsor or time: %(title)s"),
    "paper_added": _("Item %(label)s has a new paper: “%(paper)s”"),
    "paper_replaced": _("Item %(label)s: “%(paper)s” has a new version, %(before)s"),
    "paper_withdrawn": _("Item %(label)s: “%(paper)s” was withdrawn"),
    "heading_added": _("New heading: %(title)s"),
    "heading_renamed": _("The heading “%(before)s” is now “%(title)s”"),
    "heading_removed": _("No longer a heading: %(title)s"),
}


@dataclass(frozen=True)
class Told:
    """One difference in words, with the key by which a page chooses its mark."""

    what: str
    item_id: int
    words: str

    def __str__(self) -> str:
        return self.words


def words_of(change: Changed) -> str:
    """Tell one difference between two versions."""
    return str(CHANGES[change["what"]]) % change


def told(changes: Iterable[Changed]) -> list[Told]:
    """Tell differences in words."""
    return [Told(change["what"], change["item_id"], words_of(change)) for change in changes]


class Reading:
    """The versions of one agenda, as one person may read them."""

    def __init__(self, person: Person, meeting: Meeting) -> None:
        self.person = person
        self.meeting = meeting
        self.policy = MeetingPolicy(person, meeting)

    @cached_property
    def versions(self) -> QuerySet[AgendaVersion]:
        """Return the published versions, the newest first; their lines are read when asked for."""
        versions = AgendaVersion.objects.filter(meeting=self.meeting).select_related("published_by")
        return versions.defer("lines").order_by("-number")

    @cached_property
    def _newest(self) -> list[AgendaVersion]:
        """Return the two newest versions, which most readers compare, and the last look: at once."""
        looks = AgendaLook.objects.filter(meeting=OuterRef("meeting"), person=self.person)
        versions = AgendaVersion.objects.filter(meeting=self.meeting)
        seen = versions.annotate(last_look=Subquery(looks.values("version")[:1]))
        return list(seen.order_by("-number")[:2])

    @property
    def standing(self) -> AgendaVersion | None:
        """Return the newest version."""
        return self._newest[0] if self._newest else None

    @property
    def last_look(self) -> int | None:
        """Return the number of the version that the person looked at last."""
        look: int | None = getattr(self.standing, "last_look", None)
        return look

    def lines(self, number: int) -> list[Line]:
        """Return the lines of a version, without what the person may not see."""
        known = {version.number: version for version in self._newest}
        version = known.get(number) or self.versions.defer(None).filter(number=number).first()
        return self.seen(version.lines) if version else []

    def design(self) -> list[Line]:
        """Return the agenda as it stands unpublished, to those who keep it."""
        return design_of(self.meeting) if self.policy.is_keeper else []

    def between(self, before: int, after: int) -> list[Changed]:
        """Tell what changed between two versions; nothing that the person may not know of."""
        return compare(self.lines(before), self.lines(after))

    def seen(self, lines: Sequence[Line]) -> list[Line]:
        """Leave out what the person may not see, then or now."""
        if self.policy.is_keeper:
            return list(lines)
        return [
            {**line, "papers": [paper for paper in line["papers"] if self._reads(paper)]}
            for line in lines
            if self._sees(line)
        ]

    def _reads(self, paper: PaperLine) -> bool:
        is_open = not paper["restricted"] and paper["id"] not in self._closed_papers
        is_open = is_open and (paper["id"], paper["number"]) not in self.waiting
        return is_open or paper["id"] in (self.named_papers or set())

    @cached_property
    def _closed_papers(self) -> dict[int, bool]:
        """Return the papers that are closed to some now, whatever they were: are they read?"""
        return closed_papers(self.person, self.meeting)

    @cached_property
    def waiting(self) -> set[tuple[int, int]]:
        """Return the papers, each with the number of a version, that wait for their release."""
        return papers_of(self.meeting).waiting

    @property
    def named_papers(self) -> set[int] | None:
        """Return what the person reads though it is closed to others; None for keepers: all."""
        if self.policy.is_keeper:
            return None
        return {paper for paper, is_named in self._closed_papers.items() if is_named}

    def _sees(self, line: Line) -> bool:
        if line["restricted"] and line["id"] not in self._named:
            return False
        return line["id"] in self.visible

    @cached_property
    def visible(self) -> set[int]:
        """Return the keys of the items that the person sees now."""
        items = items_visible_to(self.person).filter(meeting=self.meeting)
        return set(items.order_by().values_list("pk", flat=True))

    @cached_property
    def _named(self) -> set[int]:
        items: QuerySet[Item] = Item.objects.filter(named_to(self.person), meeting=self.meeting)
        return set(items.order_by().values_list("pk", flat=True))
