"""Doors to lay papers under an item or into a submission, replace and withdraw them."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_http_methods, require_POST

from agendas.lateness import is_after_limit
from agendas.models import Item
from agendas.policies import ItemPolicy, items_visible_to, submissions_visible_to
from core.clock import now
from core.policies import require
from meetings.policies import require_open_record
from papers.actions import (
    attach_paper,
    home_of,
    refuse_late_papers,
    replace_paper,
    table_paper,
    take_late_papers,
    waiting_under,
    withdraw_paper,
)
from papers.actions.homes import Home, require_electronic
from papers.forms import NewPaperForm, NewVersionForm, RefuseForm, WithdrawForm, most_megabytes
from papers.models import Paper
from papers.policies import may_attach, may_change, may_table, papers_visible_to
from papers.views.homes import page_of, place_of
from people.http import Request

FORM = require_http_methods(["GET", "HEAD", "POST"])


@FORM
def new(request: Request, pk: int) -> HttpResponse:
    """Upload a new paper under an item."""
    item = get_object_or_404(items_visible_to(request.user).select_related("meeting"), pk=pk)
    require(may_table(request.user, item))
    require_open_record(item.meeting)
    require_electronic(item)
    form = NewPaperForm(*_sent(request), is_late=_is_late(item))
    if request.method != "POST" or not form.is_valid():
        return _form(request, form, item)
    paper = table_paper(request.user, item, **form.cleaned_data)
    return _done(request, paper, item)


@FORM
def attach(request: Request, pk: int) -> HttpResponse:
    """Upload a new paper into a submission."""
    submission = get_object_or_404(submissions_visible_to(request.user), pk=pk)
    require(may_attach(request.user, submission))
    require_electronic(submission)
    form = NewPaperForm(*_sent(request))
    if request.method != "POST" or not form.is_valid():
        return _form(request, form, submission)
    paper = attach_paper(request.user, submission, **form.cleaned_data)
    return _done(request, paper, submission)


@FORM
def new_version(request: Request, pk: int) -> HttpResponse:
    """Upload a new text of a paper."""
    paper, home = _kept(request, pk)
    form = NewVersionForm(*_sent(request), is_late=_is_late(home))
    if request.method != "POST" or not form.is_valid():
        return _form(request, form, home, paper=paper)
    replace_paper(request.user, paper, **form.cleaned_data)
    return _done(request, paper, home)


@FORM
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Take a paper from the meeting, or out of the submission."""
    paper, home = _kept(request, pk)
    form = WithdrawForm(*_sent(request))
    if request.method != "POST" or not form.is_valid():
        facts = {"form": form, "paper": paper, **place_of(home)}
        return render(request, "papers/withdraw.html", facts, status=_status(form))
    withdraw_paper(request.user, paper, **form.cleaned_data)
    return _done(request, paper, home)


@require_POST
def consent(request: Request, pk: int) -> HttpResponse:
    """Take the late papers under an item."""
    item = get_object_or_404(items_visible_to(request.user).select_related("meeting"), pk=pk)
    take_late_papers(request.user, item)
    return redirect("agendas:item", pk)


@FORM
def refuse(request: Request, pk: int) -> HttpResponse:
    """Refuse the late papers under an item."""
    item = get_object_or_404(items_visible_to(request.user).select_related("meeting"), pk=pk)
    require(ItemPolicy(request.user, item).may_consent)
    form = RefuseForm(*_sent(request))
    if request.method != "POST" or not form.is_valid():
        facts = {"form": form, "waiting": waiting_under(item), **place_of(item)}
        return render(request, "papers/refuse.html", facts, status=_status(form))
    refuse_late_papers(request.user, item, **form.cleaned_data)
    return redirect("agendas:item", pk)


def _is_late(home: Home) -> bool:
    if not isinstance(home, Item) or home.is_taken_up:
        return False
    return is_after_limit(home.meeting, now())


def _kept(request: Request, pk: int) -> tuple[Paper, Home]:
    """Return a paper that the person may change, and where it is at home now."""
    papers = papers_visible_to(request.user).prefetch_related("versions")
    paper = get_object_or_404(papers, pk=pk)
    home = home_of(paper)
    require(may_change(request.user, paper, home))
    if isinstance(home, Item):
        require_open_record(home.meeting)
    return paper, home


def _sent(
    request: Request,
) -> "tuple[QueryDict | None, MultiValueDict[str, UploadedFile[Any]] | None]":
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _form(
    request: Request, form: forms.BaseForm, home: Home, *, paper: Paper | None = None
) -> HttpResponse:
    """Show the form, or tell a script what is wrong with what it sent."""
    if form.is_bound and _wants_json(request):
        return JsonResponse(_refused(form), status=422)
    facts = {"form": form, "paper": paper, "most_megabytes": most_megabytes(), **place_of(home)}
    return render(request, "papers/upload.html", facts, status=_status(form))


def _done(request: Request, paper: Paper, home: Home) -> HttpResponse:
    url = page_of(home)
    if _wants_json(request):
        return JsonResponse({"id": paper.pk, "url": url}, status=201)
    return redirect(url)


def _refused(form: forms.BaseForm) -> dict[str, Any]:
    fields = {name: [str(error) for error in errors] for name, errors in form.errors.items()}
    sentence = next(iter(fields.values()))[0]
    return {
        "t": "refused",
        "status": 422,
        "code": "bad_form",
        "message": sentence,
        "fields": fields,
    }


def _status(form: forms.BaseForm) -> int:
    return 422 if form.is_bound else 200


def _wants_json(request: Request) -> bool:
    return "application/json" in request.headers.get("Accept", "")
