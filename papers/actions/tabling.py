"""Lay a paper under an item, give it a new version, take it away."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar
from uuid import uuid4

from django.core.files import File
from django.db import transaction

from agendas.models import Item
from core.clock import now
from core.errors import NotSeen
from core.policies import require
from meetings.policies import require_open_record
from papers import notices
from papers.errors import AlreadyTabled, PaperIsWithdrawn
from papers.events import PaperReplaced, PaperTabled, PaperWithdrawn
from papers.ingest.reading import ReadPdf
from papers.models import Paper, PaperRole, PaperVersion
from papers.policies import may_table
from people.models import Person
from realtime.journal import announce

Laid = TypeVar("Laid", PaperTabled, PaperReplaced)


def table_paper(
    actor: Person,
    item: Item,
    *,
    title: str,
    file: ReadPdf,
    role: PaperRole = PaperRole.SUBMISSION,
) -> Paper:
    """Lay a new paper under the item, behind those already there."""
    require(may_table(actor, item))
    with kept(file) as version, transaction.atomic():
        item = _locked(item)
        _refuse_twins(item, file)
        paper = Paper.objects.create(
            matter=item.matter,
            title=title,
            role=role,
            order=item.matter.papers.count() + 1,
            tabled_at=now(),
            tabled_by=actor,
        )
        _number(version, paper, actor, 1)
        announce(_event(PaperTabled, version, item), actor=actor)
        notices.tell_tabled(actor, version, item)
    return paper


def replace_paper(actor: Person, paper: Paper, *, file: ReadPdf, reason: str = "") -> PaperVersion:
    """Give the paper a new version. The earlier ones and the marks on them stay."""
    home = home_of(paper)
    require(may_table(actor, home))
    with kept(file) as version, transaction.atomic():
        item = _locked(home)
        paper = _standing(paper)
        _refuse_twins(item, file)
        version.reason = reason
        _number(version, paper, actor, paper.versions.count() + 1)
        announce(_event(PaperReplaced, version, item), actor=actor)
        notices.tell_tabled(actor, version, item)
    return version


@transaction.atomic
def withdraw_paper(actor: Person, paper: Paper, *, reason: str = "") -> Paper:
    """Take the paper from the meeting. Its file and its readers' marks are kept."""
    home = home_of(paper)
    require(may_table(actor, home))
    item = _locked(home)
    paper = _standing(paper)
    paper.withdrawn_at, paper.withdrawn_reason = now(), reason
    paper.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    facts = {"meeting_id": item.meeting_id, "item_id": item.pk, "paper_id": paper.pk}
    announce(PaperWithdrawn(**facts), actor=actor)
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


def home_of(paper: Paper) -> Item:
    """Return the item under which the paper is dealt with now."""
    item = paper.item
    if item is None:
        raise NotSeen
    return item


def _locked(item: Item) -> Item:
    """Lock the item, so that its papers are numbered one after the other."""
    locked = Item.objects.select_for_update(of=("self",)).select_related("meeting", "matter")
    item = locked.get(pk=item.pk)
    require_open_record(item.meeting)
    return item


def _standing(paper: Paper) -> Paper:
    paper = Paper.objects.select_related("matter").get(pk=paper.pk)
    if paper.is_withdrawn:
        raise PaperIsWithdrawn
    return paper


def _refuse_twins(item: Item, file: ReadPdf) -> None:
    """Refuse the same bytes twice under one item: a button pressed twice, a wrong file chosen."""
    for paper in item.matter.papers.filter(withdrawn_at=None).prefetch_related("versions"):
        if paper.current.sha256 == file.sha256:
            raise AlreadyTabled(title=paper.title)


def _number(version: PaperVersion, paper: Paper, actor: Person, number: int) -> None:
    version.paper, version.number = paper, number
    version.made_at, version.made_by = now(), actor
    version.save(force_insert=True)


def _event(kind: type[Laid], version: PaperVersion, item: Item) -> Laid:
    return kind(
        meeting_id=item.meeting_id,
        item_id=item.pk,
        paper_id=version.paper_id,
        version_id=version.pk,
        sha256=version.sha256,
    )
