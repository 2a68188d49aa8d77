"""Who may see, table, replace and withdraw papers; whose marks are whose."""

from datetime import datetime

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from agendas.models import Item
from agendas.policies import items_kept_by, items_visible_to
from agendas.states import ItemState
from meetings.policies import MeetingPolicy
from papers.models import Annotation, Paper, PaperVersion, newest_of
from people.models import Person

STANDS = Q(late_at__isnull=True) | Q(late_consent_at__isnull=False)


def may_table(person: Person, item: Item) -> bool:
    """Tell whether the person lays papers under the item: who keeps the meeting and sees the item."""
    is_keeper = MeetingPolicy(person, item.meeting).is_keeper
    return is_keeper and items_visible_to(person).filter(pk=item.pk).exists()


def papers_visible_to(person: Person) -> QuerySet[Paper]:
    """Return the papers of the matters the person sees; withdrawn ones for their keepers only."""
    kept = Q(matter__in=items_kept_by(person).values("matter"))
    seen = Q(matter__in=_going_on(person).values("matter")) | Q(
        pk__in=Paper.objects.filter(
            matter__items__in=_deferred(person).values("pk"),
            matter__items__closed_at__gte=F("tabled_at"),
        ).values("pk")
    )
    standing = Q(Exists(PaperVersion.objects.filter(STANDS, paper=OuterRef("pk"))))
    standing &= Q(withdrawn_at__isnull=True)
    papers = Paper.objects.filter(seen & (standing | kept))
    return papers.select_related("matter", "tabled_by")


def item_of(person: Person, paper: Paper) -> Item | None:
    """Return the newest item the person sees that deals with the paper's matter."""
    items = items_visible_to(person).filter(matter=paper.matter_id)
    items = items.select_related("meeting__body", "parent", "sponsor")
    return newest_of(items)


def versions_visible_to(person: Person) -> QuerySet[PaperVersion]:
    """Return the versions of the papers the person sees."""
    papers = papers_visible_to(person).values("pk")
    kept = Q(paper__matter__in=items_kept_by(person).values("matter"))
    seen = Q(paper__matter__in=_going_on(person).values("matter")) | Q(
        pk__in=PaperVersion.objects.filter(
            paper__matter__items__in=_deferred(person).values("pk"),
            paper__matter__items__closed_at__gte=F("made_at"),
        ).values("pk")
    )
    versions = PaperVersion.objects.filter(STANDS | kept, seen, paper__in=papers)
    return versions.select_related("paper__matter")


def _going_on(person: Person) -> QuerySet[Item]:
    """Return the items the person sees whose matters are dealt with there."""
    return items_visible_to(person).exclude(state=ItemState.DEFERRED)


def _deferred(person: Person) -> QuerySet[Item]:
    """Return the items the person sees that were deferred: of them only what lay there then."""
    return items_visible_to(person).filter(state=ItemState.DEFERRED)


def papers_read_by(person: Person, *, until: datetime | None = None) -> QuerySet[Paper]:
    """Return the papers a person sees, their versions with them; only those made ``until`` then."""
    versions = versions_visible_to(person).order_by("number")
    papers = papers_visible_to(person)
    if until is not None:
        versions = versions.filter(made_at__lte=until)
        papers = papers.filter(tabled_at__lte=until)
    return papers.prefetch_related(Prefetch("versions", queryset=versions))


def marks_of(person: Person) -> QuerySet[Annotation]:
    """Return the person's own marks on papers the person still sees. Nobody sees another's."""
    papers = papers_visible_to(person).values("pk")
    return Annotation.objects.filter(owner=person, version__paper__in=papers)
