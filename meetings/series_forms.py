"""Forms of a series of sessions: its rule, and until when it is planned."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.clock import now
from core.workdays import day_of
from meetings.forms import PersonChoice, offer, seated, secretaries
from meetings.models import Series
from meetings.models.series import EVERY, MOST_WORKDAYS
from meetings.patterns import MONTHS, NUMBERED, unknown_gaps
from meetings.recurrence import LAST
from meetings.states import Rhythm
from people.models import Body, Person

FOUR = 4
LONGEST_MONTH = 31
WEEKDAYS = [
    (0, _("Monday")),
    (1, _("Tuesday")),
    (2, _("Wednesday")),
    (3, _("Thursday")),
    (4, _("Friday")),
    (5, _("Saturday")),
    (6, _("Sunday")),
]
WHICH = [*((n, str(n)) for n in range(1, LONGEST_MONTH + 1)), (LAST, _("the last"))]
MOST = {Rhythm.DAY: LONGEST_MONTH, Rhythm.WEEKDAY: FOUR, Rhythm.WORKDAY: MOST_WORKDAYS}


def _day(**facts: Any) -> forms.DateField:
    return forms.DateField(
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **facts
    )


def _time(**facts: Any) -> forms.TimeField:
    return forms.TimeField(widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **facts)


class SeriesForm(forms.Form):
    """What every session of the series is, and by what rule it comes again."""

    title = forms.CharField(
        label=_("Title of each session"),
        max_length=300,
        help_text=_(
            "Gaps are filled for each session: {month}, {year}, {previous_month}, "
            "{year_of_previous_month}, {number}."
        ),
    )
    is_numbered = forms.BooleanField(label=_("Number the sessions of each year"), required=False)
    rhythm = forms.ChoiceField(
        label=_("Day"), choices=Rhythm.choices, widget=forms.RadioSelect, initial=Rhythm.WORKDAY
    )
    nth = forms.TypedChoiceField(
        label=_("Which one"),
        choices=WHICH,
        coerce=int,
        help_text=_("The third day, the first Monday, the last working day …"),
    )
    weekday = forms.TypedChoiceField(
        label=_("Weekday"),
        choices=[("", "—"), *WEEKDAYS],
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("Only for a weekday of the month."),
    )
    every = forms.TypedChoiceField(label=_("How often"), choices=EVERY, coerce=int, initial=1)
    begins = _time(label=_("Begins at"), initial=time(8))
    closes = _time(label=_("Planned end"), initial=time(11, 30))
    starts = _day(label=_("First day"))
    ends = _day(label=_("Last day"), required=False)
    place = forms.CharField(label=_("Place"), max_length=200)
    chair = PersonChoice(Person.objects.none(), label=_("Chair"))
    secretary = PersonChoice(Person.objects.none(), label=_("Secretary"))

    def __init__(self, *args: Any, body: Body, **facts: Any) -> None:
        super().__init__(*args, **facts)
        offer(self, "chair", seated(body))
        offer(self, "secretary", secretaries(body))

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or {}
        self._check_title(facts)
        self._check_day(facts)
        self._check_times(facts)
        return facts

    @property
    def facts(self) -> dict[str, Any]:
        """Return what the action asks for."""
        facts = {k: v for k, v in self.cleaned_data.items() if k != "closes"}
        length = _moment(self.cleaned_data["closes"]) - _moment(facts["begins"])
        return facts | {"minutes": int(length.total_seconds()) // 60}

    def _check_title(self, facts: dict[str, Any]) -> None:
        known = NUMBERED if facts.get("is_numbered") else MONTHS
        gaps = unknown_gaps(facts.get("title", ""), known)
        if gaps:
            told = _("This gap cannot be filled: %(gaps)s")
            self.add_error("title", forms.ValidationError(told, params={"gaps": ", ".join(gaps)}))

    def _check_day(self, facts: dict[str, Any]) -> None:
        rhythm, nth = facts.get("rhythm"), facts.get("nth")
        if rhythm != Rhythm.WEEKDAY:
            facts["weekday"] = None
        elif facts.get("weekday") is None:
            self.add_error("weekday", _("Please choose the weekday."))
        if rhythm and nth and nth > MOST[Rhythm(rhythm)]:
            self.add_error("nth", _("Not every month has so many; choose fewer or the last."))

    def _check_times(self, facts: dict[str, Any]) -> None:
        begins, closes = facts.get("begins"), facts.get("closes")
        if begins and closes and closes <= begins:
            self.add_error("closes", _("The meeting must end after it begins."))
        starts, ends = facts.get("starts"), facts.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("The last day lies before the first."))


class UntilForm(forms.Form):
    """Until when the sessions of a series are looked at or planned."""

    until = _day(label=_("Plan until"))


def initial_of_series(series: Series) -> dict[str, Any]:
    """Return a series as the form asks for it."""
    names = ("title", "is_numbered", "rhythm", "nth", "weekday", "every", "begins", "place")
    closes = (_moment(series.begins) + timedelta(minutes=series.minutes)).time()
    return {name: getattr(series, name) for name in names} | {
        "closes": closes,
        "starts": series.starts,
        "ends": series.ends,
        "chair": series.chair_id,
        "secretary": series.secretary_id,
    }


def first_of_next_month() -> date:
    """Return the day on which a new series most likely starts."""
    today = day_of(now())
    return (today.replace(day=1) + timedelta(days=32)).replace(day=1)


def _moment(at: time) -> datetime:
    return datetime.combine(date(2000, 1, 1), at)
