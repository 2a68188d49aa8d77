"""Lay a paper under an item or into a submission, give it a new version, take it away."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from django.core.files import File
from django.db import transaction

from agendas.actions import lapse_check, outdate_advice
from agendas.models import Item, Submission
from core.clock import now
from core.policies import require
from papers.actions.following import follow_version, follow_withdrawal
from papers.actions.homes import Home, Telling, home_of, locked, require_electronic
from papers.actions.lateness import note_lateness
from papers.errors import AlreadyTabled, PaperIsWithdrawn
from papers.ingest.reading import ReadPdf
from papers.models import Paper, PaperRole, PaperVersion
from papers.policies import may_attach, may_change, may_table
from people.models import Person
from realtime.journal import announce


def table_paper(
    actor: Person,
    item: Item,
    *,
    title: str,
    file: ReadPdf,
    role: PaperRole = PaperRole.SUBMISSION,
    late_for: str = "",
) -> Paper:
    """Lay a new paper under the item, behind those already there. After the limit it says why."""
    require(may_table(actor, item))
    return _lay(actor, item, title=title, file=file, role=role, late_for=late_for)


def attach_paper(
    actor: Person,
    submission: Submission,
    *,
    title: str,
    file: ReadPdf,
    role: PaperRole = PaperRole.SUBMISSION,
) -> Paper:
    """Lay a new paper into a submission that its agency still writes."""
    require(may_attach(actor, submission))
    return _lay(actor, submission, title=title, file=file, role=role)


def replace_paper(
    actor: Person, paper: Paper, *, file: ReadPdf, reason: str = "", late_for: str = ""
) -> PaperVersion:
    """Give the paper a new version. The earlier ones and the marks on them stay."""
    home = home_of(paper)
    require(may_change(actor, paper, home))
    with kept(file) as version, transaction.atomic():
        home = locked(home)
        require_electronic(home)
        paper = _standing(paper)
        _refuse_twins(home, file)
        version.reason = reason
        number = paper.versions.count() + 1
        number_version(version, paper, actor, number, home=home, late_for=late_for)
        announce(Telling(home).replaced(version), actor=actor)
        _lapse(home)
        outdate_advice(actor, paper.matter, role=paper.role)
        _tell(actor, version, home)
    return version


@transaction.atomic
def withdraw_paper(actor: Person, paper: Paper, *, reason: str = "") -> Paper:
    """Take the paper from the meeting. Its file and its readers' marks are kept."""
    home = home_of(paper)
    require(may_change(actor, paper, home))
    home = locked(home)
    paper = _standing(paper)
    paper.withdrawn_at, paper.withdrawn_reason = now(), reason
    paper.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    announce(Telling(home).withdrawn(paper), actor=actor)
    _lapse(home)
    outdate_advice(actor, paper.matter, role=paper.role)
    if isinstance(home, Item):
        follow_withdrawal(actor, paper, home)
    return paper


@contextmanager
def kept(file: ReadPdf) -> Iterator[PaperVersion]:
    """Store both files before the deed, outside its transaction; take them back if it fails."""
    version = PaperVersion(
        name=file.name,
        sha256=file.sha256,
        size=file.size,
        pages=len(file.boxes),
        page_boxes=file.boxes,
        texts=file.texts,
        has_text=file.has_text,
        has_old_fonts=file.has_old_fonts,
        is_signed=file.is_signed,
    )
    with file.original.open("rb") as original, file.view.open("rb") as view:
        version.original.save(f"{uuid4()}.pdf", File(original), save=False)
        version.view.save(f"{uuid4()}.pdf", File(view), save=False)
    try:
        yield version
    except BaseException:
        version.original.delete(save=False)
        version.view.delete(save=False)
        raise


def number_version(
    version: PaperVersion,
    paper: Paper,
    actor: Person,
    number: int,
    *,
    home: Home,
    late_for: str = "",
) -> None:
    """Write a stored version as that number of its paper; under an item it may be late."""
    version.paper, version.number = paper, number
    version.made_at, version.made_by = now(), actor
    if isinstance(home, Item):
        note_lateness(version, home, late_for)
    version.save(force_insert=True)


def _lay(
    actor: Person, home: Home, *, title: str, file: ReadPdf, role: PaperRole, late_for: str = ""
) -> Paper:
    """Lay a paper behind those already there."""
    with kept(file) as version, transaction.atomic():
        home = locked(home)
        require_electronic(home)
        _refuse_twins(home, file)
        paper = Paper.objects.create(
            matter=home.matter,
            title=title,
            role=role,
            order=home.matter.papers.count() + 1,
            tabled_at=now(),
            tabled_by=actor,
        )
        number_version(version, paper, actor, 1, home=home, late_for=late_for)
        _lapse(home)
        announce(Telling(home).laid(version), actor=actor)
        _tell(actor, version, home)
    return paper


def _lapse(home: Home) -> None:
    """Let the check of an item lapse, since what lies under it has changed."""
    if isinstance(home, Item):
        lapse_check(home)


def _tell(actor: Person, version: PaperVersion, home: Home) -> None:
    """Tell those at a meeting, once they may read it; of a submission each list tells by itself."""
    if isinstance(home, Item) and version.is_admitted:
        follow_version(actor, version, home)


def _standing(paper: Paper) -> Paper:
    paper = Paper.objects.select_related("matter").get(pk=paper.pk)
    if paper.is_withdrawn:
        raise PaperIsWithdrawn
    return paper


def _refuse_twins(home: Home, file: ReadPdf) -> None:
    """Refuse the same bytes twice under one item: a button pressed twice, a wrong file chosen.

    What the chair did not take may come again: another session may take it.
    """
    for paper in home.matter.papers.filter(withdrawn_at=None).prefetch_related("versions"):
        if paper.current.sha256 == file.sha256 and paper.current.late_refused_at is None:
            raise AlreadyTabled(title=paper.title)
