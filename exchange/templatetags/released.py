"""Whether the pages of a meeting lead to its decisions."""

from django import template
from django.template.context import Context

from exchange.policies import meetings_decided_for
from exchange.states import OVER
from meetings.models import Meeting
from people.models import Person

register = template.Library()


@register.simple_tag(takes_context=True)
def reads_decisions(context: Context, meeting: Meeting) -> bool:
    """Tell whether the reader has the decisions of the meeting; while it goes on there are none."""
    user = context.get("user")
    if meeting.state not in OVER or not isinstance(user, Person):
        return False
    return meetings_decided_for(user).filter(pk=meeting.pk).exists()
