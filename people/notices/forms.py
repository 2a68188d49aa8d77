"""How a person wants to be told: a table of kinds and ways, quiet hours, the hour of the daily mail."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from people.models import Person
from people.notices.kinds import Kind, kinds
from people.notices.models import MailChoice, NoticeSetting
from people.notices.reading import wishes_of

CLOCK = {"type": "time"}
SETTING = ("phone", "quiet_from", "quiet_until", "digest_at")


class NoticeSettingForm(forms.ModelForm):  # type: ignore[type-arg] # generic only in the stubs
    """Phone, quiet hours, daily mail, and two fields for each kind of notice."""

    class Meta:
        model = NoticeSetting
        fields = SETTING
        widgets = {
            "phone": forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
            "quiet_from": forms.TimeInput(attrs=CLOCK, format="%H:%M"),
            "quiet_until": forms.TimeInput(attrs=CLOCK, format="%H:%M"),
            "digest_at": forms.TimeInput(attrs=CLOCK, format="%H:%M"),
        }
        help_texts = {
            "quiet_from": _("Mail and SMS wait until the quiet hours are over."),
            "phone": _("Only needed for notices by SMS."),
        }

    def __init__(self, *args: Any, person: Person, **facts: Any) -> None:
        setting = NoticeSetting.objects.filter(person=person).first()
        facts["instance"] = setting or NoticeSetting(person=person)
        super().__init__(*args, **facts)
        for code, (mail, by_sms) in wishes_of(person).items():
            self.fields[f"mail:{code}"] = forms.ChoiceField(
                choices=MailChoice.choices, initial=mail, label=_("by e-mail")
            )
            self.fields[f"sms:{code}"] = forms.BooleanField(
                initial=by_sms, required=False, label=_("by SMS")
            )

    @property
    def table(self) -> Iterator[tuple[Kind, BoundField, BoundField]]:
        """Give each kind with its two fields."""
        for code, known in kinds.items():
            yield known, self[f"mail:{code}"], self[f"sms:{code}"]

    @property
    def own(self) -> list[BoundField]:
        """Return the fields that are not of a kind."""
        return [self[name] for name in SETTING]

    @property
    def setting(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in SETTING}

    @property
    def choices(self) -> dict[str, tuple[str, bool]]:
        given = self.cleaned_data
        return {code: (given[f"mail:{code}"], given[f"sms:{code}"]) for code in kinds}

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or {}
        start, end = facts.get("quiet_from"), facts.get("quiet_until")
        if (start is None) != (end is None) and not self.errors:
            self.add_error("quiet_until", _("Quiet hours need a beginning and an end."))
        if any(facts.get(f"sms:{code}") for code in kinds) and not facts.get("phone"):
            self.add_error("phone", _("Notices by SMS need a mobile number."))
        return facts
