"""Papers that came after the limit: marked with their time, read once the chair has consented."""

from django.db import transaction

from agendas.guards import follows_deferral
from agendas.lateness import is_after_limit
from agendas.models import Item
from agendas.policies import ItemPolicy
from core.clock import now
from core.policies import require
from papers import notices
from papers.actions.homes import locked_item
from papers.errors import NoLatePapers
from papers.events import LatePapersTaken
from papers.models import PaperVersion
from people.models import Person
from realtime.journal import announce


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
        notices.tell_tabled(actor, version, item)
    keys = [version.pk for version in waiting]
    told = LatePapersTaken(meeting_id=item.meeting_id, item_id=item.pk, version_ids=keys)
    announce(told, actor=actor)
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
    )
    return list(versions)
