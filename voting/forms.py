"""What a member sends with a ballot when there is no socket."""

from uuid import uuid4

from django import forms

from voting.states import Choice


class BallotForm(forms.Form):
    """A choice, perhaps an opinion, and the number that makes a retry count once."""

    choice = forms.ChoiceField(choices=Choice.choices)
    reason = forms.CharField(required=False, max_length=2000)
    command = forms.UUIDField(initial=uuid4, widget=forms.HiddenInput)
