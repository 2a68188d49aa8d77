"""Forms by which agencies are asked for their opinion."""

from datetime import date, datetime, time
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agendas.models import Submission
from agendas.submissions.forms import AgencyChoices
from core.clock import now
from people.models import Agency

CLOSING = time(17)


class DueForm(forms.Form):
    """Until when an agency answers."""

    due = forms.DateField(
        label=_("Answer until"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Until the close of that day, 17:00."),
    )

    def clean_due(self) -> datetime | None:
        day: date = self.cleaned_data["due"]
        moment = timezone.make_aware(datetime.combine(day, CLOSING))
        if moment <= now():
            raise forms.ValidationError(_("The time for an answer must lie ahead."))
        return moment


class AllDueForm(DueForm):
    """Until when several agencies answer; without a day, each within the legal time."""

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["due"].required = False
        self.fields["due"].help_text = _("Left empty, each answers within the legal time.")

    def clean_due(self) -> datetime | None:
        return super().clean_due() if self.cleaned_data["due"] else None


class AskForm(DueForm):
    """Which agencies are asked, what, and until when."""

    agencies = AgencyChoices(label=_("Agencies"))
    question = forms.CharField(
        label=_("What they are asked"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    field_order = ("agencies", "question", "due")

    def __init__(self, *args: Any, submission: Submission, **facts: Any) -> None:
        super().__init__(*args, **facts)
        waiting = submission.advices.filter(answered_at__isnull=True).values("agency")
        others = Agency.objects.exclude(pk=submission.agency_id).exclude(pk__in=waiting)
        cast("AgencyChoices", self.fields["agencies"]).queryset = others
