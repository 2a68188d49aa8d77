"""One deed on many things: each through its own action and with its own entry in the journal.

All in one transaction, each behind a savepoint: what the rules refuse is told with its reason and
leaves nothing behind, and the rest is done. What one may not see is not found, and not named.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.errors import BadInput, NotSeen, Refusal
from people.errors import NothingTicked, TooManyTicked
from people.http import Request

M = TypeVar("M", bound=Model)
MOST, DIGITS = 300, 18
Named = Callable[[Any], str]


@dataclass(frozen=True)
class Outcome:
    """What was done, what was refused and why, and how many things were not found."""

    done: list[str]
    refused: list[tuple[str, str]]
    unknown: int = 0

    @property
    def is_whole(self) -> bool:
        return bool(self.done) and not self.refused and not self.unknown


@dataclass(frozen=True, kw_only=True)
class Batch(Generic[M]):
    """A deed on what was ticked: among which things, what it is called, what it asks before."""

    title: str | Promise
    verb: str | Promise
    icon: str
    url: str
    things: QuerySet[M]
    deed: Callable[[M, dict[str, Any]], object]
    named: Named
    back: str
    note: str | Promise = ""
    form: forms.Form | None = None
    chosen: Callable[[list[M]], list[M]] = list


def one_by_one(
    things: Sequence[M], deed: Callable[[M], object], *, named: Named, unknown: int = 0
) -> Outcome:
    """Do a deed on one thing after the other; return what became of each."""
    outcome = Outcome([], [], unknown)
    names = [named(thing) for thing in things]
    with transaction.atomic():
        for name, thing in zip(names, things, strict=True):
            try:
                with transaction.atomic():
                    deed(thing)
            except Refusal as refusal:
                outcome.refused.append((name, refusal.sentence))
            else:
                outcome.done.append(name)
    return outcome


def ticked(request: Request, things: QuerySet[M]) -> tuple[list[M], int]:
    """Return the ticked rows that the person finds, and how many others were sent."""
    sent = request.POST.getlist("row")
    if not all(one.isdecimal() and len(one) <= DIGITS for one in sent):
        raise BadInput
    keys = {int(one) for one in sent}
    if not keys:
        raise NothingTicked
    if len(keys) > MOST:
        raise TooManyTicked(most=MOST)
    found = list(things.filter(pk__in=keys))
    if not found:
        raise NotSeen
    return found, len(keys) - len(found)


def answered(request: Request, batch: Batch[M]) -> HttpResponse:
    """Ask what the deed needs to know, do it on all that is ticked, tell what became of each."""
    found, unknown = ticked(request, batch.things)
    form = batch.form
    if form is not None and not form.is_valid():
        facts = {"batch": batch, "form": form, "names": [batch.named(one) for one in found]}
        facts |= {"rows": [one.pk for one in found], "unknown": unknown}
        status = 422 if form.is_bound else 200
        return render(request, "people/batch.html", facts, status=status)
    given = form.cleaned_data if form is not None else {}
    things = batch.chosen(found)
    outcome = one_by_one(
        things, lambda one: batch.deed(one, given), named=batch.named, unknown=unknown
    )
    return told(request, batch, outcome)


def sent_form(request: Request) -> Any:
    """Return what a form of a batch is bound to: nothing, before its page was shown."""
    return request.POST if "go" in request.POST else None


def told(request: Request, batch: Batch[M], outcome: Outcome) -> HttpResponse:
    """Go back when all was done; else show what was not, and why."""
    count = len(outcome.done)
    if outcome.is_whole:
        said = ngettext("Done for %(count)s.", "Done for all %(count)s.", count)
        messages.success(request, f"{batch.title}: {said % {'count': count}}")
        return redirect(batch.back)
    facts = {"batch": batch, "outcome": outcome, "title": _("Not all was done")}
    status = 200 if outcome.done else 409
    return render(request, "people/outcome.html", facts, status=status)
