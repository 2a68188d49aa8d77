"""Forms of an invitation: the answer, the decision, the letter, a site's registration."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.actions import Said
from meetings.forms import PersonChoice, offer
from meetings.invitations.models import Invitation, SiteRegistration
from meetings.invitations.states import Answer
from meetings.models import Participant, Site
from meetings.states import Capacity
from people.models import Person

LONGEST_NAME, LONGEST_OFFICE, MOST_ATTENDEES = 120, 160, 100
LONG = forms.Textarea(attrs={"rows": 3})
LIST = forms.Textarea(attrs={"rows": 8})


class ReplyForm(forms.Form):
    """Coming, coming at a remote site, or absent with a reason and perhaps a substitute."""

    answer = forms.ChoiceField(
        label=_("Your answer"), choices=Answer.choices, widget=forms.RadioSelect
    )
    site = forms.ModelChoiceField(Site.objects.none(), label=_("Remote site"), required=False)
    reason = forms.CharField(
        label=_("Reason for absence"), max_length=300, required=False, widget=LONG
    )
    substitute = PersonChoice(
        Person.objects.none(),
        label=_("Proposed substitute"),
        required=False,
        help_text=_("Speaks in your stead and does not vote. The chair decides."),
    )
    substitute_office = forms.CharField(
        label=_("Office of the substitute"), max_length=LONGEST_OFFICE, required=False
    )

    def __init__(self, *args: Any, place: Participant, **facts: Any) -> None:
        super().__init__(*args, **facts)
        offer(self, "site", place.meeting.body.sites.filter(is_seat=False))
        if place.capacity != Capacity.MEMBER:
            del self.fields["substitute"], self.fields["substitute_office"]
            return
        taken = place.meeting.participants.values("person")
        free = Person.objects.filter(is_active=True).exclude(pk__in=taken)
        offer(self, "substitute", free.order_by("name_key"))

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or {}
        if facts.get("answer") == Answer.REMOTE and not facts.get("site"):
            self.add_error("site", _("Please choose the site."))
        if facts.get("answer") == Answer.ABSENT:
            self._check_absence(facts)
        return facts

    @property
    def said(self) -> Said:
        """Return what the action asks for."""
        facts = self.cleaned_data
        return Said(
            answer=Answer(facts["answer"]),
            site=facts["site"],
            reason=facts["reason"],
            substitute=facts.get("substitute"),
            substitute_office=facts.get("substitute_office", ""),
        )

    def _check_absence(self, facts: dict[str, Any]) -> None:
        if not facts.get("reason"):
            self.add_error("reason", _("Please give the reason."))
        if facts.get("substitute") and not facts.get("substitute_office"):
            self.add_error("substitute_office", _("Please give the office of the substitute."))


class DecisionForm(forms.Form):
    """Consent to an absence or not; a refusal has a reason."""

    decision = forms.ChoiceField(choices=[("granted", ""), ("refused", "")])
    reason = forms.CharField(max_length=300, required=False)


class LetterForm(forms.ModelForm[Invitation]):
    """Who signs the letter, its notes and its copies."""

    class Meta:
        model = Invitation
        fields = ("authority", "signer_office", "signer", "notes", "recipients")
        widgets = {"notes": LONG, "recipients": LONG}
        help_texts = {
            "authority": _("For example: TL. THỦ TƯỚNG CHÍNH PHỦ. Empty where the head signs."),
            "notes": _("Each line becomes a paragraph: papers, dress, transport, whom to call."),
            "recipients": _("One receiver a line. The first and the last line come by themselves."),
        }


class SiteForm(forms.ModelForm[SiteRegistration]):
    """Who leads, who operates, who attends at a site."""

    people = forms.CharField(
        label=_("Attendees"),
        required=False,
        widget=LIST,
        help_text=_("One person a line: full name, then a comma and the office."),
    )

    class Meta:
        model = SiteRegistration
        fields = ("chair", "chair_office", "operator", "operator_phone")

    def clean_people(self) -> list[tuple[str, str]]:
        """Read the lines; each has a name."""
        lines = self.cleaned_data["people"].splitlines()
        attendees = [_named(line) for line in lines if line.strip(" ,")]
        if len(attendees) > MOST_ATTENDEES:
            raise forms.ValidationError(
                _("At most %(most)s attendees a site.") % {"most": MOST_ATTENDEES}
            )
        for name, office in attendees:
            if not name or len(name) > LONGEST_NAME or len(office) > LONGEST_OFFICE:
                raise forms.ValidationError(
                    _("This line has no name, or is too long: %(line)s")
                    % {"line": f"{name}, {office}"[:80]}
                )
        return attendees

    @property
    def facts(self) -> dict[str, Any]:
        """Return what the action asks for."""
        named = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return {**named, "attendees": self.cleaned_data["people"]}


def initial_reply(place: Participant, wanted: str) -> dict[str, Any]:
    """Return what was answered before, with the answer that the address asks for."""
    reply = getattr(place, "reply", None)
    facts: dict[str, Any] = {"answer": reply.answer if reply else "", "site": place.site_id}
    if reply:
        facts |= {
            "reason": reply.reason,
            "substitute": reply.substitute_id,
            "substitute_office": reply.substitute_office,
        }
    if wanted in Answer.values:
        facts["answer"] = wanted
    return facts


def lines_of(attendees: Sequence[object]) -> str:
    """Write attendees as the form takes them."""
    return "\n".join(str(one) for one in attendees)


def _named(line: str) -> tuple[str, str]:
    name, _comma, office = line.partition(",")
    return " ".join(name.split()), " ".join(office.split())
