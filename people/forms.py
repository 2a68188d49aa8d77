"""Sign-in, the choice of a language, and an administrator's forms."""

from typing import Any, ClassVar, cast

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.password_validation import validate_password
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import Agency, Body, Circle, Duty, Membership, Person, Role
from people.policies import agencies_served_by, persons_of


class SignInForm(AuthenticationForm):
    """Sign-in name and password. The refusal does not tell which of them was wrong."""

    error_messages = {
        "invalid_login": _("The sign-in name or the password is not right. Please try again."),
        "inactive": _("The sign-in name or the password is not right. Please try again."),
    }


class LanguageForm(forms.Form):
    """The language somebody wants to read."""

    language = forms.ChoiceField(choices=settings.LANGUAGES)
    next = forms.CharField(required=False)


class Day(forms.DateField):
    """A day, picked in the browser's own calendar."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class PasswordField(forms.CharField):
    """A new password, held against the installation's rules."""

    def __init__(self, **facts: Any) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
        super().__init__(widget=widget, strip=False, **facts)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value:
            validate_password(value)


class PersonForm(forms.ModelForm):  # type: ignore[type-arg] # generic only in the stubs
    """Name, e-mail, language and the right to sign in."""

    class Meta:
        model = Person
        fields = ("full_name", "email", "language", "is_active")


class NewPersonForm(forms.ModelForm):  # type: ignore[type-arg] # generic only in the stubs
    """A new person with a first password."""

    password = PasswordField(label=_("First password"))

    class Meta:
        model = Person
        fields = ("username", "full_name", "email", "language")


class PasswordForm(forms.Form):
    """A new password for somebody."""

    password = PasswordField(label=_("New password"))


class SeatForm(forms.ModelForm):  # type: ignore[type-arg] # generic only in the stubs
    """A seat in a body."""

    starts = Day(label=_("From"), initial=timezone.localdate)

    class Meta:
        model = Membership
        fields = (
            "person",
            "office",
            "office_en",
            "agency",
            "has_vote",
            "presides",
            "order",
            "starts",
        )
        labels: ClassVar = {"person": _("Person"), "agency": _("Agency")}

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        for name in ("person", "agency"):
            cast("forms.ModelChoiceField[Any]", self.fields[name]).empty_label = _("Choose")


class RoleForm(forms.Form):
    """A role for a body."""

    person = forms.ModelChoiceField(
        Person.objects.filter(is_active=True).order_by("name_key"),
        label=_("Person"),
        empty_label=_("Choose"),
    )
    role = forms.ChoiceField(choices=Role.choices, label=_("Role"))
    starts = Day(label=_("From"), initial=timezone.localdate)


class EndForm(forms.Form):
    """The last day of a seat or a role."""

    ends = Day(label=_("Last day"), initial=timezone.localdate)


class SubstituteForm(forms.Form):
    """Who comes in a member's stead, and from when to when."""

    substitute = forms.ModelChoiceField(
        Person.objects.filter(is_active=True).order_by("name_key"),
        label=_("Substitute"),
        empty_label=_("Choose"),
    )
    office = forms.CharField(label=_("Office"), max_length=160)
    starts = Day(label=_("From"), initial=timezone.localdate)
    ends = Day(label=_("Until"), required=False)
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)


def somebody() -> "forms.ModelChoiceField[Person]":
    """Return a field that offers everybody who can sign in."""
    persons = Person.objects.filter(is_active=True).order_by("name_key")
    return forms.ModelChoiceField(persons, label=_("Person"))


class SpanForm(forms.Form):
    """From a day on, perhaps until a day."""

    starts = Day(label=_("From"), initial=timezone.localdate)
    ends = Day(label=_("Until"), required=False)


class PostForm(SpanForm):
    """Who works for which agency."""

    person = somebody()
    agency = forms.ModelChoiceField(Agency.objects.none(), label=_("Agency"))
    duty = forms.ChoiceField(label=_("Duty"), choices=Duty.choices)
    office = forms.CharField(label=_("Office"), max_length=160, required=False)
    field_order = ("person", "agency", "duty", "office")

    def __init__(self, *args: Any, body: Body, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["agency"].queryset = agencies_served_by(body)  # type: ignore[attr-defined] # a choice


class AgencyForm(forms.ModelForm[Agency]):
    """The names of an agency."""

    class Meta:
        model = Agency
        fields = ("name", "short_name", "name_en", "short_name_en")


class AssistantForm(SpanForm):
    """Who assists a member."""

    person = somebody()
    field_order = ("person",)


class CircleForm(forms.ModelForm[Circle]):
    """A named group and who is in it."""

    class Meta:
        model = Circle
        fields = ("name", "name_en", "persons")
        labels: ClassVar = {"persons": _("Persons")}
        widgets: ClassVar = {"persons": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, body: Body, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["persons"].queryset = persons_of(body)  # type: ignore[attr-defined] # a choice
