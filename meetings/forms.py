"""Forms of a meeting: what, when, where, who."""

from datetime import date, datetime, time
from typing import Any, cast

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.clock import now
from meetings.models import Meeting, Participant, Site
from meetings.states import Attendance, Capacity, MeetingState
from people.models import Agency, Body, Membership, Person, RoleGrant

LONG = forms.Textarea(attrs={"rows": 2})


class PersonChoice(forms.ModelChoiceField[Person]):
    """A choice among persons, told by name."""

    def label_from_instance(self, person: Any) -> str:
        return str(person.full_name)


class SeatChoice(forms.ModelChoiceField[Participant]):
    """A choice among participants, told by name and office."""

    def label_from_instance(self, place: Any) -> str:
        return f"{place.person.full_name} ({place.office_here})"


def offer(form: forms.Form, name: str, things: QuerySet[Any]) -> None:
    """Let a form offer these things to choose from."""
    field = cast("forms.ModelChoiceField[Any]", form.fields[name])
    field.empty_label = _("Choose")
    field.queryset = things


class MeetingForm(forms.Form):
    """What, when, where, and who leads and records."""

    title = forms.CharField(
        label=_("Title of the meeting"),
        max_length=300,
        help_text=_("As it stands on the invitation."),
    )
    day = forms.DateField(
        label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    begins = forms.TimeField(
        label=_("Begins at"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    ends = forms.TimeField(
        label=_("Planned end"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    place = forms.CharField(label=_("Place"), max_length=200)
    chair = PersonChoice(
        Person.objects.none(),
        label=_("Chair"),
        help_text=_("Presides, opens and closes the meeting, signs the minutes."),
    )
    secretary = PersonChoice(
        Person.objects.none(),
        label=_("Secretary"),
        help_text=_("Prepares the agenda, confirms attendance, writes the minutes."),
    )

    def __init__(self, *args: Any, body: Body, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.body = body
        offer(self, "chair", seated(body))
        offer(self, "secretary", secretaries(body))

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or {}
        day, begins, ends = (facts.get(name) for name in ("day", "begins", "ends"))
        if day and begins:
            facts["starts_at"] = moment_of(day, begins)
            facts["ends_at"] = moment_of(day, ends) if ends else None
        if begins and ends and ends <= begins:
            self.add_error("ends", _("The meeting must end after it begins."))
        if day and facts.get("chair"):
            self._check_chair(facts["chair"], day)
        return facts

    @property
    def facts(self) -> dict[str, Any]:
        """Return what the action asks for."""
        names = ("title", "place", "starts_at", "ends_at", "chair", "secretary")
        return {name: self.cleaned_data[name] for name in names}

    def _check_chair(self, chair: Person, day: date) -> None:
        seats = Membership.objects.on(day).filter(body=self.body, person=chair)
        if not seats.exists():
            self.add_error("chair", _("This person has no seat in the body on that day."))


class BodyForm(forms.Form):
    """For whom a meeting is planned."""

    body = forms.ModelChoiceField(Body.objects.none(), label=_("Body"))


class MoveForm(forms.Form):
    """A step in the meeting's life. Sealing is the minutes' business."""

    to = forms.ChoiceField(
        choices=[
            choice
            for choice in MeetingState.choices
            if choice[0] not in {MeetingState.DRAFT, MeetingState.SEALED, MeetingState.IMPORTED}
        ]
    )
    reason = forms.CharField(required=False, max_length=300)


class InviteForm(forms.Form):
    """Somebody else at the meeting: a substitute, an invitee, staff."""

    capacity = forms.ChoiceField(
        label=_("Capacity"),
        choices=[
            (Capacity.SUBSTITUTE, _("Substitute for a member; speaks, has no vote")),
            (Capacity.INVITEE, _("Invitee")),
            (Capacity.STAFF, _("Secretariat")),
        ],
        widget=forms.RadioSelect,
        initial=Capacity.SUBSTITUTE,
    )
    stands_for = SeatChoice(
        Participant.objects.none(),
        label=_("Stands in for"),
        required=False,
        help_text=_("For a substitute: the member who does not come. He or she is excused."),
    )
    reason = forms.CharField(label=_("Reason of the member's absence"), required=False)
    person = PersonChoice(Person.objects.none(), label=_("Person"))
    office = forms.CharField(label=_("Office"), max_length=160, required=False)
    agency = forms.ModelChoiceField(Agency.objects.none(), label=_("Agency"), required=False)
    site = forms.ModelChoiceField(Site.objects.none(), label=_("Site"), required=False)

    def __init__(self, *args: Any, meeting: Meeting, **facts: Any) -> None:
        super().__init__(*args, **facts)
        taken = meeting.participants.values("person")
        places = meeting.participants.filter(capacity=Capacity.MEMBER, substitute__isnull=True)
        absent = places.exclude(attendance__in=[Attendance.PRESENT, Attendance.CHECKED_IN])
        offer(self, "stands_for", absent.select_related("person"))
        free = Person.objects.filter(is_active=True).exclude(pk__in=taken)
        offer(self, "person", free.order_by("name_key"))
        offer(self, "site", meeting.body.sites.all())
        offer(self, "agency", Agency.objects.all())

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or {}
        if facts.get("capacity") != Capacity.SUBSTITUTE:
            facts["stands_for"], facts["reason"] = None, ""
        elif not facts.get("stands_for"):
            self.add_error("stands_for", _("Please choose the member."))
        return facts


class AttendanceForm(forms.Form):
    """What the secretary notes of one participant."""

    to = forms.ChoiceField(
        choices=[
            choice for choice in Attendance.choices if choice[0] != Attendance.CHECKED_IN.value
        ]
    )
    reason = forms.CharField(required=False, max_length=300)


class PresenceForm(forms.Form):
    """What one says of oneself: here, at which site, or gone."""

    to = forms.ChoiceField(choices=[(Attendance.CHECKED_IN.value, ""), (Attendance.LEFT.value, "")])
    site = forms.ModelChoiceField(Site.objects.none(), required=False)

    def __init__(self, *args: Any, meeting: Meeting, **facts: Any) -> None:
        super().__init__(*args, **facts)
        offer(self, "site", meeting.body.sites.all())


class ChairForm(forms.Form):
    """Who takes the chair."""

    to = SeatChoice(Participant.objects.none(), label=_("New chair"))
    reason = forms.CharField(label=_("Reason"), required=False, max_length=300)

    def __init__(self, *args: Any, meeting: Meeting, **facts: Any) -> None:
        super().__init__(*args, **facts)
        places = meeting.participants.filter(capacity=Capacity.MEMBER)
        offer(self, "to", places.exclude(person=meeting.chair_id).select_related("person"))


def initial_of(meeting: Meeting) -> dict[str, Any]:
    """Return a meeting's facts as the form asks for them."""
    starts = timezone.localtime(meeting.starts_at)
    ends = timezone.localtime(meeting.ends_at) if meeting.ends_at else None
    return {
        "title": meeting.title,
        "day": starts.date(),
        "begins": starts.time(),
        "ends": ends.time() if ends else None,
        "place": meeting.place,
        "chair": meeting.chair_id,
        "secretary": meeting.secretary_id,
    }


def initial_for(body: Body, person: Person) -> dict[str, Any]:
    """Return what a new meeting of a body most likely is."""
    head = Membership.objects.on(timezone.localdate(now())).filter(body=body, presides=True)
    return {
        "place": body.place,
        "begins": time(8, 0),
        "chair": head.values_list("person", flat=True).first(),
        "secretary": person.pk if secretaries(body).filter(pk=person.pk).exists() else None,
    }


def moment_of(day: date, at: time) -> datetime:
    """Return the moment of a clock time on a day."""
    return timezone.make_aware(datetime.combine(day, at))


def seated(body: Body) -> QuerySet[Person]:
    """Return those who have or had a seat in a body, for the choice of a chair."""
    seats = Membership.objects.filter(body=body).values("person")
    return Person.objects.filter(is_active=True, pk__in=seats).order_by("name_key")


def secretaries(body: Body) -> QuerySet[Person]:
    """Return those who may record a meeting of a body."""
    today = timezone.localdate(now())
    grants = RoleGrant.objects.on(today).filter(body=body, role="secretary").values("person")
    seats = Membership.objects.on(today).filter(body=body).values("person")
    may = Q(pk__in=grants) | Q(pk__in=seats)
    return Person.objects.filter(may, is_active=True).order_by("name_key")
