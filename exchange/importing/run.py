"""One run of an import: page by page, each in a transaction of its own with the place to go on from."""

import copy
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from django.db import DatabaseError, transaction

from core.clock import now
from exchange.importing.burying import tell_unseen
from exchange.importing.job import Job
from exchange.importing.meetings import take_meetings
from exchange.importing.papers import prepare_papers, stored, write_papers, write_versions
from exchange.importing.people import take_agencies, take_persons
from exchange.importing.seats import take_seats
from exchange.importing.sources import Done, Page, Source
from exchange.importing.values import Thing, flattened, identity, inside, kind_of
from exchange.importing.writing import take_consultations, take_items
from exchange.models import ImportRun
from papers.ingest.many import Readers

Tell = Callable[[Page], None]
Groups = dict[str, list[Thing]]
STEPS: tuple[tuple[str, Callable[[Job, list[Thing]], None]], ...] = (
    ("Body", take_agencies),
    ("Organization", take_agencies),
    ("Person", take_persons),
    ("Membership", take_seats),
    ("Meeting", take_meetings),
    ("AgendaItem", take_items),
    ("Consultation", take_consultations),
)
FILES_OF_MEETINGS = ("invitation", "resultsProtocol", "verbatimProtocol", "auxiliaryFile")
ODD = (DatabaseError, ValueError, TypeError, KeyError, OverflowError, RecursionError)


def run_import(job: Job, source: Source, tell: Tell, *, anew: bool = False) -> None:
    """Take in all that a source has; go on where an earlier run was interrupted."""
    row = None if job.is_dry else _begun(source, anew=anew)
    since = row.complete_until if row and source.keeps_changes and not anew else None
    _note_way(job, row, since)
    with Readers() as readers:
        for page in source.pages(row.done if row else {}, since):
            take_page(job, source, readers, page)
            _go_on(row, page.done)
            tell(page)
    if anew:
        tell_unseen(job)
    if row:
        row.finished_at, row.complete_until, row.done = now(), row.started_at, {}
        row.save()


def take_page(job: Job, source: Source, readers: Readers, page: Page) -> None:
    """Take in one page; if something in it cannot be written, its objects one by one."""
    before = copy.deepcopy(job.report)
    try:
        _take(job, source, readers, page.things)
    except ODD:
        job.ledger.undo()
        job.report.__dict__.update(before.__dict__)
        for thing in page.things:
            _take_one(job, source, readers, thing)


def _take_one(job: Job, source: Source, readers: Readers, thing: Thing) -> None:
    before = copy.deepcopy(job.report)
    try:
        _take(job, source, readers, [thing])
    except ODD as problem:
        job.ledger.undo()
        job.report.__dict__.update(before.__dict__)
        why = f"it could not be written ({type(problem).__name__})"
        job.report.skip(kind_of(thing) or "object", identity(thing), why)


def _take(job: Job, source: Source, readers: Readers, things: list[Thing]) -> None:
    """Write what a page has, first all but the papers, then these: their files take longer."""
    groups = _grouped(things)
    with transaction.atomic():
        for kind, take in STEPS:
            if groups[kind]:
                take(job, groups[kind])
        job.ledger.save()
    papers = [*groups["Paper"], *_under_items(groups["AgendaItem"])]
    _leave_out_files(job, groups["Meeting"])
    prepared = prepare_papers(job, papers, source.find, readers)
    with stored(job, prepared) as versions, transaction.atomic():
        write_papers(job, prepared)
        write_versions(job, prepared, versions)
        job.ledger.save()


def _grouped(things: list[Thing]) -> Groups:
    groups: Groups = defaultdict(list)
    for thing in things:
        for kind, one in flattened(thing):
            groups[kind].append(one)
    return groups


def _under_items(items: list[Thing]) -> list[Thing]:
    """Return the files that lie under items themselves as papers."""
    return [
        {"id": item.get("id"), "item": item.get("id"), "auxiliaryFile": files}
        for item in items
        if (files := [*inside(item, "auxiliaryFile"), *inside(item, "resolutionFile")])
    ]


def _leave_out_files(job: Job, meetings: list[Thing]) -> None:
    """Say that files of a whole meeting stay behind: papers here belong to an item."""
    for meeting in meetings:
        for name in FILES_OF_MEETINGS:
            for file in inside(meeting, name):
                job.report.skip("paper", identity(file), "it belongs to a meeting, not to an item")


def _begun(source: Source, *, anew: bool) -> ImportRun:
    """Return the run to go on with, or a new one."""
    row, _is_new = ImportRun.objects.get_or_create(
        source=source.name, defaults={"started_at": now()}
    )
    if anew or row.finished_at:
        row.started_at, row.finished_at, row.done = now(), None, {}
        row.save()
    return row


def _note_way(job: Job, row: ImportRun | None, since: datetime | None) -> None:
    if row and row.done:
        job.report.notes.append("An earlier run was interrupted; this one went on from there.")
    if since:
        told = since.isoformat(timespec="seconds")
        job.report.notes.append(f"Only what has changed at the source since {told} was asked for.")


def _go_on(row: ImportRun | None, done: Done) -> None:
    if row:
        row.done = done
        row.save(update_fields=["done"])
