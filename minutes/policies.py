"""Who may read minutes, word them, sign them and close the record."""

from functools import cached_property

from django.db.models import Q, QuerySet

from agendas.policies import items_visible_to
from meetings.models import Meeting
from meetings.policies import MeetingPolicy, meetings_kept_by, meetings_visible_to
from minutes.models import ArchivedMinutes, Block, Minutes
from minutes.states import MinutesState, SignatureRole
from people.models import Person


def minutes_visible_to(person: Person) -> QuerySet[Minutes]:
    """Return the minutes a person may read: drafts only who keeps the meeting.

    A guest, who came for single items, does not read the minutes of the others.
    """
    if not person.is_active:
        return Minutes.objects.none()
    kept = Q(meeting__in=meetings_kept_by(person).values("pk"))
    seen = Q(meeting__in=meetings_visible_to(person).values("pk"))
    as_guest = Q(meeting__participants__in=person.participations.filter(for_items=True))
    return Minutes.objects.filter(kept | seen & ~as_guest & ~Q(state=MinutesState.DRAFT))


def blocks_visible_to(person: Person, minutes: Minutes) -> QuerySet[Block]:
    """Return the parts a person may read; those of restricted items only with sight of the item."""
    seen = Q(item__isnull=True) | Q(item__restricted=False) | Q(kind="restricted")
    sight = Q(item__in=items_visible_to(person).values("pk"))
    return minutes.blocks.filter(seen | sight).select_related("item")


def archive_of(person: Person) -> QuerySet[ArchivedMinutes]:
    """Return the sealed minutes a person may find."""
    return ArchivedMinutes.objects.filter(minutes__in=minutes_visible_to(person).values("pk"))


class MinutesPolicy:
    """What one person may do with the minutes of one meeting."""

    def __init__(self, person: Person, meeting: Meeting) -> None:
        self.person = person
        self.meeting = meeting

    @cached_property
    def is_keeper(self) -> bool:
        return MeetingPolicy(self.person, self.meeting).is_keeper

    @property
    def may_draft(self) -> bool:
        return self.is_keeper

    @property
    def may_edit(self) -> bool:
        return self.is_keeper

    @property
    def may_approve(self) -> bool:
        return self.is_keeper

    @property
    def may_seal(self) -> bool:
        return MeetingPolicy(self.person, self.meeting).may_seal

    def may_sign_as(self, role: SignatureRole) -> bool:
        """Tell whether the person is the one who signs in this capacity: nobody else may."""
        officers = {
            SignatureRole.SECRETARY: self.meeting.secretary_id,
            SignatureRole.CHAIR: self.meeting.chair_id,
        }
        return self.person.is_active and self.person.pk == officers[role]
