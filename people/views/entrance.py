"""Doors: sign in, sign out, the language, and the page of what needs me."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.errors import BadInput
from people.demo_cards import cards
from people.forms import LanguageForm, SignInForm
from people.http import Request
from people.models import Role
from people.needs import NeedsFilter, groups_of, needs_found
from people.policies import offices_of
from people.reads import shared
from people.searches.lists import Glance
from people.searches.reading import counted, keeping_of

A_SCREEN = 4  # needs that one takes in at a glance


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """Ask for name and password; in the demonstration offer its persons as cards."""

    form_class = SignInForm
    template_name = "people/sign_in.html"
    redirect_authenticated_user = True

    def get_context_data(self, **facts: Any) -> dict[str, Any]:
        return {**super().get_context_data(**facts), "cards": cards()}

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        keep_language(response, form.get_user().language)
        return response


class SignOut(LogoutView):
    """End the session, by POST only."""

    http_method_names = ["post", "options"]


def keep_language(response: HttpResponse, language: str) -> None:
    """Remember the language on this device for a year."""
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, max_age=31_536_000, samesite="Lax")


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Change the language, for this device and for the person."""
    form = LanguageForm(request.POST)
    if not form.is_valid():
        raise BadInput
    person = request.user
    if person.is_authenticated:
        person.language = form.cleaned_data["language"]
        person.save(update_fields=["language"])
    response = HttpResponseRedirect(_safe(request, form.cleaned_data["next"]))
    keep_language(response, form.cleaned_data["language"])
    return response


def _safe(request: HttpRequest, target: str) -> str:
    ours = url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure())
    return target if target and ours else "/"


@require_safe
@shared()
def home(request: Request) -> HttpResponse:
    """Show what needs the person, now, this week, waiting for others; and the searches kept."""
    glance = Glance(request.user)
    asked = NeedsFilter(request.GET)
    facts = {
        "filter": asked,
        "is_long": len(needs_found(glance, NeedsFilter(QueryDict()))) > A_SCREEN,
        "groups": groups_of(needs_found(glance, asked)),
        "searches": list(counted(glance)),
        "keeping": keeping_of(request.user, "needs", asked),
        "keeps_people": bool(offices_of(request.user).bodies(Role.ADMINISTRATOR)),
    }
    return render(request, "people/home.html", facts)


def locked_out(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    """Answer after too many failures from one address for one name."""
    message = _("Too many attempts. Please wait 15 minutes and try again.")
    facts = {"status": 429, "code": "too_many_attempts", "message": message}
    return render(request, "errors/refused.html", facts, status=429)
