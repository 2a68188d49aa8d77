"""Who may see an item and who may change it. What is restricted does not exist for the others."""

from functools import cached_property

from django.db.models import Q, QuerySet
from guardian.shortcuts import get_objects_for_user

from agendas.models import Item, ItemUserObjectPermission
from meetings.models import Meeting
from meetings.policies import MeetingPolicy, meetings_kept_by, meetings_visible_to
from people.models import Person, Role
from people.policies import bodies_where

VIEW = "agendas.view_item"


def items_visible_to(person: Person) -> QuerySet[Item]:
    """Return the items a person may know of.

    Those who keep a meeting see all of it. Others see what was published and is not
    restricted, and the restricted items they were given sight of.
    """
    if not person.is_active:
        return Item.objects.none()
    granted = Item.objects.filter(pk__in=granted_to(person).values("pk"))
    published = Q(published_in__isnull=False, meeting__in=meetings_visible_to(person).values("pk"))
    kept = Q(meeting__in=meetings_kept_by(person).values("pk"))
    return Item.objects.filter(kept | published & (Q(restricted=False) | Q(pk__in=granted)))


def items_kept_by(person: Person) -> QuerySet[Item]:
    """Return the items of the meetings a person prepares and runs."""
    return Item.objects.filter(meeting__in=meetings_kept_by(person).values("pk"))


def granted_to(person: Person) -> QuerySet[Item]:
    """Return the items a person was given sight of, whatever technical power he or she has."""
    granted: QuerySet[Item] = get_objects_for_user(
        person, VIEW, Item, accept_global_perms=False, with_superuser=False
    )
    return granted


def persons_who_see(item: Item) -> QuerySet[Person]:
    """Return those who were given sight of a restricted item by name."""
    grants = ItemUserObjectPermission.objects.filter(
        content_object=item, permission__codename="view_item"
    )
    return Person.objects.filter(pk__in=grants.values("user")).order_by("full_name")


def items_shown_on(meeting: Meeting | int) -> QuerySet[Item]:
    """Return what anybody in the room may see of an agenda: published and not restricted."""
    return Item.objects.filter(meeting=meeting, published_in__isnull=False, restricted=False)


def presides_over(person: Person, meeting: Meeting) -> bool:
    """Tell whether a person is the meeting's chair, or chairs its body."""
    return meetings_presided_by(person).filter(pk=meeting.pk).exists()


def meetings_presided_by(person: Person) -> QuerySet[Meeting]:
    """Return the meetings a person chairs, here or for the body."""
    if not person.is_active:
        return Meeting.objects.none()
    bodies = bodies_where(person, Role.CHAIR)
    return Meeting.objects.filter(Q(chair=person) | Q(body__in=bodies))


class ItemPolicy:
    """What one person may do with one item."""

    def __init__(self, person: Person, item: Item) -> None:
        self.person = person
        self.item = item

    @cached_property
    def meeting(self) -> MeetingPolicy:
        return MeetingPolicy(self.person, self.item.meeting)

    @cached_property
    def may_see(self) -> bool:
        return items_visible_to(self.person).filter(pk=self.item.pk).exists()

    @property
    def may_edit(self) -> bool:
        return self.meeting.may_edit

    @property
    def may_run(self) -> bool:
        return self.meeting.may_run

    @property
    def may_grant(self) -> bool:
        return self.meeting.may_edit

    @cached_property
    def may_consent(self) -> bool:
        """Tell whether the person takes what came late: the chair alone."""
        return presides_over(self.person, self.item.meeting)

    @property
    def may_object(self) -> bool:
        """Tell whether the person may ask for a debate: every member, and who runs the meeting."""
        return self.may_run or (self.meeting.may_vote and self.may_see)

    @property
    def may_speak(self) -> bool:
        return self.meeting.may_speak and self.may_see
