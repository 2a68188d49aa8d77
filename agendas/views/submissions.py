"""Doors of submissions: the register, the file, what its agency does."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agendas import actions
from agendas.actions.submissions import WRITABLE
from agendas.forms import WithdrawForm
from agendas.models import Submission
from agendas.policies import SubmissionPolicy, submissions_visible_to
from agendas.submissions import batches
from agendas.submissions.cover import Cover
from agendas.submissions.errors import SubmissionSettled
from agendas.submissions.forms import NewSubmissionForm, SubmissionForm, initial_of
from agendas.submissions.lists import lists_of
from agendas.submissions.searching import filter_of, narrowed
from core.policies import require
from people.http import Request
from people.models import Body
from people.policies import agencies_of
from people.searches.reading import keeping_of

READ_OR_SEND = ["GET", "HEAD", "POST"]


@require_safe
def register(request: Request) -> HttpResponse:
    """List the submissions a person may know of by whose move it is."""
    asked = filter_of(request.user, request.GET)
    seen = narrowed(submissions_visible_to(request.user), asked)
    groups = lists_of(request.user, seen, wish=asked.wish)
    facts = {
        "groups": groups,
        "deeds": batches.deeds_for(request.user, {group.key for group in groups}),
        "filter": asked,
        "keeping": keeping_of(request.user, "submissions", asked),
        "may_start": agencies_of(request.user).exists(),
    }
    return render(request, "agendas/submissions/register.html", facts)


@require_safe
def submission(request: Request, pk: int) -> HttpResponse:
    """Show a submission like the cover of a file."""
    cover = Cover(request.user, seen_submission(request, pk))
    facts = {"cover": cover, "submission": cover.submission}
    return render(request, "agendas/submissions/page.html", facts)


@require_http_methods(READ_OR_SEND)
def new(request: Request) -> HttpResponse:
    """Begin a submission for one's agency."""
    agencies = agencies_of(request.user)
    require(agencies.exists())
    initial = {"agency": agencies.first(), "body": Body.objects.order_by("pk").first()}
    form = NewSubmissionForm(request.POST or None, agencies=agencies, initial=initial)
    if not form.is_valid():
        return filled(request, form, {}, "agendas/submissions/form.html")
    begun = actions.start_submission(request.user, **form.cleaned_data)
    return redirect("agendas:submission", begun.pk)


@require_http_methods(READ_OR_SEND)
def edit(request: Request, pk: int) -> HttpResponse:
    """Change what a submission says."""
    found = seen_submission(request, pk)
    require(SubmissionPolicy(request.user, found).may_write)
    if found.state not in WRITABLE:
        raise SubmissionSettled
    agencies = agencies_of(request.user).filter(pk=found.agency_id)
    form = SubmissionForm(
        request.POST or None, agencies=agencies, body=found.body, initial=initial_of(found)
    )
    if not form.is_valid():
        return filled(request, form, {"submission": found}, "agendas/submissions/form.html")
    actions.edit_submission(request.user, found, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("agendas:submission", pk)


@require_POST
def lodge(request: Request, pk: int) -> HttpResponse:
    """Lodge a submission."""
    lodged = actions.lodge_submission(request.user, seen_submission(request, pk))
    told = _("Lodged under number %(number)s of %(year)s.")
    messages.success(request, told % {"number": lodged.number, "year": lodged.year})
    return redirect("agendas:submission", pk)


@require_http_methods(READ_OR_SEND)
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Take a submission back."""
    found = seen_submission(request, pk)
    require(SubmissionPolicy(request.user, found).may_withdraw)
    form = WithdrawForm(request.POST or None)
    if not form.is_valid():
        return filled(request, form, {"submission": found}, "agendas/submissions/withdraw.html")
    actions.withdraw_submission(request.user, found, **form.cleaned_data)
    return redirect("agendas:submission", pk)


def seen_submission(request: Request, pk: int) -> Submission:
    """Return a submission the person may see; any other is not found."""
    seen = submissions_visible_to(request.user).select_related(
        "agency", "body", "matter", "rapporteur", "preferred_meeting", "checked_by", "routed_by"
    )
    return get_object_or_404(seen, pk=pk)


def filled(request: Request, form: Form, facts: dict[str, Any], template: str) -> HttpResponse:
    """Show a form, empty or as it was sent."""
    status = 422 if form.is_bound else 200
    return render(request, template, {**facts, "form": form}, status=status)
