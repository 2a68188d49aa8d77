"""Doors of the series of sessions: setting up, looking ahead, planning."""

from collections.abc import Mapping
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.errors import BadInput
from core.policies import require
from meetings import actions
from meetings.forms import initial_for
from meetings.models import Series
from meetings.outlook import Outlook, last_day, usual_horizon
from meetings.policies import may_create_for, series_visible_to
from meetings.series_forms import SeriesForm, UntilForm, first_of_next_month, initial_of_series
from meetings.series_turns import turn_of_series
from meetings.series_words import rule_words
from meetings.views.meetings import body_to_prepare
from people.http import Request
from people.reads import shared


@require_safe
@shared()
def listing(request: Request) -> HttpResponse:
    """List the series of the bodies whose meetings the person prepares."""
    require(may_create_for(request.user).exists())
    found = series_visible_to(request.user).prefetch_related("occurrences")
    rows = [(series, rule_words(series), turn_of_series(series)) for series in found]
    return render(request, "meetings/series_list.html", {"rows": rows})


@require_safe
def page(request: Request, pk: int) -> HttpResponse:
    """Show a series: its rule, the sessions there are, and those that would be planned."""
    series = _seen(request, pk)
    until = _until(request, series)
    outlook = Outlook(series, until)
    facts = {
        "series": series,
        "rule": rule_words(series),
        "until": until,
        "ahead": list(outlook),
        "unsure": outlook.years_without_holidays,
        "kept": series.occurrences.select_related("meeting__session_number"),
    }
    return render(request, "meetings/series.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Set up a series."""
    body = body_to_prepare(request)
    initial = initial_for(body, request.user) | {"starts": first_of_next_month(), "nth": 1}
    form = SeriesForm(request.POST or None, body=body, initial=initial)
    if not form.is_valid():
        return _form(request, form, {"body": body, "bodies": may_create_for(request.user)})
    series = actions.create_series(request.user, body, **form.facts)
    messages.success(request, _("The series is set up. Look at its days, then plan them."))
    return redirect("meetings:series", series.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    """Change a series for the sessions to come."""
    series = _seen(request, pk)
    form = SeriesForm(request.POST or None, body=series.body, initial=initial_of_series(series))
    if not form.is_valid():
        return _form(request, form, {"body": series.body, "series": series})
    actions.edit_series(request.user, series, **form.facts)
    messages.success(request, _("Saved."))
    return redirect("meetings:series", pk)


@require_POST
def plan(request: Request, pk: int) -> HttpResponse:
    """Plan the sessions of a series until a day."""
    series = _seen(request, pk)
    form = UntilForm(request.POST)
    if not form.is_valid():
        raise BadInput
    count = len(actions.plan_series(request.user, series, form.cleaned_data["until"]))
    told = ngettext("%(count)s session is planned.", "%(count)s sessions are planned.", count)
    messages.success(request, told % {"count": count})
    return redirect("meetings:series", pk)


def _seen(request: Request, pk: int) -> Series:
    """Return a series of a body whose meetings the person prepares; any other is not found."""
    return get_object_or_404(series_visible_to(request.user), pk=pk)


def _until(request: Request, series: Series) -> date:
    form = UntilForm(request.GET)
    until: date = form.cleaned_data["until"] if form.is_valid() else usual_horizon(series)
    return min(until, last_day())


def _form(request: Request, form: SeriesForm, facts: Mapping[str, object]) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "meetings/series_form.html", {"form": form, **facts}, status=status)
