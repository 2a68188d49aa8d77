"""Who keeps and who reads templates of agendas and the programme of a body."""

from django.db.models import Q, QuerySet

from agendas.models import (
    AgendaTemplate,
    ProgrammeEntry,
)
from agendas.states import OPEN_ENTRIES
from meetings.policies import (
    bodies_followed_by,
    may_create_for,
)
from people.models import Body, Person
from people.policies import agencies_of


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
