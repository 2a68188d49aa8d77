"""How the visitor wants the simulation."""

from django import forms
from django.utils.translation import gettext_lazy as _

PACES = [("1", _("as in life")), ("2", _("twice as fast")), ("4", _("four times as fast"))]


class StartForm(forms.Form):
    """Whether the chair is played too, and how fast."""

    drive = forms.BooleanField(required=False)
    pace = forms.ChoiceField(label=_("Pace"), choices=PACES, initial="2")
