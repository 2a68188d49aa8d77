"""Doors of positions: giving and preparing them, and the board of chair and secretary."""

import csv
from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agendas import actions
from agendas.board import board_of
from agendas.forms import ConfirmForm, DraftsForm, PositionForm, RestForm
from agendas.models import Item
from agendas.policies import items_visible_to
from agendas.sheets import marks_on, sheets_of
from agendas.views.desk import seen_meeting
from agendas.views.items import seen_item
from core.errors import BadInput
from core.policies import require
from meetings.models import Meeting
from meetings.policies import MeetingPolicy, places_assisted_by
from people.http import Request

BOM = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@require_http_methods(["GET", "HEAD", "POST"])
def position(request: Request, pk: int) -> HttpResponse:
    """Show one's own line on an item; give, change, withdraw or prepare a position on it."""
    item = seen_item(request, pk)
    if request.method != "POST":
        return _lines(request, item) if request.htmx else redirect("agendas:item", pk)
    form = PositionForm(request.POST)
    if not form.is_valid():
        return _refused(request, item, form)
    _write(request, item, form)
    if request.htmx:
        return _lines(request, item)
    return redirect(f"{reverse('agendas:agenda', args=[item.meeting_id])}#item-{item.pk}")


@require_POST
def rest(request: Request, pk: int) -> HttpResponse:
    """Say that there is no objection to all items that were shown and not marked."""
    meeting = seen_meeting(request, pk)
    form = RestForm(request.POST, items=items_visible_to(request.user).filter(meeting=meeting))
    if not form.is_valid():
        raise BadInput
    given = actions.give_all(request.user, meeting, items=form.cleaned_data["item"])
    return _told(request, meeting, len(given))


@require_POST
def drafts(request: Request, pk: int) -> HttpResponse:
    """Give everything that was prepared, as far as it was shown."""
    form = DraftsForm(request.POST)
    if not form.is_valid():
        raise BadInput
    meeting = seen_meeting(request, pk)
    given = actions.give_drafts(request.user, meeting, up_to=form.cleaned_data["up_to"])
    return _told(request, meeting, len(given))


@require_POST
def confirm(request: Request, pk: int) -> HttpResponse:
    """Stand by positions that something has overtaken, as far as it was shown."""
    meeting = seen_meeting(request, pk)
    items = items_visible_to(request.user).filter(meeting=meeting)
    form = ConfirmForm(request.POST, items=items)
    if not form.is_valid():
        raise BadInput
    chosen = list(form.cleaned_data["item"].select_related("meeting__body", "parent"))
    up_to = form.cleaned_data["up_to"]
    confirmed = actions.confirm_positions(request.user, meeting, items=chosen, up_to=up_to)
    if request.htmx:
        return _lines(request, chosen[0])
    return _told(request, meeting, len(confirmed))


@require_safe
def board(request: Request, pk: int) -> HttpResponse:
    """Show chair and secretary the position of every member on every item."""
    meeting = seen_meeting(request, pk)
    policy = MeetingPolicy(request.user, meeting)
    require(policy.may_run)
    facts = {"meeting": meeting, "policy": policy, "board": board_of(meeting)}
    return render(request, "agendas/positions.html", facts)


@require_safe
def table(request: Request, pk: int) -> HttpResponse:
    """Give the board as a table for a spreadsheet (RFC 4180), a line a member and item."""
    meeting = seen_meeting(request, pk)
    require(MeetingPolicy(request.user, meeting).may_run)
    answer = HttpResponse(BOM, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="positions-{meeting.pk}.csv"'
    writer = csv.writer(answer)
    heads = (_("No."), _("Matter"), _("Member"), _("Office"), _("Position"), _("Reason"))
    writer.writerow([*heads, _("Given at"), _("After the limit"), _("Outdated")])
    writer.writerows(_rows(meeting))
    return answer


def _rows(meeting: Meeting) -> Iterable[list[str]]:
    shown = board_of(meeting)
    for item in shown.items:
        for cell in shown.cells_of(item):
            given = cell.position
            late = _("yes") if shown.is_late(given) else ""
            old = _("yes") if getattr(given, "is_outdated", False) else ""
            said = [given.get_stance_display(), given.reason, _moment(given)] if given else [""] * 3
            place = cell.place
            yield [
                _plain(text) for text in (item.label, item.title, str(place), place.office_here)
            ] + [_plain(str(text)) for text in [*said, late, old]]


def _moment(given: object) -> str:
    moment = getattr(given, "given_at", None)
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M:%S") if moment else ""


def _plain(text: str) -> str:
    """Keep a spreadsheet from reading somebody's words as a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _write(request: Request, item: Item, form: PositionForm) -> None:
    """Give the position, or prepare it where the form names another member."""
    stance, reason = form.cleaned_data["stance"], form.cleaned_data["reason"]
    key = form.cleaned_data["place"]
    own = MeetingPolicy(request.user, item.meeting).participant
    if key and not (own and own.pk == key):
        place = get_object_or_404(places_assisted_by(request.user, item.meeting), pk=key)
        actions.draft_position(request.user, item, place=place, stance=stance, reason=reason)
    elif stance:
        actions.give_position(request.user, item, stance=stance, reason=reason)
    else:
        actions.withdraw_position(request.user, item)


def _lines(request: Request, item: Item, status: int = 200, **facts: object) -> HttpResponse:
    """Answer with the lines on the item and, on the agenda's page, with the counts above it."""
    on_agenda = "/agenda/" in (request.htmx.current_url or "")
    told = {
        "item": item,
        "meeting": item.meeting,
        "marks": marks_on(request.user, item),
        "sheets": sheets_of(request.user, item.meeting) if on_agenda else [],
        **facts,
    }
    return render(request, "agendas/_position_lines.html", told, status=status)


def _refused(request: Request, item: Item, form: PositionForm) -> HttpResponse:
    """Show the line again with the reason open and what was written kept."""
    facts = {"form": form, "wrong": form.data.get("place", "")}
    if request.htmx:
        return _lines(request, item, 422, **facts)
    told = {"item": item, "meeting": item.meeting, "marks": marks_on(request.user, item), **facts}
    return render(request, "agendas/position.html", told, status=422)


def _told(request: Request, meeting: Meeting, count: int) -> HttpResponse:
    words = ngettext("%(count)s position is recorded.", "%(count)s positions are recorded.", count)
    messages.success(request, words % {"count": count})
    return redirect("agendas:agenda", meeting.pk)
