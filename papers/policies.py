"""Who may see, table, replace and withdraw papers; whose marks are whose."""

from django.db.models import Q, QuerySet

from agendas.models import Advice, Item, Submission
from agendas.policies import (
    SubmissionPolicy,
    items_kept_by,
    items_visible_to,
    submissions_checked_by,
    submissions_visible_to,
    submissions_written_by,
)
from meetings.policies import MeetingPolicy
from papers.models import Annotation, Paper, PaperVersion
from people.models import Person


def may_table(person: Person, item: Item) -> bool:
    """Tell whether the person lays papers under the item: who keeps the meeting and sees the item."""
    is_keeper = MeetingPolicy(person, item.meeting).is_keeper
    return is_keeper and items_visible_to(person).filter(pk=item.pk).exists()


def may_attach(person: Person, submission: Submission) -> bool:
    """Tell whether the person lays papers into a submission: the secretariat never does."""
    return SubmissionPolicy(person, submission).may_write


def may_advise(person: Person, advice: Advice) -> bool:
    """Tell whether the person gives the opinion of the agency that is asked."""
    return SubmissionPolicy(person, advice.submission).may_answer(advice)


def may_change(person: Person, paper: Paper, home: Item | Submission) -> bool:
    """Tell whether the person replaces and withdraws a paper where it is at home.

    What an agency has answered stays as it was given.
    """
    if paper.advice_id is not None:
        return False
    return may_table(person, home) if isinstance(home, Item) else may_attach(person, home)


def papers_visible_to(person: Person) -> QuerySet[Paper]:
    """Return the papers of the matters the person sees; withdrawn ones for their keepers only."""
    desk = submissions_written_by(person) | submissions_checked_by(person)
    kept = Q(matter__in=items_kept_by(person).values("matter")) | Q(
        matter__in=desk.values("matter")
    )
    lodged = Q(matter__in=submissions_visible_to(person).values("matter"))
    seen = Q(matter__in=items_visible_to(person).values("matter")) | lodged
    papers = Paper.objects.filter(seen & (Q(withdrawn_at__isnull=True) | kept))
    return papers.select_related("matter", "tabled_by")


def item_of(person: Person, paper: Paper) -> Item | None:
    """Return the newest item the person sees that deals with the paper's matter."""
    items = items_visible_to(person).filter(matter=paper.matter_id)
    items = items.select_related("meeting__body", "parent", "sponsor")
    return items.order_by("meeting__starts_at", "pk").last()


def submission_of(person: Person, paper: Paper) -> Submission | None:
    """Return the submission of the paper's matter, if the person sees it."""
    seen = submissions_visible_to(person).select_related("body", "agency")
    return seen.filter(matter=paper.matter_id).first()


def versions_visible_to(person: Person) -> QuerySet[PaperVersion]:
    """Return the versions of the papers the person sees."""
    papers = papers_visible_to(person).values("pk")
    return PaperVersion.objects.filter(paper__in=papers).select_related("paper__matter")


def marks_of(person: Person) -> QuerySet[Annotation]:
    """Return the person's own marks on papers the person still sees. Nobody sees another's."""
    papers = papers_visible_to(person).values("pk")
    return Annotation.objects.filter(owner=person, version__paper__in=papers)
