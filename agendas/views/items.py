"""Doors of one item: reading it, writing it, withdrawing it, asking for a debate."""

from collections.abc import Mapping

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agendas import actions
from agendas.board import board_on
from agendas.elsewhere import sessions_named_to
from agendas.families import is_entered
from agendas.forms import ItemForm, NewItemForm, WithdrawForm, initial_of
from agendas.models import IN_ORDER, Item
from agendas.policies import (
    ItemPolicy,
    items_visible_to,
    persons_who_see,
    submissions_visible_to,
)
from agendas.sheets import marks_on
from agendas.states import ItemState
from agendas.views.desk import seen_meeting
from core.policies import require
from meetings.policies import MeetingPolicy
from meetings.states import MeetingState
from people.http import Request

READ_OR_SEND = ["GET", "HEAD", "POST"]
RELATED = (
    "meeting__body",
    "parent__section",
    "section",
    "sponsor",
    "rapporteur",
    "continued_by",
    "continues",
)


@require_safe
def item(request: Request, pk: int) -> HttpResponse:
    """Show one item: what it is about, its papers, its votes, who may see it."""
    found = seen_item(request, pk)
    policy = ItemPolicy(request.user, found)
    before, after = _neighbours(request, found)
    facts = {
        "item": found,
        "meeting": found.meeting,
        "policy": policy,
        "settled": found.meeting.is_closed or found.meeting.state == "adjourned",
        "may_object": _may_object(found, policy),
        "may_take_up": _may_take_up(found, policy),
        "seeing": persons_who_see(found) if found.restricted and policy.may_grant else None,
        "submission": submissions_visible_to(request.user).filter(matter=found.matter_id).first(),
        "before": before,
        "after": after,
        **_kin(request, found),
    }
    facts |= {"marks": marks_on(request.user, found), "board": board_on(request.user, found)}
    return render(request, "agendas/item.html", facts)


@require_safe
def room(request: Request, pk: int) -> HttpResponse:
    """Show an item's head and papers, for the live page."""
    found = seen_item(request, pk)
    marks = [mark for mark in marks_on(request.user, found) if mark.is_open]
    minutes = _minutes(found, _subs(request, found))
    return render(
        request, "agendas/_room.html", {"item": found, "marks": marks, "minutes": minutes}
    )


@require_http_methods(READ_OR_SEND)
def new(request: Request, pk: int) -> HttpResponse:
    """Put a matter on the agenda."""
    meeting = seen_meeting(request, pk)
    require(MeetingPolicy(request.user, meeting).may_edit)
    form = NewItemForm(request.POST or None, meeting=meeting)
    if not form.is_valid():
        return show_form(request, form, {"meeting": meeting}, "agendas/item_form.html")
    added = actions.add_item(request.user, meeting, **form.cleaned_data)
    told = _("Item %(label)s is on the draft of the agenda.")
    messages.success(request, told % {"label": added.label})
    if "another" in request.POST:
        return redirect("agendas:item_new", pk)
    return redirect("agendas:agenda", pk)


@require_http_methods(READ_OR_SEND)
def edit(request: Request, pk: int) -> HttpResponse:
    """Change what an item says."""
    found = seen_item(request, pk)
    require(ItemPolicy(request.user, found).may_edit)
    form = ItemForm(request.POST or None, meeting=found.meeting, initial=initial_of(found))
    if not form.is_valid():
        facts = {"meeting": found.meeting, "item": found}
        return show_form(request, form, facts, "agendas/item_form.html")
    actions.edit_item(request.user, found, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("agendas:item", pk)


@require_http_methods(READ_OR_SEND)
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Withdraw an item; one that nobody has seen yet is simply taken off."""
    found = seen_item(request, pk)
    require(ItemPolicy(request.user, found).may_edit)
    if request.method == "POST" and not found.is_published:
        actions.remove_item(request.user, found)
        return redirect("agendas:agenda", found.meeting_id)
    form = WithdrawForm(request.POST or None)
    if not form.is_valid():
        facts = {"meeting": found.meeting, "item": found}
        return show_form(request, form, facts, "agendas/withdraw.html")
    actions.withdraw_item(request.user, found, reason=form.cleaned_data["reason"])
    return redirect("agendas:agenda", found.meeting_id)


@require_POST
def objection(request: Request, pk: int) -> HttpResponse:
    """Ask that an item be debated."""
    found = actions.object_to_adoption(request.user, seen_item(request, pk))
    told = _("Item %(label)s will be debated.")
    messages.success(request, told % {"label": found.label})
    return redirect("agendas:item", pk)


def seen_item(request: Request, pk: int) -> Item:
    """Return an item the person may see; any other is not found."""
    items = items_visible_to(request.user)
    return get_object_or_404(items.select_related(*RELATED), pk=pk)


def _neighbours(request: Request, found: Item) -> tuple[Item | None, Item | None]:
    """Return the items before and behind, as the person sees the agenda."""
    items = list(
        items_visible_to(request.user)
        .filter(meeting=found.meeting, restricted=found.restricted)
        .select_related("parent")
        .order_by(*IN_ORDER)
    )
    place = [item.pk for item in items].index(found.pk)
    before = items[place - 1] if place else None
    return before, next(iter(items[place + 1 :]), None)


def _kin(request: Request, found: Item) -> dict[str, object]:
    """Return what an item belongs to: its sub-items, what it goes on as and what it continues."""
    visible = items_visible_to(request.user).select_related("meeting", "parent", "sponsor")
    subs = _subs(request, found)
    after = getattr(found, "continued_by", None)
    return {
        "goes_on_at": sessions_named_to(request.user, [found]).get(after.meeting_id)
        if after
        else "",
        "above": visible.filter(sub_items=found).first(),
        "subs": subs,
        "minutes": _minutes(found, subs),
        "goes_on_as": visible.filter(continues=found).first(),
        "came_from": visible.filter(continued_by=found).first(),
    }


def _subs(request: Request, found: Item) -> list[Item]:
    """Return the sub-items that the person sees."""
    visible = items_visible_to(request.user).select_related("meeting", "parent", "sponsor")
    return list(visible.filter(parent=found).order_by("position"))


def _minutes(found: Item, subs: list[Item]) -> int:
    """Return what the agenda plans for an item: the time of its sub-items where it has some."""
    return sum(one.minutes for one in subs if not one.is_gone) or found.minutes


def _may_object(found: Item, policy: ItemPolicy) -> bool:
    """Tell whether the page offers to take the item off the block: members object by position."""
    waits = is_entered(found) and found.state == ItemState.PLANNED
    return waits and policy.may_run and not found.meeting.is_closed


def _may_take_up(found: Item, policy: ItemPolicy) -> bool:
    """Tell whether the page offers the chair to take up what is in no published version."""
    is_new = found.state == ItemState.PLANNED and not found.is_published
    is_whole = found.parent is None or found.parent.is_published
    runs = found.meeting.state == MeetingState.IN_SESSION
    return is_new and is_whole and runs and policy.may_consent


def show_form(
    request: Request, form: Form, facts: Mapping[str, object], template: str
) -> HttpResponse:
    """Show a form, with what was sent and what is wrong with it."""
    status = 422 if form.is_bound else 200
    return render(request, template, {"form": form, **facts}, status=status)
