"""Papers, where their file is at hand and is a PDF that the house reads."""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import translation

from agendas.models import Item
from core.errors import Refusal
from exchange.importing.burying import end_papers
from exchange.importing.job import Job
from exchange.importing.parts import files_of, item_of, role_of, title_of
from exchange.importing.values import Thing, day, digest, identity, noon, text
from exchange.states import DELETED, ImportKind
from papers.actions.tabling import kept
from papers.ingest.many import Readers
from papers.ingest.reading import ReadPdf
from papers.models import Paper, PaperVersion

PAPER, CONSULTATION = ImportKind.PAPER, ImportKind.CONSULTATION
SOON = 100  # how many files are read ahead of being written


@dataclass(frozen=True)
class PaperFacts:
    """What is read of one file. ``token`` stands for its bytes."""

    id: str
    item: int
    title: str
    role: str
    tabled_at: datetime | None
    token: str


@dataclass(frozen=True)
class FileAtHand:
    """Where a file's bytes are: a token that changes with them, and how to get them."""

    token: str
    get: Callable[[], bytes]


Finder = Callable[[Thing], "FileAtHand | str"]


@dataclass
class Prepared:
    """Papers whose files were read before the page is written. ``parts`` are the papers of files."""

    new: list[tuple[PaperFacts, ReadPdf]] = field(default_factory=list)
    changed: list[tuple[PaperFacts, ReadPdf]] = field(default_factory=list)
    renamed: list[PaperFacts] = field(default_factory=list)
    gone: list[Thing] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)


def prepare_papers(job: Job, things: list[Thing], find: Finder, readers: Readers) -> Prepared:
    """Find and read the files of a page's papers, outside of any transaction."""
    at_hand: dict[str, FileAtHand] = {}

    def read(job: Job, thing: Thing) -> PaperFacts | None:
        return _facts(job, thing, find, at_hand)

    files = [file for thing in things for file in files_of(job, thing)]
    told = job.sort(PAPER, files, read)
    prepared = Prepared(gone=told.gone)
    prepared.parts = {identity(file): text(file, "paper", 450) for file in files}
    new, same = {facts.id for facts in told.new}, _digests(job, told.changed)
    for facts, file in _read(job, [*told.new, *told.changed], at_hand, readers):
        if facts.id in new:
            prepared.new.append((facts, file))
        elif (job.ledger.key(PAPER, facts.id), file.sha256) in same:
            prepared.renamed.append(facts)
        else:
            prepared.changed.append((facts, file))
    return prepared


def _digests(job: Job, changed: list[PaperFacts]) -> set[tuple[int | None, str]]:
    """Return the papers with the digests of their versions: the same bytes are no new version."""
    keys = [job.ledger.key(PAPER, facts.id) for facts in changed]
    return set(PaperVersion.objects.filter(paper__in=keys).values_list("paper", "sha256"))


def write_papers(job: Job, prepared: Prepared) -> None:
    """Lay the papers under the matters of their items; a changed file is a new version."""
    end_papers(job, prepared.gone)
    if job.is_dry:
        changed = [*(facts for facts, _file in prepared.changed), *prepared.renamed]
        for facts in (*(facts for facts, _file in prepared.new), *changed):
            job.note(PAPER, facts, job.ledger.key(PAPER, facts.id) or job.ledger.planned_key())
        return
    _lay(job, prepared)
    _replace(job, prepared)
    _remember_parts(job, prepared.parts)


def _lay(job: Job, prepared: Prepared) -> None:
    """Lay new papers behind those that lie under their matters already."""
    items = Item.objects.select_related("meeting").in_bulk(
        {facts.item for facts, _file in prepared.new}
    )
    matters = {item.matter_id for item in items.values()}
    laid = Counter(Paper.objects.filter(matter__in=matters).values_list("matter", flat=True))
    papers = []
    for facts, _file in prepared.new:
        matter = items[facts.item].matter_id
        laid[matter] += 1
        papers.append(_paper(job, facts, items[facts.item], laid[matter]))
    Paper.objects.bulk_create(papers, batch_size=400)
    for (facts, _file), paper in zip(prepared.new, papers, strict=True):
        job.note(PAPER, facts, paper.pk)


@contextlib.contextmanager
def stored(job: Job, prepared: Prepared) -> Iterator[list[PaperVersion]]:
    """Store the files before the page is written; take them back if it fails."""
    with contextlib.ExitStack() as stack:
        files = [] if job.is_dry else [*prepared.new, *prepared.changed]
        yield [stack.enter_context(kept(file)) for _facts, file in files]


def write_versions(job: Job, prepared: Prepared, versions: list[PaperVersion]) -> None:
    """Write what was stored as the newest version of each paper."""
    facts_of = [facts for facts, _file in (*prepared.new, *prepared.changed)]
    keys = [job.ledger.key(PAPER, facts.id) or 0 for facts in facts_of]
    numbers = Counter(PaperVersion.objects.filter(paper__in=keys).values_list("paper", flat=True))
    tabled = Paper.objects.in_bulk(keys)
    for facts, key, version in zip(facts_of, keys, versions, strict=False):
        version.paper_id, version.number = key, numbers[key] + 1
        version.made_at = facts.tabled_at or tabled[key].tabled_at
        version.made_by = job.secretary
    PaperVersion.objects.bulk_create(versions, batch_size=100)


def _remember_parts(job: Job, parts: dict[str, str]) -> None:
    """Remember which files a paper has: when it is deleted, nothing but its own address is told."""
    for file, paper in parts.items():
        key, name = job.ledger.key(PAPER, file), f"{paper}#file:{digest(file)[:16]}"
        if key and paper and file != paper and job.ledger.key(CONSULTATION, name) != key:
            job.ledger.note(CONSULTATION, name, key, "")


def _facts(
    job: Job, thing: Thing, find: Finder, at_hand: dict[str, FileAtHand]
) -> PaperFacts | None:
    name, item = identity(thing), item_of(job, thing)
    found = find(thing["file"]) if thing["part"] != "none" else "it has no file"
    if item is None or isinstance(found, str):
        job.skip(PAPER, name, found if isinstance(found, str) else "no known item deals with it")
        return None
    at_hand[name] = found
    tabled = day(thing, "date") or day(thing["file"], "date") or day(thing["file"], "created")
    return PaperFacts(
        id=name,
        item=item,
        title=title_of(thing),
        role=role_of(thing),
        tabled_at=noon(tabled) if tabled else None,
        token=found.token,
    )


def _read(
    job: Job, told: list[PaperFacts], at_hand: dict[str, FileAtHand], readers: Readers
) -> Iterator[tuple[PaperFacts, ReadPdf]]:
    """Read files a few at a time; what cannot be read is left out with the house's own reason."""
    for start in range(0, len(told), SOON):
        batch, files = [], []
        for facts in told[start : start + SOON]:
            try:
                files.append((facts.title, at_hand[facts.id].get()))
                batch.append(facts)
            except OSError as problem:
                job.drop(PAPER, facts, f"its file could not be fetched ({type(problem).__name__})")
        for facts, found in zip(batch, readers.read(files), strict=True):
            if isinstance(found, Refusal):
                with translation.override("en"):
                    job.drop(PAPER, facts, found.sentence)
                continue
            yield facts, found


def _paper(job: Job, facts: PaperFacts, item: Item, order: int) -> Paper:
    return Paper(
        matter_id=item.matter_id,
        title=facts.title,
        role=facts.role,
        order=order,
        tabled_at=facts.tabled_at or item.meeting.starts_at,
        tabled_by=job.secretary,
    )


def _replace(job: Job, prepared: Prepared) -> None:
    for facts in (*(facts for facts, _file in prepared.changed), *prepared.renamed):
        key = job.ledger.key(PAPER, facts.id) or 0
        told = {"title": facts.title, "role": facts.role}
        Paper.objects.filter(pk=key).update(**told, **_back(job, facts))
        job.note(PAPER, facts, key)


def _back(job: Job, facts: PaperFacts) -> dict[str, Any]:
    """Let a paper stand again that was deleted at the source; what was withdrawn here stays so."""
    known = job.ledger.get(PAPER, facts.id)
    is_back = known is not None and known.digest == DELETED
    return {"withdrawn_at": None, "withdrawn_reason": ""} if is_back else {}
