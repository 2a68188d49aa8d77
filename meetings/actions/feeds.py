"""The secret address of a person's own calendar."""

from django.db import transaction

from core.clock import now
from meetings.invitations.models import CalendarFeed, new_token
from people.models import Person


@transaction.atomic
def make_feed(actor: Person) -> CalendarFeed:
    """Make one's calendar address, or a new one: the old one leads nowhere from then on."""
    facts = {"token": new_token(), "made_at": now(), "fetched_at": None}
    return CalendarFeed.objects.update_or_create(person=actor, defaults=facts)[0]


@transaction.atomic
def end_feed(actor: Person) -> None:
    """Close one's calendar address."""
    CalendarFeed.objects.filter(person=actor).delete()
