"""Who may see, table, replace and withdraw papers; whose marks are whose."""

from datetime import datetime

from django.db.models import Case, Exists, OuterRef, Prefetch, Q, QuerySet, When

from agendas.models import Advice, Item, Submission
from agendas.policies import (
    SubmissionPolicy,
    items_kept_by,
    items_visible_to,
    submissions_checked_by,
    submissions_visible_to,
    submissions_written_by,
)
from agendas.reach import reach
from agendas.states import GONE
from meetings.models import Meeting
from meetings.policies import MeetingPolicy, meetings_kept_by
from papers.models import (
    Annotation,
    Paper,
    PaperCircle,
    PaperOffice,
    PaperUserObjectPermission,
    PaperVersion,
    newest_of,
)
from people.models import Person
from people.policies import agencies_of

VIEW = "papers.view_paper"

STANDS = Q(late_at__isnull=True) | Q(late_consent_at__isnull=False)


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
    """Return the papers of the matters the person sees.

    Withdrawn ones and those that wait for the chair's consent are for their keepers and their
    agency, restricted ones for their keepers and those named.
    """
    kept, ours = _kept(person), _ours(person) & Q(restricted=False)
    reached = PaperVersion.objects.filter(_reached(person), paper=OuterRef("pk"))
    shown = Exists(reached.filter(STANDS)) & Q(withdrawn_at__isnull=True)
    shown &= Q(restricted=False) | _named_to(person)
    papers = Paper.objects.filter(Exists(reached) & (kept | ours) | shown)
    return papers.select_related("matter", "tabled_by")


def _kept(person: Person) -> Q:
    """Match what the person keeps: under items of own meetings, in submissions to be checked."""
    desk = submissions_checked_by(person).values("matter")
    return Q(matter__in=items_kept_by(person).values("matter")) | Q(matter__in=desk)


def _ours(person: Person) -> Q:
    """Match what the person's agency lodges, and what it sends with its own opinion."""
    sent = Q(advice__agency__in=agencies_of(person).values("pk"))
    return Q(matter__in=submissions_written_by(person).values("matter")) | sent


def _reached(person: Person) -> Q:
    """Match the versions where the person sees them lie: under an item, or in a submission.

    Under an item that is gone only those that lay there then; under one whose papers wait, only
    what is released, unless the person keeps the meeting or the matter is the own agency's.
    """
    items = items_visible_to(person).filter(
        ~Q(state__in=GONE) | Q(closed_at__gte=OuterRef("made_at")), matter=OuterRef("paper__matter")
    )
    own = Q(meeting__in=meetings_kept_by(person).values("pk")) | _sponsored_by(person)
    open_now = items.alias(read_until=reach()).filter(own | Q(read_until__gte=OuterRef("made_at")))
    lodged = Q(paper__matter__in=submissions_visible_to(person).values("matter"))
    return Exists(open_now) | Q(Exists(items), paper__restricted=True) | lodged


def _sponsored_by(person: Person) -> Q:
    """Match the items that the person's agency submits."""
    return Q(sponsor__in=agencies_of(person).values("pk"))


def papers_read_by(person: Person, *, until: datetime | None = None) -> QuerySet[Paper]:
    """Return the papers a person sees, their versions with them; only those made ``until`` then."""
    versions = versions_visible_to(person).order_by("number")
    papers = papers_visible_to(person)
    if until is not None:
        versions = versions.filter(made_at__lte=until)
        papers = papers.filter(tabled_at__lte=until)
    return papers.prefetch_related(Prefetch("versions", queryset=versions))


def _named_to(person: Person) -> Q:
    granted = PaperUserObjectPermission.objects.filter(
        user=person, permission__codename="view_paper"
    ).values("content_object")
    offices = PaperOffice.objects.filter(agency__in=agencies_of(person)).values("paper")
    circles = PaperCircle.objects.filter(circle__persons=person).values("paper")
    return Q(pk__in=granted) | Q(pk__in=offices) | Q(pk__in=circles)


def persons_named_for(paper: Paper) -> QuerySet[Person]:
    """Return those who were given sight of a restricted paper by name."""
    grants = PaperUserObjectPermission.objects.filter(
        content_object=paper, permission__codename="view_paper"
    )
    return Person.objects.filter(pk__in=grants.values("user")).order_by("name_key")


def closed_papers_for(person: Person, meeting: Meeting) -> dict[int, bool]:
    """Return the papers before a meeting that are closed to some: does the person read them?

    Restricted ones if they name the person; those of the own agency even while they wait.
    """
    ours = Q(matter__items__sponsor__in=agencies_of(person).values("pk"))
    ours |= Q(matter__in=submissions_visible_to(person).values("matter"))
    papers = Paper.objects.filter(Q(restricted=True) | ours, matter__items__meeting=meeting)
    reads = Case(When(_named_to(person) | Q(restricted=False), then=True), default=False)
    return dict(papers.order_by().annotate(reads=reads).values_list("pk", "reads"))


def item_of(person: Person, paper: Paper) -> Item | None:
    """Return the newest item the person sees that deals with the paper's matter."""
    items = items_visible_to(person).filter(matter=paper.matter_id)
    items = items.select_related("meeting__body", "parent", "sponsor")
    return newest_of(items)


def submission_of(person: Person, paper: Paper) -> Submission | None:
    """Return the submission of the paper's matter, if the person sees it."""
    seen = submissions_visible_to(person).select_related("body", "agency")
    return seen.filter(matter=paper.matter_id).first()


def versions_visible_to(person: Person) -> QuerySet[PaperVersion]:
    """Return the versions of the papers the person sees; what waits for consent to few."""
    papers = papers_visible_to(person).order_by()
    whole = papers.filter(_kept(person) | _ours(person)).values("pk")
    versions = PaperVersion.objects.filter(
        STANDS | Q(paper__in=whole), _reached(person), paper__in=papers.values("pk")
    )
    return versions.select_related("paper__matter")


def marks_of(person: Person) -> QuerySet[Annotation]:
    """Return the person's own marks on papers the person still sees. Nobody sees another's."""
    papers = papers_visible_to(person).values("pk")
    return Annotation.objects.filter(owner=person, version__paper__in=papers)
