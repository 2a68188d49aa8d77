"""The door by which those who have not answered are reminded."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.policies import require
from meetings import actions
from meetings.models import Meeting, Participant
from meetings.policies import MeetingPolicy
from meetings.views.meetings import seen_meeting
from people.batches import Batch, answered
from people.http import Request
from people.models import Person


def reminding(person: Person, meeting: Meeting) -> Batch[Participant]:
    """Return the deed of reminding several participants."""
    places = meeting.participants.select_related("person", "site", "meeting")
    return Batch(
        title=_("Remind"),
        verb=_("Remind"),
        icon="bell",
        url=reverse("meetings:remind", args=[meeting.pk]),
        things=places.order_by("pk"),
        deed=lambda place, given: actions.remind(person, place),
        named=str,
        back=reverse("meetings:invitations", args=[meeting.pk]),
    )


@require_POST
def remind(request: Request, pk: int) -> HttpResponse:
    """Remind those who are ticked."""
    meeting = seen_meeting(request, pk)
    require(MeetingPolicy(request.user, meeting).may_edit)
    return answered(request, reminding(request.user, meeting))
