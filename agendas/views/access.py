"""Doors of who may see a restricted item."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agendas import actions
from agendas.forms import RestrictForm, SightForm
from agendas.policies import ItemPolicy, persons_who_see
from agendas.views.items import seen_item
from core.errors import BadInput
from core.policies import require
from people.http import Request


@require_http_methods(["GET", "HEAD", "POST"])
def access(request: Request, pk: int) -> HttpResponse:
    """Show who sees a restricted item, and let others see it."""
    item = seen_item(request, pk)
    require(ItemPolicy(request.user, item).may_grant)
    seeing = persons_who_see(item)
    form = SightForm(request.POST or None, item=item, seeing=seeing)
    if not form.is_valid():
        facts = {"item": item, "meeting": item.meeting, "seeing": seeing, "form": form}
        status = 422 if form.is_bound else 200
        return render(request, "agendas/access.html", facts, status=status)
    person = form.cleaned_data["person"]
    actions.grant_sight(request.user, item, person=person)
    messages.success(request, _("%(name)s may see it now.") % {"name": person})
    return redirect("agendas:item_access", pk)


@require_POST
def revoke(request: Request, pk: int, person_pk: int) -> HttpResponse:
    """Take back somebody's sight of a restricted item."""
    item = seen_item(request, pk)
    require(ItemPolicy(request.user, item).may_grant)
    person = get_object_or_404(persons_who_see(item), pk=person_pk)
    actions.revoke_sight(request.user, item, person=person)
    messages.success(request, _("%(name)s may no longer see it.") % {"name": person})
    return redirect("agendas:item_access", pk)


@require_POST
def restriction(request: Request, pk: int) -> HttpResponse:
    """Restrict an item, or open it to the meeting."""
    item = seen_item(request, pk)
    form = RestrictForm(request.POST)
    if not form.is_valid():
        raise BadInput
    restricted = form.cleaned_data["restricted"]
    item = actions.restrict_item(request.user, item, restricted=restricted)
    return redirect("agendas:item_access" if item.restricted else "agendas:item", pk)
