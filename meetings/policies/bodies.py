"""Who prepares meetings for a body, keeps its series, rooms and calendar, reads its programme."""

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from meetings.models import Room, Series, WorkCalendar
from people.models import Body, Membership, Person, Role
from people.policies import agencies_of, bodies_where


def may_create_for(person: Person) -> QuerySet[Body]:
    """Return the bodies whose meetings a person may prepare."""
    return bodies_where(person, Role.CHAIR, Role.SECRETARY)


def bodies_followed_by(person: Person) -> QuerySet[Body]:
    """Return the bodies whose programme a person follows: keeping it, or having a seat there."""
    seats = Membership.objects.on(timezone.localdate()).filter(person=person)
    kept = bodies_where(person, Role.CHAIR, Role.SECRETARY)
    return Body.objects.filter(Q(pk__in=kept) | Q(pk__in=seats.values("body")))


def may_read_programme(person: Person) -> bool:
    """Tell whether the person has a programme to read: that of a body, or an agency's part."""
    follows = bodies_followed_by(person).exists() or agencies_of(person).exists()
    return person.is_active and follows


def series_visible_to(person: Person) -> QuerySet[Series]:
    """Return the series of the bodies whose meetings a person prepares."""
    if not person.is_active:
        return Series.objects.none()
    bodies = may_create_for(person)
    return Series.objects.filter(body__in=bodies).select_related("body", "chair", "secretary")


def rooms_visible_to(person: Person) -> QuerySet[Room]:
    """Return the rooms of the bodies whose meetings a person prepares."""
    if not person.is_active:
        return Room.objects.none()
    return Room.objects.filter(site__body__in=may_create_for(person)).select_related("site__body")


def calendars_for(body: Body) -> QuerySet[WorkCalendar]:
    """Return the calendars a body may follow: those of countries, and its own."""
    return WorkCalendar.objects.filter(Q(code=F("country")) | Q(code=body.code))


def may_keep_calendar(person: Person, calendar: WorkCalendar) -> bool:
    """Tell whether the person changes the days of a calendar.

    Only who administers every body that follows it: a day more or less moves the time limits of
    them all.
    """
    followers = Body.objects.filter(work_calendar__calendar=calendar)
    ours = bodies_where(person, Role.ADMINISTRATOR)
    is_ours = followers.exists() and not followers.exclude(pk__in=ours).exists()
    return person.is_active and is_ours
