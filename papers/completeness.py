"""What a submission still lacks in papers before it can be lodged (NĐ 191/2026/NĐ-CP, Điều 14)."""

from collections import Counter
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from agendas.guards import checks_submissions
from agendas.models import Submission
from agendas.states import ItemKind
from agendas.submissions.checklist import rule_for
from papers.models import Paper, PaperRole

DECIDED = {ItemKind.DECISION, ItemKind.ADOPTION}


@checks_submissions
def papers_missing(submission: Submission) -> Iterator[str]:
    """Tell all papers that are missing or too long; a secret matter has none here."""
    if submission.is_paper_only:
        return
    pages = pages_by_role(submission)
    if submission.kind in DECIDED:
        yield from _needed(pages)
    yield from _summary(submission, pages)


def pages_by_role(submission: Submission) -> Counter[str]:
    """Count the pages of the papers that stand, by their role."""
    papers = Paper.objects.filter(matter=submission.matter_id, withdrawn_at__isnull=True)
    pages: Counter[str] = Counter()
    for paper in papers.prefetch_related("versions"):
        pages[paper.role] += paper.current.pages
    return pages


def _needed(pages: Counter[str]) -> Iterator[str]:
    if not pages[PaperRole.SUBMISSION]:
        yield _("The submission paper is missing.")
    if not pages[PaperRole.DRAFT]:
        yield _("The draft decision is missing.")


def _summary(submission: Submission, pages: Counter[str]) -> Iterator[str]:
    rule, summary = rule_for(submission), pages[PaperRole.SUMMARY]
    length = pages[PaperRole.SUBMISSION] + pages[PaperRole.DRAFT]
    gaps = {"over": rule.summary_over_pages, "most": rule.summary_max_pages, "source": rule.source}
    if length > rule.summary_over_pages and not summary:
        yield _(
            "Submission paper and draft have %(pages)s pages, more than %(over)s: a summary of at "
            "most %(most)s pages is needed (%(source)s)."
        ) % {**gaps, "pages": length}
    if summary > rule.summary_max_pages:
        yield _("The summary has %(pages)s pages; at most %(most)s are allowed (%(source)s).") % {
            **gaps,
            "pages": summary,
        }


def grouped(papers: Iterable[Paper]) -> list[tuple[str, list[Paper]]]:
    """Return papers by the word for their role, in the order of a submission."""
    found: dict[str, list[Paper]] = {}
    for paper in papers:
        found.setdefault(paper.role, []).append(paper)
    return [(str(role.label), found[role]) for role in PaperRole if role in found]
