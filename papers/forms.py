"""Forms of papers. The file is opened and read while the form is checked."""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from agendas.actions.advice import WITH_WORDS
from agendas.models import Submission
from agendas.states import Answer
from core.errors import Refusal
from papers.ingest.reading import ReadPdf, read_pdf
from papers.models import Paper, PaperRole


class PdfField(forms.FileField):
    """A file that must be a PDF the house can read; its clean value is what was read."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("PDF file"))
        widget = forms.ClearableFileInput(attrs={"accept": "application/pdf,.pdf"})
        super().__init__(widget=widget, max_length=255, **options)

    def clean(self, data: UploadedFile[Any] | None, initial: Any = None) -> ReadPdf:
        upload = super().clean(data, initial)
        try:
            return read_pdf(upload, name=upload.name or "")
        except Refusal as refusal:
            raise forms.ValidationError(refusal.sentence, code=refusal.code) from refusal


def reason_for_lateness() -> forms.CharField:
    """Ask why a paper comes after the limit."""
    return forms.CharField(
        label=_("Reason for coming late"),
        max_length=300,
        help_text=_("The limit has passed: members read the paper once the chair has taken it."),
    )


class NewPaperForm(forms.ModelForm[Paper]):
    """A new paper under an item."""

    late_for = reason_for_lateness()
    file = PdfField()

    class Meta:
        model = Paper
        fields = ("title", "role")
        labels = {"title": _("Title of the paper"), "role": _("Kind of paper")}

    def __init__(self, *args: Any, is_late: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        role = cast(forms.ChoiceField, self.fields["role"])
        role.initial = PaperRole.SUBMISSION
        role.choices = [one for one in PaperRole.choices if one[0] != PaperRole.ADVICE]
        if not is_late:
            del self.fields["late_for"]


class NewVersionForm(forms.Form):
    """A new text of a paper."""

    reason = forms.CharField(label=_("What has changed"), max_length=300, required=False)
    late_for = reason_for_lateness()
    file = PdfField()

    def __init__(self, *args: Any, is_late: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if not is_late:
            del self.fields["late_for"]


class RefuseForm(forms.Form):
    """Why the chair does not take papers that came late."""

    reason = forms.CharField(
        label=_("Reason"), max_length=300, help_text=_("The secretary reads it with the papers.")
    )


class WithdrawForm(forms.Form):
    """Why a paper is taken from the meeting."""

    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)


def most_megabytes() -> int:
    """Return the size limit as people say it."""
    return int(settings.MAX_UPLOAD_BYTES // 1024 // 1024)


class ManyFiles(forms.ClearableFileInput):
    """An input that takes several files."""

    allow_multiple_selected = True


class PdfsField(PdfField):
    """Several PDFs; the clean value is a list of what was read."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget = ManyFiles(attrs={"accept": "application/pdf,.pdf"})

    def clean(self, data: Any, initial: Any = None) -> list[ReadPdf]:  # type: ignore[override] # a list
        return [PdfField.clean(self, one, initial) for one in data or [] if one]


class OpinionForm(forms.Form):
    """What an agency says of a submission."""

    answer = forms.ChoiceField(
        label=_("Answer"), choices=Answer.choices, widget=forms.RadioSelect, initial=Answer.AGREE
    )
    text = forms.CharField(
        label=_("Opinion"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Needed where the agency has remarks or disagrees."),
    )
    about = forms.ChoiceField(
        label=_("It speaks of"),
        required=False,
        help_text=_("When that paper is replaced, the opinion is marked as outdated."),
    )
    attached = PdfsField(
        label=_("Files of the agency"),
        required=False,
        help_text=_("PDF files; several may be chosen at once."),
    )

    def __init__(self, *args: Any, submission: Submission, **options: Any) -> None:
        super().__init__(*args, **options)
        roles = [role for role in PaperRole if role != PaperRole.ADVICE]
        whole = ("", _("the submission as a whole"))
        choices = cast(forms.ChoiceField, self.fields["about"])
        choices.choices = [whole, *((role.value, role.label) for role in roles)]
        if submission.is_paper_only:
            del self.fields["attached"]

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or {}
        if facts.get("answer") in WITH_WORDS and not facts.get("text", "").strip():
            self.add_error("text", _("Please say what the agency remarks."))
        return facts
