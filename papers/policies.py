"""Who may see, table, replace and withdraw papers; whose marks are whose."""

from django.db.models import Q, QuerySet

from agendas.models import Item
from agendas.policies import items_visible_to
from meetings.policies import MeetingPolicy, meetings_kept_by
from papers.models import Annotation, Paper, PaperVersion
from people.models import Person


def may_table(person: Person, item: Item) -> bool:
    """Tell whether the person lays papers under the item: who keeps the meeting and sees the item."""
    is_keeper = MeetingPolicy(person, item.meeting).is_keeper
    return is_keeper and items_visible_to(person).filter(pk=item.pk).exists()


def papers_visible_to(person: Person) -> QuerySet[Paper]:
    """Return the papers of the items the person sees; withdrawn ones for their keepers only."""
    kept = Q(item__meeting__in=meetings_kept_by(person))
    return (
        Paper.objects.filter(item__in=items_visible_to(person))
        .filter(Q(withdrawn_at__isnull=True) | kept)
        .select_related("item__meeting", "tabled_by")
    )


def versions_visible_to(person: Person) -> QuerySet[PaperVersion]:
    """Return the versions of the papers the person sees."""
    papers = papers_visible_to(person).values("pk")
    return PaperVersion.objects.filter(paper__in=papers).select_related("paper__item__meeting")


def marks_of(person: Person) -> QuerySet[Annotation]:
    """Return the person's own marks on papers the person still sees. Nobody sees another's."""
    papers = papers_visible_to(person).values("pk")
    return Annotation.objects.filter(owner=person, version__paper__in=papers)
