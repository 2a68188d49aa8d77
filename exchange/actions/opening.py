"""Who of the agencies has opened what, noted once a reading as the floor of papers does."""

from django.db import transaction

from agendas.models import Item
from core.clock import now
from exchange.events import ReleasedPaperOpened
from papers.actions.opening import ONE_READING
from papers.models import PaperVersion
from people.models import Person
from realtime.journal import announce, read


@transaction.atomic
def note_released_opening(actor: Person, version: PaperVersion, item: Item) -> bool:
    """Journal that somebody of an agency has opened a released paper. Tell whether it was new.

    Unlike what happens at a meeting, this goes on when its record is sealed, as releases do.
    """
    told = read(f"meeting.{item.meeting_id}").filter(name=ReleasedPaperOpened.name, actor=actor)
    if told.filter(at__gte=now() - ONE_READING, facts__version_id=version.pk).exists():
        return False
    event = ReleasedPaperOpened(
        meeting_id=item.meeting_id,
        item_id=item.pk,
        paper_id=version.paper_id,
        version_id=version.pk,
    )
    announce(event, actor=actor)
    return True
