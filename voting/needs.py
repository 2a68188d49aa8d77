"""What voting needs from a person: the ballot in a vote that is open now."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from core.needs import Need, needs_me
from people.models import Person
from voting.policies import votes_visible_to
from voting.states import VoteState


@needs_me("vote")
def open_votes(person: Person) -> Iterable[Need]:
    """Ask for the ballot of an elector who has not voted yet."""
    asked = votes_visible_to(person).filter(
        state=VoteState.OPEN, electors__person=person, electors__ballot__isnull=True
    )
    for vote in asked:
        yield Need(
            title=vote.question,
            url=reverse("meetings:live", args=[vote.meeting_id]),
            verb=_("Vote"),
            when=vote.opened_at,
            detail=str(vote.meeting),
        )
