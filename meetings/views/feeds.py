"""Doors of the private calendar: its address, and what a calendar program fetches there."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from meetings import actions
from meetings.invitations.feed import feed_of
from meetings.models import CalendarFeed
from people.http import Request


@require_safe
def own(request: Request) -> HttpResponse:
    """Show the address of one's calendar."""
    feed = CalendarFeed.objects.filter(person=request.user).first()
    address = reverse("meetings:feed", args=[feed.token]) if feed else ""
    facts = {"feed": feed, "address": f"{settings.SITE_URL}{address}" if feed else ""}
    return render(request, "meetings/feed.html", facts)


@require_POST
def renew(request: Request) -> HttpResponse:
    """Make the address, or another one; with ``end`` there is none from then on."""
    if "end" in request.POST:
        actions.end_feed(request.user)
        messages.success(request, _("The calendar address is closed."))
    else:
        actions.make_feed(request.user)
        messages.success(request, _("The calendar address is made."))
    return redirect("meetings:own_calendar")


@login_not_required
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Answer a calendar program that knows the secret; any other address is not there."""
    known = CalendarFeed.objects.filter(person__is_active=True).select_related("person")
    found = get_object_or_404(known, token=token)
    CalendarFeed.objects.filter(pk=found.pk).update(fetched_at=timezone.now())
    headers = {
        "Cache-Control": "private, max-age=300",
        "Content-Disposition": 'inline; filename="nghi-su.ics"',
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(
        feed_of(found), content_type="text/calendar; charset=utf-8", headers=headers
    )
