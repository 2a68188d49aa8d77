"""What is asked of a search: its name, and from which list with which query it is kept."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SearchNameForm(forms.Form):
    """What a search is called."""

    name = forms.CharField(
        label=_("Name"), max_length=80, help_text=_("It stands on your first page with its count.")
    )


class KeepForm(SearchNameForm):
    """A list, what it is narrowed to, and the name it is kept under."""

    place = forms.CharField(max_length=40, widget=forms.HiddenInput)
    query = forms.CharField(max_length=4000, required=False, widget=forms.HiddenInput)


class PlaceForm(forms.Form):
    """The new place of a search, from 1."""

    to = forms.IntegerField(min_value=1, max_value=999)
