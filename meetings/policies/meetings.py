"""Who may see a meeting, run it, take part in it. Technical power opens nothing here."""

from functools import cached_property
from typing import Literal

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from meetings.errors import RecordClosed
from meetings.models import Meeting, Participant
from meetings.policies.places import BEFORE_THE_END, assisted_places
from meetings.states import Capacity, MeetingState
from people.models import Person, Role, RoleGrant
from people.policies import bodies_where, roles_of, seats_assisted_by

Audience = Literal["guest", "wall", "member", "console"]
KEEPERS = {Role.CHAIR.value, Role.SECRETARY.value}
READERS = {Role.ARCHIVIST.value, Role.AUDITOR.value}


def require_open_record(meeting: Meeting) -> None:
    """Refuse every deed on a sealed or cancelled meeting: closed means closed, for everybody."""
    if meeting.is_closed:
        raise RecordClosed


def meetings_kept_by(person: Person) -> QuerySet[Meeting]:
    """Return the meetings a person prepares and runs: as chair or secretary, here or of the body."""
    if not person.is_active:
        return Meeting.objects.none()
    return Meeting.objects.filter(_kept(person))


def meetings_visible_to(person: Person) -> QuerySet[Meeting]:
    """Return the meetings whose content a person may know of."""
    if not person.is_active:
        return Meeting.objects.none()
    return Meeting.objects.filter(_followed(person) | _assisted(person))


def meetings_followed_by(person: Person) -> QuerySet[Meeting]:
    """Return the meetings of which a person sees how they go: who only assists does not."""
    if not person.is_active:
        return Meeting.objects.none()
    return Meeting.objects.filter(_followed(person))


def meetings_on_wall_for(person: Person) -> QuerySet[Meeting]:
    """Return the meetings whose wall display a person may open: an operator sees no more of them."""
    if not person.is_active:
        return Meeting.objects.none()
    served = Q(_called(), body__in=bodies_where(person, Role.OPERATOR))
    whole = Participant.objects.filter(meeting=OuterRef("pk"), person=person, for_items=False)
    return Meeting.objects.filter(_kept(person) | Q(_called(), Exists(whole)) | served)


def meetings_attended_by(person: Person) -> QuerySet[Meeting]:
    """Return the meetings a person was called to."""
    if not person.is_active:
        return Meeting.objects.none()
    return Meeting.objects.filter(_attended(person))


def meetings_called_to_all(meeting: Meeting) -> QuerySet[Meeting]:
    """Return the meetings to which all were called who take part in the whole of this one."""
    there = Participant.objects.filter(meeting=OuterRef(OuterRef("pk")), person=OuterRef("person"))
    left_out = Participant.objects.filter(~Exists(there), meeting=meeting, for_items=False)
    return Meeting.objects.filter(_called(), ~Exists(left_out))


def meetings_with_sites_for(person: Person) -> QuerySet[Meeting]:
    """Return the meetings whose remote sites a person registers: a keeper's and an operator's."""
    if not person.is_active:
        return Meeting.objects.none()
    served = Q(_called(), body__in=bodies_where(person, Role.OPERATOR))
    return Meeting.objects.filter(_kept(person) | served)


def may_answer_for(person: Person, place: Participant) -> bool:
    """Tell whether a person may answer for a participant: oneself, and who keeps the meeting."""
    policy = MeetingPolicy(person, place.meeting)
    return policy.is_keeper or (policy.may_take_part and place.person_id == person.pk)


def admits(meeting_id: int, person: Person) -> Audience | None:
    """Return the fullest face a person may follow live, if any."""
    meeting = Meeting.objects.filter(pk=meeting_id).first()
    if meeting is None or not person.is_active:
        return None
    policy = MeetingPolicy(person, meeting)
    if policy.is_keeper:
        return "console"
    if policy.may_take_part:
        return "guest" if policy.is_guest else "member"
    return "wall" if policy.may_serve and policy.is_called else None


class MeetingPolicy:
    """What one person may do with one meeting. States are the actions' business, not asked here."""

    def __init__(self, person: Person, meeting: Meeting) -> None:
        self.person = person
        self.meeting = meeting

    @cached_property
    def roles(self) -> frozenset[str]:
        return roles_of(self.person, self.meeting.body_id) if self.person.is_active else frozenset()

    @cached_property
    def places(self) -> list[Participant]:
        """Return the person's own place and those of the members he or she assists, read together."""
        own, assisted = Q(person=self.person), assisted_places(self.person, self.meeting)
        places = self.meeting.participants.filter(own | assisted)
        return list(places.select_related("person"))

    @property
    def participant(self) -> Participant | None:
        """Return the person's own place in the meeting."""
        return next((one for one in self.places if one.person_id == self.person.pk), None)

    @property
    def assisted(self) -> list[Participant]:
        """Return the places of the voting members whom the person assists."""
        return [one for one in self.places if one.person_id != self.person.pk]

    @property
    def is_participant(self) -> bool:
        return self.person.is_active and self.participant is not None

    @property
    def is_guest(self) -> bool:
        """Tell whether the person is invited for single items only, and hears of nothing else."""
        return self.is_participant and self.participant is not None and self.participant.for_items

    @property
    def is_called(self) -> bool:
        """Tell whether those invited may know of the meeting."""
        never = self.meeting.state == MeetingState.CANCELLED and self.meeting.convened_at is None
        return self.meeting.state != MeetingState.DRAFT and not never

    @cached_property
    def is_keeper(self) -> bool:
        """Tell whether the person prepares and runs the meeting."""
        officers = {self.meeting.chair_id, self.meeting.secretary_id}
        return self.person.is_active and (self.person.pk in officers or bool(self.roles & KEEPERS))

    @property
    def may_edit(self) -> bool:
        return self.is_keeper

    @property
    def may_copy(self) -> bool:
        """Tell whether the person may plan another meeting of the body like this one."""
        return self.person.is_active and bool(self.roles & KEEPERS)

    @property
    def may_run(self) -> bool:
        return self.is_keeper

    @property
    def may_confirm(self) -> bool:
        return self.is_keeper

    @property
    def may_take_part(self) -> bool:
        return self.is_participant and self.is_called

    @property
    def may_speak(self) -> bool:
        """Tell whether the person may ask to speak: everybody but the secretariat's staff."""
        place = self.participant
        return self.may_take_part and place is not None and place.capacity != Capacity.STAFF

    @property
    def may_vote(self) -> bool:
        return self.may_take_part and self.participant is not None and self.participant.has_vote

    @property
    def may_serve(self) -> bool:
        """Tell whether the person looks after the rooms and their displays."""
        return Role.OPERATOR.value in self.roles

    @property
    def may_register(self) -> bool:
        return self.is_keeper or (self.may_serve and self.is_called)

    @property
    def may_consent(self) -> bool:
        return self.is_keeper

    @property
    def may_seal(self) -> bool:
        return self.is_keeper or Role.ARCHIVIST.value in self.roles


def keeping(meeting: Meeting) -> Q:
    """Match the persons who prepare and run a meeting: ``meetings_kept_by`` the other way."""
    grants = RoleGrant.objects.on(timezone.localdate()).filter(body=meeting.body_id)
    officers = [meeting.chair_id, meeting.secretary_id]
    return Q(pk__in=officers) | Q(pk__in=grants.filter(role__in=KEEPERS).values("person"))


def _kept(person: Person) -> Q:
    bodies = bodies_where(person, Role.CHAIR, Role.SECRETARY)
    return Q(chair=person) | Q(secretary=person) | Q(body__in=bodies)


def _called() -> Q:
    never = Q(state=MeetingState.CANCELLED, convened_at__isnull=True)
    return ~Q(state=MeetingState.DRAFT) & ~never


def _attended(person: Person) -> Q:
    own = Participant.objects.filter(meeting=OuterRef("pk"), person=person)
    return Q(_called(), Exists(own))


def _followed(person: Person) -> Q:
    return _kept(person) | _attended(person) | _archived(person)


def _assisted(person: Person) -> Q:
    """Match the meetings, convened and not over, at which a member sits whom the person assists."""
    seats = seats_assisted_by(person).filter(
        body=OuterRef("body"), person__participations__meeting=OuterRef("pk")
    )
    return Q(Exists(seats), state__in=BEFORE_THE_END)


def _archived(person: Person) -> Q:
    bodies = bodies_where(person, Role.ARCHIVIST, Role.AUDITOR)
    return Q(state__in=[MeetingState.SEALED, MeetingState.IMPORTED], body__in=bodies)
