"""The demonstration's own page. Its doors exist in demo mode only."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from config.demo import runner
from config.demo.cast import ABSENT, MEMBERS, OTHERS
from config.demo.errors import NothingToPlay
from config.demo.forms import StartForm
from config.demo.ground import ADMIN
from config.demo.renewing import renew_session
from config.demo.simulation.script import session_to_play
from core.errors import BadInput
from people.http import Request


@login_not_required
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Tell what there is to try, who can sign in, and how the simulation stands."""
    facts = {
        **standing(request),
        "members": MEMBERS,
        "others": OTHERS,
        "admin": ADMIN,
        "absent": ABSENT,
        "password": settings.DEMO_PASSWORD,
    }
    return render(request, "demo/page.html", facts)


@login_not_required
@require_safe
def status(request: HttpRequest) -> HttpResponse:
    """Show how the simulation stands, alone."""
    return render(request, "demo/_status.html", standing(request))


@require_POST
def start(request: Request) -> HttpResponse:
    """Let the other members come; with ``drive`` the chair and the secretary too."""
    form = StartForm(request.POST)
    if not form.is_valid():
        raise BadInput
    meeting = session_to_play()
    if meeting is None:
        raise NothingToPlay
    runner.start(
        own_address(request),
        meeting=meeting.pk,
        without={request.user.username},
        drive=form.cleaned_data["drive"],
        pace=float(form.cleaned_data["pace"]),
    )
    messages.success(request, _("The members are on their way."))
    return redirect("demo:page")


@require_POST
def stop(request: Request) -> HttpResponse:
    """Let the simulated members leave."""
    runner.stop()
    messages.success(request, _("The simulation has stopped."))
    return redirect("demo:page")


@require_POST
def renew(request: Request) -> HttpResponse:
    """Prepare a fresh session, so that one may play again."""
    runner.stop()
    renew_session()
    messages.success(request, _("A fresh session is ready."))
    return redirect("demo:page")


def standing(request: HttpRequest) -> dict[str, Any]:
    """Gather how the session and its simulation stand, and what the visitor may start."""
    return {
        "status": runner.status(),
        "meeting": session_to_play(),
        "form": StartForm(),
        "presides": request.user.get_username() in {"chair", "secretary"},
    }


def own_address(request: HttpRequest) -> str:
    """Return where this very server listens, whatever name the visitor calls it by."""
    if settings.SESSION_COOKIE_SECURE:
        return request.build_absolute_uri("/")
    return f"http://127.0.0.1:{request.META['SERVER_PORT']}"
