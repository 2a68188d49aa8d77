"""Sign-in and the choice of a language."""

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


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
