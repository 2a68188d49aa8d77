"""Where submissions stand on agendas: on one that is still open, or dealt with for good."""

from django.db.models import Q, QuerySet

from agendas.models import Item, Submission
from agendas.states import ItemState, Route, SubmissionState
from meetings.states import MeetingState

OVER = [MeetingState.ADJOURNED, MeetingState.SEALED, MeetingState.CANCELLED]
WAITS = [ItemState.PLANNED, ItemState.OPEN]


def standing_items() -> QuerySet[Item]:
    """Return the items that keep a matter: concluded, or on an agenda that is not over."""
    waits = Q(state__in=WAITS) & ~Q(meeting__state__in=OVER)
    done = Q(state=ItemState.DONE) & ~Q(meeting__state=MeetingState.CANCELLED)
    return Item.objects.filter(waits | done)


def standing_item(submission: Submission) -> Item | None:
    """Return the item a submission is dealt with as, if it stands on an agenda."""
    items = standing_items().filter(matter=submission.matter_id)
    return items.select_related("meeting", "parent").order_by("pk").last()


def placeable(submissions: QuerySet[Submission]) -> QuerySet[Submission]:
    """Return those routed to a session that stand on no agenda."""
    routed = submissions.filter(state=SubmissionState.ROUTED, route=Route.SESSION)
    return routed.exclude(matter__in=standing_items().values("matter"))
