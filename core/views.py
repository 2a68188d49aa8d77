"""Doors of the ground floor: is it alive, and how does it look."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.design import MOMENT, colours, icon_names
from core.tones import LOOKS


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"ok": True})


@login_not_required
@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every token and component of the design language."""
    facts = {"icons": icon_names(), "states": LOOKS, "colours": colours(), "moment": MOMENT}
    return render(request, "core/styleguide.html", facts)
