"""Restricting a paper to some of those who see its item."""

from typing import Any

from django.db import transaction
from guardian.shortcuts import assign_perm, remove_perm

from agendas.naming import Whom
from core.policies import require
from meetings.policies import require_open_record
from papers.actions.homes import item_under
from papers.errors import PaperIsOpen
from papers.events import PaperHidden, PaperRestricted, PaperShown
from papers.models import Paper, PaperCircle, PaperOffice
from papers.notices import take_back_told
from papers.policies import VIEW, may_table
from people.models import Agency, Person
from realtime.journal import announce


@transaction.atomic
def restrict_paper(actor: Person, paper: Paper, *, restricted: bool = True) -> Paper:
    """Restrict a paper to those named, or open it to all who see its item."""
    paper, facts = _held(actor, paper)
    if paper.restricted == restricted:
        return paper
    paper.restricted = restricted
    paper.save(update_fields=["restricted"])
    if restricted:
        take_back_told(paper)
    announce(PaperRestricted(**facts, restricted=restricted), actor=actor)
    return paper


@transaction.atomic
def show_paper(actor: Person, paper: Paper, *, whom: Whom) -> None:
    """Let a person, the people of an agency or a group see a restricted paper.

    It opens nothing else: who does not see the item does not see the paper.
    """
    paper, facts = _held(actor, paper)
    if not paper.restricted:
        raise PaperIsOpen(title=paper.title)
    if isinstance(whom, Person):
        assign_perm(VIEW, whom, paper)
    elif isinstance(whom, Agency):
        PaperOffice.objects.get_or_create(paper=paper, agency=whom)
    else:
        PaperCircle.objects.get_or_create(paper=paper, circle=whom)
    announce(PaperShown(**facts, **_named(whom)), actor=actor)


@transaction.atomic
def hide_paper(actor: Person, paper: Paper, *, whom: Whom) -> None:
    """Take back the sight of a restricted paper."""
    paper, facts = _held(actor, paper)
    if isinstance(whom, Person):
        remove_perm(VIEW, whom, paper)
    elif isinstance(whom, Agency):
        paper.offices.filter(agency=whom).delete()
    else:
        paper.circles.filter(circle=whom).delete()
    if paper.restricted:
        take_back_told(paper)
    announce(PaperHidden(**facts, **_named(whom)), actor=actor)


def _held(actor: Person, paper: Paper) -> tuple[Paper, dict[str, Any]]:
    """Lock a paper that the person keeps, and tell what is common to all events about it."""
    item = item_under(paper)
    require(may_table(actor, item))
    require_open_record(item.meeting)
    paper = Paper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
    facts = {"meeting_id": item.meeting_id, "item_id": item.pk, "paper_id": paper.pk}
    return paper, {**facts, "title": paper.title}


def _named(whom: Whom) -> dict[str, Any]:
    if isinstance(whom, Person):
        return {"whom": "person", "whom_id": whom.pk, "name_of": str(whom)}
    kind = "office" if isinstance(whom, Agency) else "group"
    return {"whom": kind, "whom_id": whom.pk, "name_of": str(whom)}
