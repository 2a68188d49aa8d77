"""Papers that came after the limit: marked with their time, read once the chair has consented.

What the chair refuses is kept, and never read by members.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from agendas.errors import ReasonMissing
from agendas.guards import follows_deferral
from agendas.lateness import is_after_limit
from agendas.models import Item
from agendas.policies import ItemPolicy
from core.clock import now
from core.policies import require
from papers import notices
from papers.actions.following import follow_version
from papers.actions.homes import locked_item
from papers.errors import NoLatePapers
from papers.events import LatePapersRefused, LatePapersTaken
from papers.models import PaperVersion
from people.models import Person
from realtime.journal import announce

REFUSED = ["late_refused_at", "late_refused_by", "late_refused_for"]


def note_lateness(version: PaperVersion, item: Item, late_for: str) -> None:
    """Mark a new version that came after the limit; under what the chair took as urgent he consents.

    What its agency calls urgent waits like everything else.
    """
    if not is_after_limit(item.meeting, version.made_at) and not item.is_taken_up:
        return
    version.late_at, version.late_for = version.made_at, late_for.strip()
    if item.is_taken_up:
        version.late_consent_at, version.late_consent_by = version.made_at, item.late_consent_by


@transaction.atomic
def take_late_papers(actor: Person, item: Item) -> list[PaperVersion]:
    """Take the papers under an item that came after the limit, as the chair."""
    require(ItemPolicy(actor, item).may_consent)
    item = locked_item(item)
    waiting = waiting_under(item)
    if not waiting:
        raise NoLatePapers
    for version in waiting:
        version.late_consent_at, version.late_consent_by = now(), actor
        version.save(update_fields=["late_consent_at", "late_consent_by"])
        follow_version(actor, version, item)
    announce(LatePapersTaken(**_facts(item, waiting)), actor=actor)
    return waiting


@transaction.atomic
def refuse_late_papers(actor: Person, item: Item, *, reason: str) -> list[PaperVersion]:
    """Refuse the papers under an item that came after the limit, as the chair.

    They are kept as not admitted; a new version may be laid and asked for again.
    """
    require(ItemPolicy(actor, item).may_consent)
    item = locked_item(item)
    waiting = waiting_under(item)
    if not waiting:
        raise NoLatePapers
    if not reason.strip():
        raise ReasonMissing
    for version in waiting:
        version.late_refused_at, version.late_refused_by = now(), actor
        version.late_refused_for = reason.strip()
        version.save(update_fields=REFUSED)
    told = LatePapersRefused(**_facts(item, waiting), reason=reason.strip())
    announce(told, actor=actor)
    notices.tell_refused(actor, item, waiting)
    return waiting


@follows_deferral
def judge_anew(before: Item, after: Item) -> None:
    """Let papers be in time again that came too late for one session and not for the next."""
    if is_after_limit(after.meeting, now()):
        return
    for version in waiting_under(before):
        version.late_at, version.late_for = None, ""
        version.save(update_fields=["late_at", "late_for"])


def waiting_under(item: Item) -> list[PaperVersion]:
    """Return the versions under an item that wait for the chair's consent."""
    versions = PaperVersion.objects.filter(
        paper__matter=item.matter_id,
        paper__withdrawn_at__isnull=True,
        late_at__isnull=False,
        late_consent_at__isnull=True,
        late_refused_at__isnull=True,
    )
    return list(versions.select_related("paper"))


def _facts(item: Item, versions: Iterable[PaperVersion]) -> dict[str, Any]:
    keys = [version.pk for version in versions]
    return {"meeting_id": item.meeting_id, "item_id": item.pk, "version_ids": keys}
