"""Who opens the gates of a meeting, and who has come through which."""

from django.conf import settings
from django.db.models import QuerySet

from core.clock import now
from exchange.models import Release
from exchange.states import Audience
from meetings.models import Meeting
from meetings.policies import MeetingPolicy
from people.models import Body, Person


def may_release(person: Person, meeting: Meeting) -> bool:
    """Tell whether the person plans and confirms releases: chair and secretary."""
    return MeetingPolicy(person, meeting).is_keeper


def releases_of(meeting: Meeting) -> QuerySet[Release]:
    """Return the releases that stand: planned, confirmed, not taken back."""
    return Release.objects.filter(meeting=meeting, taken_back_at__isnull=True)


def open_to(audience: Audience) -> QuerySet[Release]:
    """Return the gates that are open now for an audience."""
    here = Release.objects.filter(audience=audience, released_at__lte=now())
    return here.filter(taken_back_at__isnull=True)


def public_bodies() -> QuerySet[Body]:
    """Return the bodies whose released things anybody may read."""
    return Body.objects.filter(code__in=settings.OPARL_BODIES)
