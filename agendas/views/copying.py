"""The door of a new session from a past one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agendas import actions
from agendas.copy_forms import CopyForm, initial_copy
from core.policies import require
from meetings.policies import MeetingPolicy, meetings_visible_to
from people.http import Request


@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: Request, pk: int) -> HttpResponse:
    """Plan a session like this one, with as much of its agenda as is chosen."""
    seen = meetings_visible_to(request.user).select_related(
        "body", "session_number", "occurrence__series"
    )
    source = get_object_or_404(seen, pk=pk)
    require(MeetingPolicy(request.user, source).may_copy)
    form = CopyForm(
        request.POST or None, source=source, person=request.user, initial=initial_copy(source)
    )
    if not form.is_valid():
        facts = {"form": form, "meeting": source}
        return render(request, "agendas/copy.html", facts, status=422 if form.is_bound else 200)
    meeting = actions.copy_session(request.user, source, **form.facts)
    messages.success(request, _("The session is planned. Now its agenda."))
    return redirect("agendas:agenda", meeting.pk)
