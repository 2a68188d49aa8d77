"""Who opens the gates of a meeting, and who has come through which."""

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from core.clock import now
from exchange.models import Release, ReleaseRule
from exchange.states import Audience, What
from meetings.models import Meeting, Participant
from meetings.policies import MeetingPolicy, meetings_kept_by
from meetings.states import Capacity
from people.models import Agency, Body, Membership, Person, Post
from people.policies import agencies_of, agencies_served_by, working_for

MEMBERS = (Capacity.MEMBER, Capacity.SUBSTITUTE)


def may_release(person: Person, meeting: Meeting) -> bool:
    """Tell whether the person plans and confirms releases: chair and secretary."""
    return MeetingPolicy(person, meeting).is_keeper


def releases_of(meeting: Meeting) -> QuerySet[Release]:
    """Return the releases that stand: planned, confirmed, not taken back."""
    return Release.objects.filter(meeting=meeting, taken_back_at__isnull=True)


def open_to(audience: Audience) -> QuerySet[Release]:
    """Return the gates that are open now for an audience."""
    here = Release.objects.filter(audience=audience, released_at__lte=now())
    return here.filter(taken_back_at__isnull=True)


def once_open_to(audience: Audience) -> QuerySet[Release]:
    """Return the gates that are open for an audience, or were before they were taken back."""
    here = Release.objects.filter(audience=audience, released_at__lte=now())
    return here.filter(Q(taken_back_at__isnull=True) | Q(taken_back_at__gte=F("released_at")))


def public_bodies() -> QuerySet[Body]:
    """Return the bodies whose released things anybody may read."""
    return Body.objects.filter(code__in=settings.OPARL_BODIES)


# --- ministries and agencies ----------------------------------------------------------------------


def bodies_serving(person: Person) -> QuerySet[Body]:
    """Return the bodies that release to an agency the person works for.

    Those in which its head sits; an agency that sits nowhere is served by all.
    """
    if not person.is_active:
        return Body.objects.none()
    ours = agencies_of(person)
    seats = Membership.objects.filter(agency__in=ours.values("pk"))
    unseated = ours.filter(membership__isnull=True)
    return Body.objects.filter(Q(pk__in=seats.values("body")) | Q(Exists(unseated)))


def agencies_reached(body: Body) -> QuerySet[Agency]:
    """Return the agencies that read what the body releases: those for which somebody works."""
    today = timezone.localdate()
    posts = Post.objects.on(today).values("agency")
    seats = Membership.objects.on(today).filter(agency__isnull=False).values("agency")
    return agencies_served_by(body).filter(Q(pk__in=posts) | Q(pk__in=seats))


def persons_reached(body: Body) -> QuerySet[Person]:
    """Return the people of these agencies: ``bodies_serving`` asked the other way round."""
    served = agencies_served_by(body).values("pk")
    return Person.objects.filter(working_for(served), is_active=True)


def meetings_released_to(person: Person) -> QuerySet[Meeting]:
    """Return the meetings whose agenda is released to the person's agency now."""
    gates = open_to(Audience.AGENCIES).filter(what=What.AGENDA)
    return _served(person, gates)


def meetings_once_released_to(person: Person) -> QuerySet[Meeting]:
    """Return the meetings of which the person's agency has read at least the agenda."""
    return _served(person, once_open_to(Audience.AGENCIES).filter(what=What.AGENDA))


def _served(person: Person, gates: QuerySet[Release]) -> QuerySet[Meeting]:
    bodies = bodies_serving(person)
    return Meeting.objects.filter(pk__in=gates.values("meeting"), body__in=bodies.values("pk"))


# --- members --------------------------------------------------------------------------------------


def papers_wait_for(meeting: Meeting) -> bool:
    """Tell whether members read the papers of a meeting only once they are released to them."""
    rules = ReleaseRule.objects.on(timezone.localdate(meeting.starts_at)).filter(body=meeting.body)
    rule = rules.order_by("starts").last()
    return rule is not None and rule.papers_wait


def members_reached(meeting: Meeting) -> QuerySet[Person]:
    """Return those to whom decisions of a meeting are released first: members and substitutes."""
    places = meeting.participants.filter(capacity__in=MEMBERS, for_items=False)
    return Person.objects.filter(pk__in=places.values("person"), is_active=True)


def meetings_decided_for(person: Person) -> QuerySet[Meeting]:
    """Return the meetings whose decisions the person reads now: as a member, or keeping them."""
    gates = open_to(Audience.MEMBERS).filter(what=What.DECISIONS)
    return _of_member(person).filter(pk__in=gates.values("meeting"))


def meetings_once_decided_for(person: Person) -> QuerySet[Meeting]:
    """Return the meetings whose decisions the person could read at some time."""
    gates = once_open_to(Audience.MEMBERS).filter(what=What.DECISIONS)
    return _of_member(person).filter(pk__in=gates.values("meeting"))


def _of_member(person: Person) -> QuerySet[Meeting]:
    if not person.is_active:
        return Meeting.objects.none()
    own = Participant.objects.filter(
        meeting=OuterRef("pk"), person=person, capacity__in=MEMBERS, for_items=False
    )
    return Meeting.objects.filter(Q(Exists(own)) | Q(pk__in=meetings_kept_by(person).values("pk")))
