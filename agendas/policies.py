"""Who may see an item and who may change it. What is restricted does not exist for the others."""

from functools import cached_property

from django.db.models import Exists, OuterRef, Q, QuerySet
from guardian.shortcuts import get_objects_for_user

from agendas.models import (
    AgendaTemplate,
    Item,
    ItemCircle,
    ItemGuest,
    ItemOffice,
    ItemUserObjectPermission,
    ProgrammeEntry,
)
from agendas.states import OPEN_ENTRIES
from meetings.models import Meeting, Participant
from meetings.policies import (
    MeetingPolicy,
    bodies_followed_by,
    may_create_for,
    meetings_kept_by,
    meetings_visible_to,
)
from people.models import Body, Person
from people.policies import agencies_of

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


def templates_visible_to(person: Person) -> QuerySet[AgendaTemplate]:
    """Return the templates of agendas of the bodies whose meetings a person prepares."""
    if not person.is_active:
        return AgendaTemplate.objects.none()
    return AgendaTemplate.objects.filter(body__in=may_create_for(person)).select_related("body")


def entries_visible_to(person: Person) -> QuerySet[ProgrammeEntry]:
    """Return the entries of programmes a person may know of.

    Those who keep a body's programme see all of it, its members what stands open, the people of
    an agency everything of theirs.
    """
    if not person.is_active:
        return ProgrammeEntry.objects.none()
    kept = Q(body__in=may_create_for(person))
    followed = Q(body__in=bodies_followed_by(person), state__in=OPEN_ENTRIES)
    return ProgrammeEntry.objects.filter(kept | followed | _of_own_agency(person))


def programmes_visible_to(person: Person) -> QuerySet[Body]:
    """Return the bodies in whose programme a person may find something."""
    ours = ProgrammeEntry.objects.filter(_of_own_agency(person)).values("body")
    followed = Q(pk__in=bodies_followed_by(person)) | Q(pk__in=ours)
    return Body.objects.filter(followed).order_by("pk")


def may_see_history(person: Person, entry: ProgrammeEntry) -> bool:
    """Tell whether the person may read why an entry was moved or dropped."""
    kept = may_create_for(person).filter(pk=entry.body_id).exists()
    return kept or agencies_of(person).filter(pk=entry.agency_id).exists()


def _of_own_agency(person: Person) -> Q:
    return Q(agency__in=agencies_of(person))


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

    @property
    def may_object(self) -> bool:
        """Tell whether the person may ask for a debate: every member, and who runs the meeting."""
        return self.may_run or (self.meeting.may_vote and self.may_see)

    @property
    def may_speak(self) -> bool:
        return self.meeting.may_speak and self.may_see
