"""Forms of a submission: what it says, the check, the route, the session."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agendas.lateness import past_limit
from agendas.models import Checkpoint, Submission
from agendas.states import ItemKind, Route, Secrecy, Urgency
from core.clock import now
from core.dates import short_day
from meetings.forms import PersonChoice, offer
from meetings.models import Meeting
from meetings.states import MeetingState
from people.models import Agency, Body, Person

ACCEPT, RETURN = "accept", "return"
AHEAD = [MeetingState.DRAFT, MeetingState.CONVENED]


class AgencyChoices(forms.ModelMultipleChoiceField[Agency]):
    """Agencies, several at once."""

    def __init__(self, **options: Any) -> None:
        widget = forms.CheckboxSelectMultiple
        super().__init__(Agency.objects.all(), widget=widget, **options)


class SessionChoice(forms.ModelChoiceField[Meeting]):
    """A session by its day: who only wishes for it need not know more of it."""

    def label_from_instance(self, obj: Any) -> str:
        return str(_("Session of %(day)s")) % {"day": short_day(obj.starts_at)}


class SubmissionForm(forms.Form):
    """What a submission says."""

    title = forms.CharField(
        label=_("Title of the matter"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What the body is asked to do, in one sentence. Leave it empty when secret."),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=ItemKind.choices, initial=ItemKind.DECISION)
    minutes = forms.IntegerField(
        label=_("Minutes asked for"), min_value=0, max_value=600, initial=10
    )
    urgency = forms.ChoiceField(label=_("Urgency"), choices=Urgency.choices)
    secrecy = forms.ChoiceField(label=_("Secrecy"), choices=Secrecy.choices)
    rapporteur = PersonChoice(Person.objects.none(), label=_("Rapporteur"), required=False)
    preferred_meeting = SessionChoice(
        Meeting.objects.none(), label=_("Preferred session"), required=False
    )
    summary = forms.CharField(
        label=_("Summary"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    co_sponsors = AgencyChoices(label=_("Co-sponsors"), required=False)

    def __init__(self, *args: Any, agencies: Any, body: Body | None, **facts: Any) -> None:
        super().__init__(*args, **facts)
        own = Q(memberships__agency__in=agencies) | Q(posts__agency__in=agencies)
        people = Person.objects.filter(own, is_active=True).distinct()
        offer(self, "rapporteur", people.order_by("name_key"))
        self.fields["title"].required = self.data.get("secrecy", Secrecy.OPEN) == Secrecy.OPEN
        offer(self, "preferred_meeting", sessions_ahead(body))


class NewSubmissionForm(SubmissionForm):
    """A new submission is one of an agency, to a body."""

    agency = forms.ModelChoiceField(Agency.objects.none(), label=_("Sponsor"), empty_label=None)
    body = forms.ModelChoiceField(Body.objects.none(), label=_("To"), empty_label=None)
    field_order = ("agency", "body")

    def __init__(self, *args: Any, agencies: Any, **facts: Any) -> None:
        super().__init__(*args, agencies=agencies, body=None, **facts)
        offer(self, "agency", agencies)
        offer(self, "body", Body.objects.order_by("pk"))

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or {}
        meeting, body = facts.get("preferred_meeting"), facts.get("body")
        if meeting and body and meeting.body_id != body.pk:
            self.add_error("preferred_meeting", _("The session is one of another body."))
        return facts


class CheckForm(forms.Form):
    """The answers to the checklist, and the reason of a return."""

    reason = forms.CharField(
        label=_("Reason for returning"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The agency reads it and mends the submission."),
    )

    def __init__(self, *args: Any, points: list[Checkpoint], do: str = "", **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.points, self.do = points, do
        self.fields["reason"].required = do in {"", RETURN}
        for point in points:
            self.fields[_name(point)] = _question(point)
            self.fields[_name(point)].required = point.is_required and do in {"", ACCEPT}

    @staticmethod
    def initial_of(answers: dict[str, str]) -> dict[str, str]:
        """Return answers that were noted before, by the names of the fields."""
        return {f"point_{code}": answer for code, answer in answers.items()}

    @property
    def questions(self) -> list[forms.BoundField]:
        return [self[_name(point)] for point in self.points]

    @property
    def answers(self) -> dict[str, str]:
        return {point.code: self.cleaned_data.get(_name(point)) or "" for point in self.points}

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or {}
        for point in self.points if self.do == ACCEPT else ():
            if point.is_required and facts.get(_name(point)) == "no":
                self.add_error(_name(point), _("This point has to be in order."))
        return facts


def _name(point: Checkpoint) -> str:
    return f"point_{point.code}"


def _question(point: Checkpoint) -> forms.ChoiceField:
    answers = [("yes", _("in order")), ("no", _("not in order"))]
    if not point.is_required:
        answers.append(("none", _("does not apply")))
    return forms.ChoiceField(
        label=str(point),
        help_text=point.source,
        choices=answers,
        widget=forms.RadioSelect,
    )


class RouteForm(forms.Form):
    """Where the chair sends it."""

    route = forms.ChoiceField(
        label=_("Where it goes"),
        choices=[*Route.choices, (RETURN, _("Back to the agency"))],
        widget=forms.RadioSelect,
        initial=Route.SESSION,
    )
    preferred_meeting = SessionChoice(Meeting.objects.none(), label=_("Session"), required=False)
    reason = forms.CharField(
        label=_("Reason for returning"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, submission: Submission, **facts: Any) -> None:
        super().__init__(*args, **facts)
        offer(self, "preferred_meeting", sessions_ahead(submission.body))

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or {}
        if facts.get("route") == RETURN and not facts.get("reason"):
            self.add_error("reason", _("Please give the reason."))
        return facts


class SessionForm(forms.Form):
    """The session on whose agenda it comes, and why it comes late if it does."""

    meeting = forms.ModelChoiceField(Meeting.objects.none(), label=_("Session"), empty_label=None)
    late_for = forms.CharField(
        label=_("Reason for coming late"),
        max_length=300,
        required=False,
        help_text=_("Needed when the limit of the session has passed: the chair is asked with it."),
    )
    restricted = forms.BooleanField(
        label=_("Restricted: only those named see it, in a series of its own"), required=False
    )

    def __init__(self, *args: Any, meetings: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        offer(self, "meeting", meetings)
        self.late = past_limit(meetings, now())
        if not self.late:
            del self.fields["late_for"]

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or {}
        meeting, reason = facts.get("meeting"), facts.get("late_for", "")
        is_late = meeting is not None and meeting.pk in self.late
        if is_late and not reason:
            self.add_error("late_for", _("The limit has passed. Please say why it comes late."))
        return {**facts, "late_for": reason if is_late else ""}


def sessions_ahead(body: Body | None) -> Any:
    """Return the sessions one may still wish for, of a body or of all."""
    meetings = Meeting.objects.filter(state__in=AHEAD)
    meetings = meetings.filter(body=body) if body else meetings
    return meetings.order_by("starts_at")


def initial_of(submission: Submission) -> dict[str, Any]:
    """Return what a submission says, as the form asks for it."""
    return {
        "title": "" if submission.is_paper_only else submission.title,
        "kind": submission.kind,
        "minutes": submission.minutes,
        "urgency": submission.urgency,
        "secrecy": submission.secrecy,
        "rapporteur": submission.rapporteur_id,
        "preferred_meeting": submission.preferred_meeting_id,
        "summary": submission.summary,
        "co_sponsors": list(submission.co_sponsors.values_list("pk", flat=True)),
    }
