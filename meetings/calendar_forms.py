"""Forms of the working calendar and the time limits."""

from datetime import date
from typing import Any, ClassVar, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from core.clock import now
from core.workdays import day_of
from meetings.models import (
    CalendarDay,
    DayKind,
    Deadline,
    DeadlineCode,
    ProgrammeLimit,
    WorkCalendar,
)
from meetings.models.deadlines import LONGEST, WHOLE
from meetings.policies import calendars_for
from meetings.public_holidays import FIRST_YEAR, LAST_YEAR
from people.models import Body


def today() -> date:
    return day_of(now())


def _day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class DayForm(forms.ModelForm[CalendarDay]):
    """A day off or a make-up day, entered by hand."""

    day = forms.DateField(label=_("Date"), widget=_day_input())
    kind = forms.ChoiceField(
        label=_("Kind"), choices=DayKind.choices, widget=forms.RadioSelect, initial=DayKind.OFF
    )

    class Meta:
        model = CalendarDay
        fields = ("day", "kind", "name", "name_en", "source")
        labels: ClassVar = {"name": _("Name of the day")}
        help_texts: ClassVar = {"source": _("Number and day of the decision, if there is one.")}

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise forms.ValidationError(
                _("Please give a day between %(first)s and %(last)s."),
                params={"first": FIRST_YEAR, "last": LAST_YEAR},
            )
        return day


class YearForm(forms.Form):
    """The year to look at or to fill."""

    year = forms.IntegerField(min_value=FIRST_YEAR, max_value=LAST_YEAR)


class ChoiceForm(forms.Form):
    """Another calendar for a body to follow."""

    calendar = forms.ModelChoiceField(WorkCalendar.objects.none(), label=_("Calendar"))

    def __init__(self, *args: Any, body: Body, **facts: Any) -> None:
        super().__init__(*args, **facts)
        field = cast("forms.ModelChoiceField[WorkCalendar]", self.fields["calendar"])
        field.queryset = calendars_for(body).exclude(followers__body=body)
        field.empty_label = _("Choose")


class DeadlineForm(forms.ModelForm[Deadline]):
    """A time limit from a day on."""

    days = forms.IntegerField(
        label=_("Number"),
        min_value=1,
        max_value=LONGEST,
        help_text=_(
            "Working days. At short notice: percent of the time between the calling of the "
            "session and its beginning."
        ),
    )
    starts = forms.DateField(
        label=_("In force from"),
        widget=_day_input(),
        initial=today,
        help_text=_("Today or later; what governed before stays as it was."),
    )

    field_order = ("code", "days", "source", "starts")

    class Meta:
        model = Deadline
        fields = ("code", "source", "starts")

    def clean_starts(self) -> date:
        starts: date = self.cleaned_data["starts"]
        if starts < today():
            raise forms.ValidationError(_("This day has passed. Please choose today or later."))
        return starts

    def clean(self) -> dict[str, Any]:
        """Tell a share of the time from working days."""
        found = super().clean() or self.cleaned_data
        number = found.get("days")
        if not (number and found.get("code") and DeadlineCode(found["code"]).is_share):
            return found
        if number > WHOLE:
            self.add_error("days", _("A share of the time is at most 100 percent."))
        return {**found, "days": 0, "percent": number}


class ProgrammeLimitForm(forms.ModelForm[ProgrammeLimit]):
    """Until when matters are registered for a programme, from a day on."""

    starts = forms.DateField(
        label=_("In force from"),
        widget=_day_input(),
        initial=today,
        help_text=_("Today or later; what governed before stays as it was."),
    )

    class Meta:
        model = ProgrammeLimit
        fields = ("period", "day", "months_before", "source", "starts")
        help_texts: ClassVar = {
            "months_before": _("15 November for the next year: day 15, 2 months before."),
            "day": _("In a month that is too short, its last day."),
        }

    def clean_starts(self) -> date:
        starts: date = self.cleaned_data["starts"]
        if starts < today():
            raise forms.ValidationError(_("This day has passed. Please choose today or later."))
        return starts
