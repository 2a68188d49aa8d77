"""What a paper of the source consists of: its files, the item it belongs to, its title and role."""

from collections.abc import Iterator

from django.utils import translation

from exchange.importing.job import Job
from exchange.importing.values import Thing, flag, identity, inside, link, links, text
from exchange.states import ImportKind
from papers.models import PaperRole

PAPER, ITEM, CONSULTATION = ImportKind.PAPER, ImportKind.ITEM, ImportKind.CONSULTATION


def files_of(job: Job, thing: Thing) -> Iterator[Thing]:
    """Give the files of a paper, or of an item, as papers of their own that know where they belong."""
    paper = identity(thing)
    if paper and flag(thing, "deleted"):
        yield from _deleted(job, thing)
        return
    common: Thing = {"paper": paper, "name": thing.get("name"), "date": thing.get("date")}
    common |= {"paperType": thing.get("paperType"), "item": thing.get("item")}
    common |= {"consultation": thing.get("consultation"), "deleted": thing.get("deleted")}
    found = [("main", one) for one in inside(thing, "mainFile")]
    found += [("more", one) for one in inside(thing, "auxiliaryFile")]
    for number, (part, file) in enumerate(found):
        name = identity(file) or (paper and f"{paper}#{number}")
        own = {"id": name, "file": file, "part": part}
        own |= {"deleted": file.get("deleted") or common["deleted"]}
        yield {**common, **own}
    if not found:
        yield {**common, "id": paper, "file": {}, "part": "none"}


def _deleted(job: Job, thing: Thing) -> Iterator[Thing]:
    """Give what a deleted paper became here: each of its files, told of or remembered."""
    paper = identity(thing)
    names = job.ledger.by_key(PAPER)
    keys = job.ledger.beginning(CONSULTATION, f"{paper}#file:")
    for name in {paper, *(names[key][0] for key in keys if key in names)}:
        if name != paper or not keys:
            yield {"id": name, "deleted": True}


def item_of(job: Job, thing: Thing) -> int | None:
    """Return the item that deals with a paper, from whatever tells of it."""
    items = [job.ledger.key(ITEM, text(thing, "item", 500))]
    for one in inside(thing, "consultation"):
        items.append(job.ledger.key(ITEM, link(one, "agendaItem")))
        items.append(job.ledger.key(CONSULTATION, identity(one)))
    items += [job.ledger.key(CONSULTATION, name) for name in links(thing, "consultation")]
    items.append(job.ledger.key(CONSULTATION, f"{text(thing, 'paper', 490)}#item"))
    return next((item for item in items if item), None)


def title_of(thing: Thing) -> str:
    """Return a paper's title: its own for the main file, the file's for what goes with it."""
    own, files = text(thing, "name", 300), text(thing["file"], "name", 300)
    title = files or own if thing["part"] == "more" else own or files
    return title or text(thing["file"], "fileName", 300) or "Tài liệu"


def role_of(thing: Thing) -> str:
    """Return what a paper is for, as its type says in our words or in others'."""
    if thing["part"] == "more":
        return PaperRole.APPENDIX
    told = text(thing, "paperType", 120).casefold()
    with translation.override("vi"):
        labels = {str(role.label).casefold(): role for role in PaperRole}
    words = {"tờ trình": PaperRole.SUBMISSION, "dự thảo": PaperRole.DRAFT}
    words |= {
        "draft": PaperRole.DRAFT,
        "vorlage": PaperRole.SUBMISSION,
        "phụ lục": PaperRole.APPENDIX,
    }
    if told in labels:
        return labels[told]
    return next((role for word, role in words.items() if word in told), PaperRole.OTHER)
