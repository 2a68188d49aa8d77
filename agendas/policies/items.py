"""Who may see an item and who may change it. What is restricted does not exist for the others."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from agendas.models import (
    Item,
    ItemCircle,
    ItemGroupObjectPermission,
    ItemGuest,
    ItemOffice,
    ItemUserObjectPermission,
)
from meetings.models import Meeting, Participant
from meetings.policies import (
    MeetingPolicy,
    keeping,
    meetings_kept_by,
    meetings_visible_to,
    places_assisted_by,
)
from people.models import Person, Role
from people.policies import agencies_of, bodies_where, holds_on, working_for

VIEW = "agendas.view_item"


def items_visible_to(person: Person) -> QuerySet[Item]:
    """Return the items a person may know of.

    Those who keep a meeting see all of it. Others see what was published and is not
    restricted, and the restricted items they were given sight of. A guest, who is invited for
    single items, sees those alone. What is shown of an item is shown of its sub-items.
    """
    if not person.is_active:
        return Item.objects.none()
    published = Q(published_in__isnull=False, meeting__in=meetings_visible_to(person).values("pk"))
    kept = Q(meeting__in=meetings_kept_by(person).values("pk"))
    open_to_all = Q(restricted=False) & ~_as_guest(person)
    return Item.objects.filter(kept | published & (open_to_all | named_to(person)))


def named_to(person: Person) -> Q:
    """Match the items shown to a person by name, office or group, or that he or she comes for."""
    ways = (
        granted_to(person).values("pk"),
        ItemOffice.objects.filter(agency__in=agencies_of(person)).values("item"),
        ItemCircle.objects.filter(circle__persons=person).values("item"),
        ItemGuest.objects.filter(participant__person=person).values("item"),
    )
    named = Q()
    for keys in ways:
        named |= Q(pk__in=keys) | Q(parent__in=keys)
    return named


def persons_seeing(item: Item) -> QuerySet[Person]:
    """Return all who see a restricted item if they take part: its keepers, and those named.

    It is ``items_visible_to`` asked the other way round, in one query.
    """
    keys = [item.pk, item.parent_id]
    grants = ItemUserObjectPermission.objects.filter(
        content_object__in=keys, permission__codename="view_item"
    )
    offices = ItemOffice.objects.filter(item__in=keys).values("agency")
    circles = ItemCircle.objects.filter(item__in=keys).values("circle")
    guests = ItemGuest.objects.filter(item__in=keys).values("participant__person")
    named = Q(pk__in=grants.values("user")) | Q(circles__in=circles) | Q(pk__in=guests)
    seen = named | working_for(offices) | keeping(item.meeting)
    return Person.objects.filter(seen, is_active=True).distinct()


def seeing_each(items: Iterable[Item], keepers: set[int]) -> dict[int, set[int]]:
    """Return the keys of the persons who see each restricted item, however many, in one query."""
    above = {item.pk: {item.pk, item.parent_id or item.pk} for item in items}
    if not above:
        return {}
    named: dict[int, set[int]] = defaultdict(set)
    for item, person in _named_for({key for keys in above.values() for key in keys}):
        named[item].add(person)
    return {key: keepers.union(*(named[one] for one in keys)) for key, keys in above.items()}


def _named_for(items: set[int]) -> QuerySet[Any, Any]:
    """Return pairs of item and person: by name, by office, by group, or coming for it."""
    today = timezone.localdate()
    grants = ItemUserObjectPermission.objects.filter(
        content_object__in=items, permission__codename="view_item"
    )
    offices = ItemOffice.objects.filter(item__in=items)
    circles = ItemCircle.objects.filter(item__in=items, circle__persons__isnull=False)
    guests = ItemGuest.objects.filter(item__in=items)
    return grants.values_list("content_object", "user").union(
        offices.filter(holds_on(today, "agency__posts")).values_list(
            "item", "agency__posts__person"
        ),
        offices.filter(holds_on(today, "agency__membership")).values_list(
            "item", "agency__membership__person"
        ),
        circles.values_list("item", "circle__persons"),
        guests.values_list("item", "participant__person"),
    )


def is_guest(person: Person, meeting: Meeting | int) -> bool:
    """Tell whether the person comes to the meeting for single items only."""
    key = meeting if isinstance(meeting, int) else meeting.pk
    return Participant.objects.filter(meeting=key, person=person, for_items=True).exists()


def _as_guest(person: Person) -> Q:
    own = Participant.objects.filter(meeting=OuterRef("meeting"), person=person, for_items=True)
    return Q(Exists(own))


def items_kept_by(person: Person) -> QuerySet[Item]:
    """Return the items of the meetings a person prepares and runs."""
    return Item.objects.filter(meeting__in=meetings_kept_by(person).values("pk"))


def granted_to(person: Person) -> QuerySet[Item]:
    """Return the items a person was given sight of, whatever technical power he or she has."""
    own = ItemUserObjectPermission.objects.filter(user=person, permission__codename="view_item")
    shared = ItemGroupObjectPermission.objects.filter(
        group__user=person, permission__codename="view_item"
    )
    keys = Q(pk__in=own.values("content_object")) | Q(pk__in=shared.values("content_object"))
    return Item.objects.filter(keys)


def persons_who_see(item: Item) -> QuerySet[Person]:
    """Return those who were given sight of a restricted item by name."""
    grants = ItemUserObjectPermission.objects.filter(
        content_object=item, permission__codename="view_item"
    )
    return Person.objects.filter(pk__in=grants.values("user")).order_by("name_key")


def items_shown_on(meeting: Meeting | int) -> QuerySet[Item]:
    """Return what anybody in the room may see of an agenda: published and not restricted."""
    return Item.objects.filter(meeting=meeting, published_in__isnull=False, restricted=False)


def may_prepare(person: Person, item: Item, place: Participant) -> bool:
    """Tell whether the person prepares for that member: an assistant, on what both of them see."""
    assisted = places_assisted_by(person, item.meeting).filter(pk=place.pk).exists()
    return assisted and all(ItemPolicy(one, item).may_see for one in (person, place.person))


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
    def may_take_position(self) -> bool:
        """Tell whether the person says what he or she thinks of it: the members with a vote."""
        return self.meeting.may_vote and self.may_see

    @property
    def may_speak(self) -> bool:
        return self.meeting.may_speak and self.may_see
