"""Doors of the searches one keeps: the list, keeping, naming, ordering, dropping, opening."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.errors import BadInput, RuleBroken
from people.http import Request
from people.models import SavedSearch
from people.searches import keeping
from people.searches.filters import Filter
from people.searches.forms import KeepForm, PlaceForm, SearchNameForm
from people.searches.lists import Glance, lists
from people.searches.reading import counted, searches_of

READ_OR_SEND = ["GET", "HEAD", "POST"]


@require_safe
def listing(request: Request) -> HttpResponse:
    """List the searches one keeps, each with its count, to be named anew, ordered and dropped."""
    return render(request, "people/searches.html", {"searches": [*counted(Glance(request.user))]})


@require_safe
def opened(request: Request, pk: int) -> HttpResponse:
    """Go to the list a search narrows."""
    search = _own(request, pk)
    if search.place not in lists:
        raise Http404
    return redirect(lists[search.place].url(search.query))


@require_POST
def keep(request: Request) -> HttpResponse:
    """Keep what a list is narrowed to under a name."""
    form = KeepForm(request.POST)
    if not form.is_valid() and set(form.errors) != {"name"}:
        raise BadInput
    found = form.cleaned_data["place"]
    asked = keeping.understood(request.user, found, form.cleaned_data["query"])
    url = lists[found].url(asked.query)
    if form.is_valid() and _is_done(form, lambda name: _kept(request, found, asked, name)):
        messages.success(request, _("The search stands on your first page now."))
        return redirect(url)
    return _form(request, form, title=_("Keep this search"), back=url)


@require_http_methods(READ_OR_SEND)
def rename(request: Request, pk: int) -> HttpResponse:
    """Give a search another name."""
    search = _own(request, pk)
    form = SearchNameForm(request.POST or None, initial={"name": search.name})
    if form.is_valid() and _is_done(form, lambda name: keeping.rename_search(search, name=name)):
        return redirect("people:searches")
    return _form(request, form, title=_("Name of the search"), back=reverse("people:searches"))


@require_POST
def place(request: Request, pk: int) -> HttpResponse:
    """Give a search another place among the own ones."""
    search = _own(request, pk)
    form = PlaceForm(request.POST)
    if not form.is_valid():
        raise BadInput
    keeping.place_search(search, to=form.cleaned_data["to"])
    return redirect("people:searches")


@require_POST
def drop(request: Request, pk: int) -> HttpResponse:
    """Keep a search no longer."""
    search = _own(request, pk)
    keeping.drop_search(search)
    messages.success(request, _("The search “%(name)s” is dropped.") % {"name": search})
    return redirect("people:searches")


def _own(request: Request, pk: int) -> SavedSearch:
    return get_object_or_404(searches_of(request.user), pk=pk)


def _kept(request: Request, found: str, asked: Filter, name: str) -> SavedSearch:
    return keeping.keep_search(request.user, place=found, query=asked.query, name=name)


def _is_done(form: SearchNameForm, deed: Callable[[str], object]) -> bool:
    """Do it under the name that was sent; a name the rules refuse is told at its field."""
    try:
        deed(form.cleaned_data["name"])
    except RuleBroken as refusal:
        form.add_error("name", refusal.sentence)
        return False
    return True


def _form(request: Request, form: SearchNameForm, *, title: str, back: str) -> HttpResponse:
    facts = {"form": form, "title": title, "back": back}
    return render(request, "people/search_form.html", facts, status=422 if form.is_bound else 200)
