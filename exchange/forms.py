"""Forms of the gates."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.clock import now
from exchange.states import Audience, What


class PlanForm(forms.Form):
    """What is released, to whom, when."""

    what = forms.ChoiceField(label=_("What"), choices=What.choices)
    audience = forms.ChoiceField(label=_("To whom"), choices=Audience.choices)
    planned_at = forms.DateTimeField(
        label=_("When"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        initial=now,
    )


class TakeBackForm(forms.Form):
    """Why a release is taken back."""

    reason = forms.CharField(label=_("Reason"), max_length=300)
