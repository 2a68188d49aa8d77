"""Doors of who may see an item: those named for a restricted one, and guests of a single one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agendas import actions
from agendas.forms import GuestForm, RestrictForm, SightForm
from agendas.models import Item, ItemGuest
from agendas.naming import Named
from agendas.policies import ItemPolicy, items_visible_to, persons_who_see
from agendas.views.items import seen_item
from core.errors import BadInput
from core.policies import require
from people.http import Request
from people.models import Agency, Circle


@require_http_methods(["GET", "HEAD", "POST"])
def access(request: Request, pk: int) -> HttpResponse:
    """Show who sees an item, and let others see a restricted one."""
    item = seen_item(request, pk)
    require(ItemPolicy(request.user, item).may_grant)
    form = SightForm(request.POST or None, meeting=item.meeting, seeing=persons_who_see(item))
    if not form.is_valid():
        return _page(request, item, form=form)
    actions.grant_sight(request.user, item, person=form.whom)
    messages.success(request, _("%(name)s may see it now.") % {"name": form.whom})
    return redirect("agendas:item_access", pk)


@require_POST
def revoke(request: Request, pk: int, kind: str, key: int) -> HttpResponse:
    """Take back the sight of a restricted item from a person, an office or a group."""
    item = seen_item(request, pk)
    require(ItemPolicy(request.user, item).may_grant)
    whom = _named(item).one(kind, key)
    actions.revoke_sight(request.user, item, person=whom)
    messages.success(request, _("%(name)s may no longer see it.") % {"name": whom})
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


@require_POST
def invite(request: Request, pk: int) -> HttpResponse:
    """Invite somebody for this item alone."""
    item = seen_item(request, pk)
    require(ItemPolicy(request.user, item).may_grant)
    form = GuestForm(request.POST, item=item)
    if not form.is_valid():
        return _page(request, item, guest_form=form)
    guest = actions.invite_for_item(request.user, item, **form.cleaned_data)
    messages.success(request, _("%(name)s is invited for this item.") % {"name": guest.participant})
    return redirect("agendas:item_access", pk)


@require_POST
def uninvite(request: Request, pk: int) -> HttpResponse:
    """Take the invitation for an item back."""
    seen = items_visible_to(request.user).values("pk")
    guests = ItemGuest.objects.select_related("item__meeting", "participant__person")
    guest = get_object_or_404(guests, pk=pk, item__in=seen)
    name, item = str(guest.participant), guest.item
    actions.uninvite_from_item(request.user, guest)
    messages.success(request, _("%(name)s is no longer invited for this item.") % {"name": name})
    return redirect("agendas:item_access", item.pk)


def _named(item: Item) -> Named:
    """Return those named for the item."""
    agencies = Agency.objects.filter(pk__in=item.offices.values("agency"))
    circles = Circle.objects.filter(pk__in=item.circles.values("circle"))
    return Named(persons_who_see(item), agencies, circles)


def _page(
    request: Request,
    item: Item,
    *,
    form: SightForm | None = None,
    guest_form: GuestForm | None = None,
) -> HttpResponse:
    named = _named(item)
    facts = named.facts | {
        "item": item,
        "meeting": item.meeting,
        "guests": item.guests.select_related("participant__person").order_by("pk"),
        "form": form or SightForm(meeting=item.meeting, seeing=named.seeing),
        "guest_form": guest_form or GuestForm(item=item),
    }
    sent = any(one is not None and one.is_bound for one in (form, guest_form))
    return render(request, "agendas/access.html", facts, status=422 if sent else 200)
