"""Doors of remote sites: which have registered, and the registration of one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meetings import actions
from meetings.actions.sites import REGISTERING
from meetings.invitations.forms import SiteForm, lines_of
from meetings.models import Meeting, Site, SiteRegistration
from meetings.policies import MeetingPolicy, meetings_with_sites_for
from meetings.turns import Turn
from people.http import Request


@require_safe
def sites(request: Request, pk: int) -> HttpResponse:
    """List the remote sites of a meeting, with who is there."""
    meeting = _seen(request, pk)
    found = meeting.site_registrations.prefetch_related("attendees")
    registered = {one.site_id: one for one in found}
    remote = meeting.body.sites.filter(is_seat=False)
    facts = {
        "meeting": meeting,
        "policy": MeetingPolicy(request.user, meeting),
        "rows": [{"site": site, "registration": registered.get(site.pk)} for site in remote],
        "turn": Turn(_("Site operator · to register"), meeting.starts_at),
        "count": len(registered),
        "attendees": sum(len(one.attendees.all()) for one in registered.values()),
        "may_write": meeting.state in REGISTERING,
    }
    return render(request, "meetings/sites.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
def site(request: Request, pk: int, site_pk: int) -> HttpResponse:
    """Register one site."""
    meeting = _seen(request, pk)
    remote = get_object_or_404(meeting.body.sites.filter(is_seat=False), pk=site_pk)
    standing = meeting.site_registrations.filter(site=remote).first()
    form = SiteForm(request.POST or None, instance=standing, initial=_people(standing))
    if not form.is_valid():
        return _show(request, meeting, remote, form)
    actions.register_site(request.user, meeting, remote, **form.facts)
    messages.success(request, _("%(site)s is registered.") % {"site": remote})
    return redirect("meetings:sites", pk)


def _seen(request: Request, pk: int) -> Meeting:
    meetings = meetings_with_sites_for(request.user).select_related("body")
    return get_object_or_404(meetings, pk=pk)


def _people(standing: SiteRegistration | None) -> dict[str, str]:
    return {"people": lines_of(list(standing.attendees.all()))} if standing else {}


def _show(request: Request, meeting: Meeting, site: Site, form: SiteForm) -> HttpResponse:
    facts = {
        "meeting": meeting,
        "policy": MeetingPolicy(request.user, meeting),
        "site": site,
        "form": form,
        "may_write": meeting.state in REGISTERING,
    }
    status = 422 if form.is_bound else 200
    return render(request, "meetings/site.html", facts, status=status)
