"""What the gates need of a person: a planned release whose moment comes, not confirmed yet."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from core.clock import now
from core.needs import Need, needs_me
from exchange.models import Release
from meetings.policies import meetings_kept_by
from meetings.states import MeetingState
from people.models import Person

AHEAD = timedelta(days=2)


@needs_me("release")
def releases_to_confirm(person: Person) -> Iterator[Need]:
    """Tell who keeps a meeting of the releases that wait for a confirmation."""
    waiting = Release.objects.filter(
        confirmed_at__isnull=True,
        taken_back_at__isnull=True,
        planned_at__lte=now() + AHEAD,
        meeting__in=meetings_kept_by(person),
    ).exclude(meeting__state=MeetingState.CANCELLED)
    for gate in waiting.select_related("meeting"):
        yield Need(
            title=gate.meeting.title,
            url=reverse("exchange:release", args=[gate.meeting_id]),
            verb=_("Confirm the release"),
            when=gate.planned_at,
            detail=f"{gate.get_what_display()} · {gate.get_audience_display()}",
        )
