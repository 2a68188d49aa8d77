"""Doors to lay papers under an item, replace and withdraw them."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_http_methods

from agendas.models import Item
from agendas.policies import items_visible_to
from core.policies import require
from meetings.policies import require_open_record
from papers.actions import home_of, replace_paper, table_paper, withdraw_paper
from papers.forms import NewPaperForm, NewVersionForm, WithdrawForm, most_megabytes
from papers.models import Paper
from papers.policies import may_table, papers_visible_to
from people.http import Request

FORM = require_http_methods(["GET", "HEAD", "POST"])


@FORM
def new(request: Request, pk: int) -> HttpResponse:
    """Upload a new paper."""
    item = get_object_or_404(items_visible_to(request.user).select_related("meeting"), pk=pk)
    require(may_table(request.user, item))
    require_open_record(item.meeting)
    form = NewPaperForm(*_sent(request))
    if request.method != "POST" or not form.is_valid():
        return _form(request, form, item)
    paper = table_paper(request.user, item, **form.cleaned_data)
    return _done(request, paper, item)


@FORM
def new_version(request: Request, pk: int) -> HttpResponse:
    """Upload a new text of a paper."""
    paper, item = _kept(request, pk)
    form = NewVersionForm(*_sent(request))
    if request.method != "POST" or not form.is_valid():
        return _form(request, form, item, paper=paper)
    replace_paper(request.user, paper, **form.cleaned_data)
    return _done(request, paper, item)


@FORM
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Take a paper from the meeting."""
    paper, item = _kept(request, pk)
    form = WithdrawForm(*_sent(request))
    if request.method != "POST" or not form.is_valid():
        facts = {"form": form, "paper": paper, "item": item}
        return render(request, "papers/withdraw.html", facts, status=_status(form))
    withdraw_paper(request.user, paper, **form.cleaned_data)
    return _done(request, paper, item)


def _kept(request: Request, pk: int) -> tuple[Paper, Item]:
    """Return a paper that the person may change, and the item it is under now."""
    papers = papers_visible_to(request.user).prefetch_related("versions")
    paper = get_object_or_404(papers, pk=pk)
    item = home_of(paper)
    require(may_table(request.user, item))
    require_open_record(item.meeting)
    return paper, item


def _sent(
    request: Request,
) -> "tuple[QueryDict | None, MultiValueDict[str, UploadedFile[Any]] | None]":
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _form(
    request: Request, form: forms.BaseForm, item: Item, *, paper: Paper | None = None
) -> HttpResponse:
    """Show the form, or tell a script what is wrong with what it sent."""
    if form.is_bound and _wants_json(request):
        return JsonResponse(_refused(form), status=422)
    facts = {"form": form, "item": item, "paper": paper, "most_megabytes": most_megabytes()}
    return render(request, "papers/upload.html", facts, status=_status(form))


def _done(request: Request, paper: Paper, item: Item) -> HttpResponse:
    url = reverse("agendas:item", args=[item.pk])
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
