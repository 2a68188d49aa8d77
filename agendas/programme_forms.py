"""Forms of the programme: what to look at, an entry, another month, a reason."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agendas.models import ProgrammeEntry, Submission
from agendas.models.programme import FIRST_YEAR, LAST_YEAR
from agendas.states import OPEN_ENTRIES, ItemKind, SubmissionState
from meetings.forms import offer
from people.models import Agency, Body

SEEN = [
    SubmissionState.LODGED, SubmissionState.RETURNED, SubmissionState.ACCEPTED,
    SubmissionState.ROUTED,
]  # fmt: skip
MONTHS = [(number, str(number)) for number in range(1, 13)]


def _year(**facts: Any) -> forms.IntegerField:
    return forms.IntegerField(min_value=FIRST_YEAR, max_value=LAST_YEAR, **facts)


def _month(**facts: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(choices=MONTHS, coerce=int, **facts)


class EntryForm(forms.Form):
    """What an entry of the programme says."""

    title = forms.CharField(
        label=_("Title of the matter"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    agency = forms.ModelChoiceField(Agency.objects.none(), label=_("Sponsor"))
    kind = forms.ChoiceField(label=_("Kind"), choices=ItemKind.choices, initial=ItemKind.DECISION)
    submission = forms.ModelChoiceField(
        Submission.objects.none(),
        label=_("Submission"),
        required=False,
        help_text=_("If the matter is lodged already."),
    )
    note = forms.CharField(label=_("Note"), max_length=500, required=False)

    def __init__(
        self, *args: Any, body: Body, entry: ProgrammeEntry | None = None, **facts: Any
    ) -> None:
        super().__init__(*args, **facts)
        offer(self, "agency", Agency.objects.all())
        planned = ProgrammeEntry.objects.filter(state__in=OPEN_ENTRIES, submission__isnull=False)
        taken = planned.exclude(pk=entry.pk) if entry else planned
        free = Submission.objects.filter(body=body, state__in=SEEN)
        offer(self, "submission", free.exclude(pk__in=taken.values("submission")))


class NewEntryForm(EntryForm):
    """A new entry has a month as well."""

    year = _year(label=_("Year"))
    month = _month(label=_("Month"))


class MoveForm(forms.Form):
    """Another month for an entry, and why."""

    year = _year(label=_("Year"))
    month = _month(label=_("Month"))
    reason = forms.CharField(label=_("Reason"), max_length=300)


class DropForm(forms.Form):
    """Why a matter leaves the programme."""

    reason = forms.CharField(label=_("Reason"), max_length=300)


def initial_entry(entry: ProgrammeEntry) -> dict[str, Any]:
    """Return an entry as the form asks for it."""
    return {
        "title": entry.title,
        "agency": entry.agency_id,
        "kind": entry.kind,
        "submission": entry.submission_id,
        "note": entry.note,
    }
