"""What an agenda needs of a person: to be published, or published again."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from agendas.actions.publishing import design_of, standing_of
from agendas.models import IN_ORDER, Item
from agendas.policies import meetings_presided_by
from agendas.states import ItemState
from core.needs import Need, needs_me
from meetings.models import Meeting
from meetings.policies import meetings_kept_by
from meetings.states import MeetingState
from people.models import Person

OPEN = [MeetingState.DRAFT, MeetingState.CONVENED, MeetingState.IN_SESSION, MeetingState.SUSPENDED]


@needs_me
def agendas_to_publish(person: Person) -> Iterator[Need]:
    """Tell chair and secretary of agendas that differ from what was published."""
    for meeting in meetings_kept_by(person).filter(state__in=OPEN):
        standing, design = standing_of(meeting), design_of(meeting)
        if design and (standing is None or standing.lines != design):
            yield _to_publish(meeting, is_again=standing is not None)


@needs_me
def late_items_to_take(person: Person) -> Iterator[Need]:
    """Tell the chair of items that came after the limit and wait for consent."""
    waiting = Item.objects.filter(
        meeting__in=meetings_presided_by(person).filter(state__in=OPEN),
        state=ItemState.PLANNED,
        late_at__isnull=False,
        late_consent_at__isnull=True,
    )
    for item in waiting.select_related("meeting", "parent").order_by("meeting", *IN_ORDER):
        yield Need(
            title=f"{item.label}. {item.title}",
            url=reverse("agendas:item", args=[item.pk]),
            verb=_("Decide on a late item"),
            when=item.meeting.starts_at,
            detail=item.late_for,
        )


def _to_publish(meeting: Meeting, *, is_again: bool) -> Need:
    return Need(
        title=meeting.title,
        url=reverse("agendas:agenda", args=[meeting.pk]),
        verb=_("Publish the agenda"),
        group="week",
        when=meeting.starts_at,
        detail=_("The agenda has changed since it was published.") if is_again else "",
    )
