"""What is asked of people: words, a password, what to look for, a file to check."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import authenticate
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from minutes.models import Block
from minutes.states import SessionKind
from people.http import Request
from people.searches.filters import LAST_KEY, Filter

LONGEST_WORDS = 20_000
LARGEST_CHECKED = 20 * 1024 * 1024


class BlockForm(forms.ModelForm[Block]):
    """The words of one part."""

    text = forms.CharField(
        label=_("Words of this part"),
        help_text=_("Each line becomes a paragraph. What comes from the record stays as it is."),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    class Meta:
        model = Block
        fields = ("text",)


class SignForm(forms.Form):
    """The proof that it is really the signer: the password, asked again."""

    password = forms.CharField(
        label=_("Your password"),
        help_text=_("Signing asks for it again, although you are signed in."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    passphrase = forms.CharField(
        label=_("Passphrase of your certificate"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        if settings.DEMO_AUTHORITY:
            del self.fields["passphrase"]

    def clean_password(self) -> str:
        """Ask the same question as at the entrance; failures count there too."""
        password: str = self.cleaned_data["password"]
        found = authenticate(self.request, username=self.request.user.username, password=password)
        if found != self.request.user:
            raise forms.ValidationError(_("The password is not right. Nothing was signed."))
        return password


class ArchiveFilter(Filter):
    """What to look for in the archive."""

    q = forms.CharField(required=False, max_length=200)
    year = forms.IntegerField(required=False, min_value=1900, max_value=2999)
    body = forms.IntegerField(required=False, min_value=1, max_value=LAST_KEY)
    kind = forms.ChoiceField(required=False, choices=[("", ""), *SessionKind.choices])


class CheckForm(forms.Form):
    """A file from elsewhere that claims to be these minutes."""

    file = forms.FileField(
        label=_("A copy to check"),
        help_text=_("The file is compared and judged; it is not kept."),
    )

    def clean_file(self) -> UploadedFile[bytes]:
        """Refuse what is too large to be minutes."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if file.size is None or file.size > LARGEST_CHECKED:
            raise forms.ValidationError(_("The file is larger than 20 MB. Minutes are not."))
        return file
