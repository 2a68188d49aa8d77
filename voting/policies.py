"""Who may put questions, who sees which votes, who is asked."""

from django.db.models import Q, QuerySet

from agendas.models import Item
from agendas.policies import items_visible_to
from meetings.models import Meeting, Participant
from meetings.policies import MeetingPolicy, meetings_followed_by
from meetings.states import Attendance
from people.models import Person
from voting.models import Elector, Vote

AWAY_TOO = ~Q(attendance=Attendance.LEFT)
IN_THE_ROOM = Q(attendance=Attendance.PRESENT)


def may_conduct(person: Person, meeting: Meeting) -> bool:
    """Tell whether the person puts questions in this meeting: the chair, or who runs it by order."""
    return MeetingPolicy(person, meeting).may_run


def votes_visible_to(person: Person) -> QuerySet[Vote]:
    """Return the votes on the items that the person sees; an assistant sees none."""
    votes = Vote.objects.filter(meeting__in=meetings_followed_by(person).values("pk"))
    return votes.filter(item__in=items_visible_to(person)).select_related("item", "meeting")


def elector_of(person: Person, vote: Vote) -> Elector | None:
    """Return the person's place in the frozen electorate."""
    return vote.electors.filter(person=person).first()


def to_be_asked(item: Item, *, away_too: bool) -> list[Participant]:
    """Return the voting members who are asked about this item, in protocol order.

    Who has left is not asked any more; who may not see a restricted item is not asked about it.
    """
    members = item.meeting.participants.filter(AWAY_TOO if away_too else IN_THE_ROOM)
    members = members.filter(has_vote=True).select_related("person")
    return [one for one in members if not item.restricted or sees(one.person, item)]


def sees(person: Person, item: Item) -> bool:
    """Tell whether the person sees the item."""
    return items_visible_to(person).filter(pk=item.pk).exists()
