"""Doors of the programme: reading it, taking it along, keeping its entries."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agendas import actions
from agendas.models import ProgrammeEntry
from agendas.policies import entries_visible_to, may_see_history, programmes_visible_to
from agendas.programme import Month, history_of, programme_of, year_to_show
from agendas.programme_forms import (
    DropForm,
    EntryForm,
    MoveForm,
    NewEntryForm,
    initial_entry,
)
from agendas.programme_searching import NARROWS, ProgrammeFilter, filter_of, narrowed
from agendas.programme_sheet import sheet_of
from agendas.registering import judged, limits_of, registrations_of
from agendas.turns import turns_of_entries
from core.clock import now
from core.policies import require
from core.workdays import day_of
from meetings.policies import may_create_for, may_read_programme
from meetings.programme_limits import ProgrammeLimits
from meetings.views.meetings import body_to_prepare
from people.http import Request
from people.models import Body, Person
from people.searches.reading import keeping_of

READ_OR_SEND = ["GET", "HEAD", "POST"]


@dataclass(frozen=True)
class Look:
    """What of the programme is looked at."""

    every: list[Body]
    bodies: list[Body]
    year: int
    asked: ProgrammeFilter

    @property
    def quarter(self) -> int | None:
        return self.asked.wanted.get("quarter")

    @property
    def month(self) -> int | None:
        return self.asked.wanted.get("month")

    def seen_by(self, person: Person) -> list[Month]:
        """Return the months as that person sees them, narrowed as was asked."""
        narrow = partial(narrowed, asked=self.asked) if self.asked.is_narrowed else None
        months = self.asked.months
        return programme_of(person, self.bodies, self.year, months, narrow, self.limits)

    @cached_property
    def limits(self) -> dict[int, ProgrammeLimits]:
        """Return until when agencies register, by the key of each body."""
        return limits_of(self.bodies)

    @property
    def query(self) -> str:
        """Return the bodies chosen and what the bar narrows, to go before the rest of an address."""
        is_whole = len(self.bodies) == len(self.every)
        chosen = [] if is_whole else [("body", body.pk) for body in self.bodies]
        narrow = [(name, self.asked[name].data) for name in NARROWS if name in self.asked.wanted]
        return urlencode([*chosen, *narrow]) + "&" if chosen or narrow else ""

    @property
    def period(self) -> str:
        """Return year, quarter and month for an address."""
        parts = [("year", self.year), ("quarter", self.quarter), ("month", self.month)]
        return urlencode([(name, value) for name, value in parts if value])


@require_safe
def page(request: Request) -> HttpResponse:
    """Show a year, a quarter or a month of the programme, several bodies side by side."""
    look = _look(request)
    months = look.seen_by(request.user)
    entries = [entry for month in months for cell in month.cells for entry in cell.entries]
    facts = {
        "look": look,
        "months": months,
        "turns": turns_of_entries(request.user, entries),
        "filter": look.asked,
        "keeping": keeping_of(request.user, "programme", look.asked),
        "registrations": list(registrations_of(look.limits, look.year, look.quarter, look.month)),
        "today": day_of(now()),
        "may_keep": may_create_for(request.user).exists(),
    }
    return render(request, "agendas/programme.html", facts)


@require_safe
def export(request: Request) -> HttpResponse:
    """Hand out what is looked at as comma-separated values."""
    look = _look(request)
    months = look.seen_by(request.user)
    answer = HttpResponse(sheet_of(months), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="chuong-trinh-{look.year}.csv"'
    return answer


@require_http_methods(READ_OR_SEND)
def new(request: Request) -> HttpResponse:
    """Register a matter for a month."""
    body = body_to_prepare(request)
    look, today = ProgrammeFilter(request.GET).wanted, day_of(now())
    given = {"year": look.get("year", today.year), "month": look.get("month", today.month)}
    form = NewEntryForm(request.POST or None, body=body, initial=given)
    if not form.is_valid():
        return _form(request, form, {"body": body, "bodies": may_create_for(request.user)})
    entry = actions.register_entry(request.user, body, **form.cleaned_data)
    messages.success(request, _("The matter is registered."))
    return redirect("agendas:entry", entry.pk)


@require_safe
def entry(request: Request, pk: int) -> HttpResponse:
    """Show an entry; those who keep the programme confirm, move and drop it here."""
    return _entry(request, _seen(request, pk))


@require_http_methods(READ_OR_SEND)
def edit(request: Request, pk: int) -> HttpResponse:
    """Change what an entry says."""
    found = _kept(request, pk)
    given = initial_entry(found)
    form = EntryForm(request.POST or None, body=found.body, entry=found, initial=given)
    if not form.is_valid():
        return _form(request, form, {"body": found.body, "entry": found})
    actions.edit_entry(request.user, found, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("agendas:entry", pk)


@require_POST
def confirm(request: Request, pk: int) -> HttpResponse:
    """Take a registered matter into the programme."""
    actions.confirm_entry(request.user, _kept(request, pk))
    return redirect("agendas:entry", pk)


@require_POST
def move(request: Request, pk: int) -> HttpResponse:
    """Move an entry to another month."""
    found = _kept(request, pk)
    form = MoveForm(request.POST, auto_id="move-%s")
    if not form.is_valid():
        return _entry(request, found, move_form=form)
    moved = actions.move_entry(request.user, found, **form.cleaned_data)
    messages.success(request, _("The entry is moved."))
    return redirect("agendas:entry", moved.pk)


@require_POST
def drop(request: Request, pk: int) -> HttpResponse:
    """Take a matter out of the programme."""
    found = _kept(request, pk)
    form = DropForm(request.POST, auto_id="drop-%s")
    if not form.is_valid():
        return _entry(request, found, drop_form=form)
    actions.drop_entry(request.user, found, reason=form.cleaned_data["reason"])
    return redirect("agendas:entry", pk)


def _look(request: Request) -> Look:
    """Return what is looked at; who has no programme to read finds none."""
    if not may_read_programme(request.user):
        raise Http404
    asked = filter_of(request.user, request.GET)
    every = list(programmes_visible_to(request.user))
    chosen = asked.wanted.get("body")
    bodies = [body for body in every if body.pk in chosen] if chosen else every
    year = asked.wanted.get("year")
    return Look(
        every=every,
        bodies=bodies,
        year=year or year_to_show(request.user, bodies, day_of(now()).year),
        asked=asked,
    )


def _seen(request: Request, pk: int) -> ProgrammeEntry:
    """Return an entry the person may see; any other is not found."""
    entries = entries_visible_to(request.user).select_related(
        "body", "agency", "submission", "continues", "continued_by", "made_by"
    )
    return get_object_or_404(entries, pk=pk)


def _kept(request: Request, pk: int) -> ProgrammeEntry:
    found = _seen(request, pk)
    require(may_create_for(request.user).filter(pk=found.body_id).exists())
    return found


def _entry(
    request: Request,
    found: ProgrammeEntry,
    *,
    move_form: MoveForm | None = None,
    drop_form: DropForm | None = None,
) -> HttpResponse:
    may_keep = may_create_for(request.user).filter(pk=found.body_id).exists()
    judged(found, ProgrammeLimits(found.body))
    later = {"year": found.year, "month": found.month}
    facts = {
        "entry": found,
        "may_keep": may_keep,
        "history": list(history_of(found)) if may_see_history(request.user, found) else [],
        "move_form": move_form or MoveForm(initial=later, auto_id="move-%s"),
        "drop_form": drop_form or DropForm(auto_id="drop-%s"),
    }
    status = 422 if move_form or drop_form else 200
    return render(request, "agendas/entry.html", facts, status=status)


def _form(request: Request, form: Form, facts: Mapping[str, object]) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "agendas/entry_form.html", {"form": form, **facts}, status=status)
