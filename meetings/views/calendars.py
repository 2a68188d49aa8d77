"""Doors of a body's working calendar and time limits, for its administrator."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from core.errors import BadInput
from meetings import actions
from meetings.calendar_forms import (
    ChoiceForm,
    DayForm,
    DeadlineForm,
    ProgrammeLimitForm,
    YearForm,
    today,
)
from meetings.calendar_year import WEEKDAYS, months_of, weekend_of
from meetings.deadlines import Deadlines
from meetings.models import CalendarDay, Deadline, DeadlineCode, WorkCalendar
from meetings.policies import may_keep_calendar
from meetings.programme_limits import ProgrammeLimits
from meetings.public_holidays import FIRST_YEAR, LAST_YEAR, knows
from people.http import Request
from people.models import Body, Person, Role
from people.policies import bodies_where


@require_safe
def page(request: Request, pk: int) -> HttpResponse:
    """Show a year of the body's calendar, and its time limits."""
    return _page(request, _body(request, pk), _year(request))


@require_POST
def day_new(request: Request, pk: int) -> HttpResponse:
    """Enter a day off or a make-up day."""
    body = _body(request, pk)
    calendar = _calendar(body)
    form = DayForm(request.POST, auto_id="day-%s")
    if not form.is_valid():
        return _page(request, body, _year(request), day_form=form)
    kept = actions.set_day(request.user, calendar, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return _back(body, kept.day.year)


@require_POST
def day_removal(request: Request, pk: int, day_pk: int) -> HttpResponse:
    """Let a day be what its weekday is."""
    body = _body(request, pk)
    calendar = _calendar(body)
    one = get_object_or_404(CalendarDay, pk=day_pk, calendar=calendar)
    actions.remove_day(request.user, calendar, day=one.day)
    messages.success(request, _("“%(name)s” is removed.") % {"name": one})
    return _back(body, one.day.year)


@require_POST
def day_return(request: Request, pk: int, day_pk: int) -> HttpResponse:
    """Put a removed day back."""
    body = _body(request, pk)
    calendar = _calendar(body)
    one = get_object_or_404(CalendarDay, pk=day_pk, calendar=calendar)
    actions.restore_day(request.user, calendar, day=one.day)
    messages.success(request, _("“%(name)s” holds again.") % {"name": one})
    return _back(body, one.day.year)


@require_POST
def fill(request: Request, pk: int) -> HttpResponse:
    """Calculate the holidays of a year."""
    body = _body(request, pk)
    form = YearForm(request.POST)
    if not form.is_valid():
        raise BadInput
    year = form.cleaned_data["year"]
    count = actions.fill_year(request.user, _calendar(body), year)
    said = ngettext("%(count)s day was calculated.", "%(count)s days were calculated.", count)
    messages.success(request, said % {"count": count})
    return _back(body, year)


@require_POST
def choice(request: Request, pk: int) -> HttpResponse:
    """Let the body follow another calendar."""
    body = _body(request, pk)
    form = ChoiceForm(request.POST, body=body)
    if not form.is_valid():
        return _page(request, body, _year(request), choice_form=form)
    actions.follow_calendar(request.user, body, form.cleaned_data["calendar"])
    return _back(body, _year(request))


@require_POST
def own(request: Request, pk: int) -> HttpResponse:
    """Give the body a calendar of its own."""
    body = _body(request, pk)
    actions.keep_own_calendar(request.user, body)
    messages.success(request, _("The body has a calendar of its own now."))
    return _back(body, _year(request))


@require_POST
def deadline_new(request: Request, pk: int) -> HttpResponse:
    """Set a time limit from a day on."""
    body = _body(request, pk)
    form = DeadlineForm(request.POST, auto_id="limit-%s")
    if not form.is_valid():
        return _page(request, body, _year(request), deadline_form=form)
    actions.set_deadline(request.user, body, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect(reverse("meetings:calendar", args=[body.pk]) + "#limits")


@require_POST
def programme_limit_new(request: Request, pk: int) -> HttpResponse:
    """Set until when matters are registered for a programme."""
    body = _body(request, pk)
    form = ProgrammeLimitForm(request.POST, auto_id="programme-%s")
    if not form.is_valid():
        return _page(request, body, _year(request), programme_form=form)
    actions.set_programme_limit(request.user, body, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect(reverse("meetings:calendar", args=[body.pk]) + "#programme")


@dataclass(frozen=True)
class Limit:
    """A time limit: what is in force today, what follows, what was before."""

    code: DeadlineCode
    current: Deadline
    others: list[Deadline]


def _page(
    request: Request,
    body: Body,
    year: int,
    *,
    day_form: DayForm | None = None,
    choice_form: ChoiceForm | None = None,
    deadline_form: DeadlineForm | None = None,
    programme_form: ProgrammeLimitForm | None = None,
) -> HttpResponse:
    calendar = _followed(body)
    facts = {
        "body": body,
        "calendar": calendar,
        "choice_form": choice_form or ChoiceForm(body=body),
        "has_own": WorkCalendar.objects.filter(code=body.code).exists(),
        "limits": _limits(body),
        "deadline_form": deadline_form or DeadlineForm(auto_id="limit-%s"),
        "programme_rows": dict(ProgrammeLimits(body).rows),
        "programme_form": programme_form or ProgrammeLimitForm(auto_id="programme-%s"),
        **(_year_facts(request.user, body, calendar, year, day_form) if calendar else {}),
    }
    sent = (day_form, choice_form, deadline_form, programme_form)
    is_bound = any(form is not None for form in sent)
    return render(request, "meetings/calendar.html", facts, status=422 if is_bound else 200)


def _year_facts(
    person: Person, body: Body, calendar: WorkCalendar, year: int, form: DayForm | None
) -> dict[str, object]:
    days = list(calendar.days.filter(day__year=year).select_related("removed_by"))
    arithmetic = calendar.arithmetic
    may_keep = may_keep_calendar(person, calendar)
    return {
        "year": year,
        "before": year - 1 if year > FIRST_YEAR else None,
        "after": year + 1 if year < LAST_YEAR else None,
        "today": today(),
        "days": days,
        "months": months_of(year, [one for one in days if not one.is_removed], arithmetic),
        "weekdays": WEEKDAYS,
        "weekend": weekend_of(arithmetic),
        "may_keep": may_keep,
        "may_fill": may_keep and knows(calendar.country),
        "others": calendar.followers.exclude(body=body).select_related("body"),
        "day_form": form or DayForm(auto_id="day-%s", initial={"day": _first_day(year)}),
    }


def _limits(body: Body) -> list[Limit]:
    deadlines = Deadlines(body)
    limits = []
    for code in DeadlineCode:
        current = deadlines.on(code, today())
        others = [row for row in deadlines.rows.get(code, ()) if row.pk != current.pk]
        limits.append(Limit(code, current, others))
    return limits


def _body(request: Request, pk: int) -> Body:
    """Return a body the person administers; any other is not found."""
    return get_object_or_404(bodies_where(request.user, Role.ADMINISTRATOR), pk=pk)


def _followed(body: Body) -> WorkCalendar | None:
    return WorkCalendar.objects.filter(followers__body=body).prefetch_related("days").first()


def _calendar(body: Body) -> WorkCalendar:
    """Return the calendar that the body follows; without one there are no days to enter."""
    return get_object_or_404(WorkCalendar, followers__body=body)


def _year(request: Request) -> int:
    """Return the year asked for, else this year."""
    form = YearForm({"year": request.GET.get("year") or request.POST.get("year")})
    year: int = form.cleaned_data["year"] if form.is_valid() else today().year
    return year


def _first_day(year: int) -> date:
    return today() if today().year == year else date(year, 1, 1)


def _back(body: Body, year: int) -> HttpResponse:
    return redirect(reverse("meetings:calendar", args=[body.pk]) + f"?year={year}")
