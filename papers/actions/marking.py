"""Keep a person's marks. The last writer wins, by the revision the device gave."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core.clock import now
from core.errors import NotSeen
from papers.errors import MarkFromTheFuture, UnknownMark
from papers.marks import Mark
from papers.models import Annotation
from papers.policies import marks_of, versions_visible_to
from people.models import Person
from realtime.live import tell

TICKS = 32  # revisions a millisecond
PATIENCE = 5 * 60 * 1000  # milliseconds a device's clock may be ahead


@transaction.atomic
def save_mark(actor: Person, mark: Mark) -> tuple[Annotation, bool]:
    """Keep the mark unless a newer one is kept. Return what is kept, and whether it is this one."""
    version = versions_visible_to(actor).filter(pk=mark.version_id).first()
    if version is None:
        raise NotSeen
    _refuse_the_future(mark.rev)
    if mark.page >= version.pages:
        raise UnknownMark(why=_("it lies outside the paper"))
    kept, is_new = Annotation.objects.select_for_update().get_or_create(
        pk=mark.uuid,
        defaults={
            "owner": actor,
            "version": version,
            "page": mark.page,
            "kind": mark.kind,
            "rev": mark.rev,
            "deleted": mark.deleted,
            "updated_at": now(),
            **mark.content,
        },
    )
    return _tell(actor, kept) if is_new else _renew(actor, kept, mark)


def _renew(actor: Person, kept: Annotation, mark: Mark) -> tuple[Annotation, bool]:
    """Write a newer revision over an older one. Who is not the owner finds nothing."""
    if kept.owner_id != actor.pk:
        raise NotSeen
    if mark.rev <= kept.rev:
        return kept, False
    for name, value in {**mark.content, "rev": mark.rev, "deleted": mark.deleted}.items():
        setattr(kept, name, value)
    kept.updated_at = now()
    kept.save()
    return _tell(actor, kept)


@transaction.atomic
def delete_mark(actor: Person, uuid: UUID, *, rev: int) -> tuple[Annotation, bool]:
    """Empty the mark and leave a tombstone, so that other devices hear of it."""
    kept = marks_of(actor).select_for_update(of=("self",)).filter(pk=uuid).first()
    if kept is None:
        raise NotSeen
    _refuse_the_future(rev)
    if rev <= kept.rev:
        return kept, False
    kept.geometry, kept.style, kept.text, kept.quote = {}, {}, "", {}
    kept.rev, kept.deleted, kept.updated_at = rev, True, now()
    kept.save()
    return _tell(actor, kept)


def _refuse_the_future(rev: int) -> None:
    if rev / TICKS > now().timestamp() * 1000 + PATIENCE:
        raise MarkFromTheFuture


def _tell(actor: Person, kept: Annotation) -> tuple[Annotation, bool]:
    """Let the person's other devices know that there is something to read, and nothing more."""
    facts = {"uuid": str(kept.pk), "version": kept.version_id, "rev": kept.rev}
    tell(actor, "annotation.saved", facts)
    return kept, True
