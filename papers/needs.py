"""What papers need of a person: the chair decides on those that came late."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agendas.models import Item
from agendas.policies import meetings_presided_by
from agendas.states import ItemState
from core.needs import Need, needs_me
from meetings.ahead import open_meetings_kept_by
from meetings.states import MeetingState
from papers.actions import waiting_under
from people.models import Person

AHEAD = [MeetingState.DRAFT, MeetingState.CONVENED, MeetingState.IN_SESSION, MeetingState.SUSPENDED]


@needs_me("paper")
def late_papers_to_take(person: Person) -> Iterator[Need]:
    """Tell the chair of papers that came after the limit and wait for consent."""
    if not open_meetings_kept_by(person):
        return
    items = Item.objects.filter(
        meeting__in=meetings_presided_by(person).filter(state__in=AHEAD),
        state__in=[ItemState.PLANNED, ItemState.OPEN],
        matter__papers__withdrawn_at__isnull=True,
        matter__papers__versions__late_at__isnull=False,
        matter__papers__versions__late_consent_at__isnull=True,
        matter__papers__versions__late_refused_at__isnull=True,
    )
    for item in Item.objects.filter(pk__in=items.values("pk")).select_related("meeting", "parent"):
        waiting = waiting_under(item)
        told = ngettext(
            "%(count)s late paper: %(why)s", "%(count)s late papers: %(why)s", len(waiting)
        )
        yield Need(
            title=f"{item.label}. {item.title}",
            url=reverse("agendas:item", args=[item.pk]),
            verb=_("Decide on late papers"),
            when=item.meeting.starts_at,
            detail=told % {"count": len(waiting), "why": waiting[0].late_for},
        )
