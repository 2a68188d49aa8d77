"""Doors of one's own notices: the list, reading, how one wants to be told."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.http import Request
from people.notices import reading
from people.notices.forms import NoticeSettingForm

PER_PAGE = 40


@require_safe
def listing(request: Request) -> HttpResponse:
    """List what one was told, the newest first."""
    pages = Paginator(reading.notices_of(request.user), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    unread = sum(not notice.is_read for notice in page)
    return render(request, "people/notices.html", {"page": page, "unread": unread})


@require_POST
def read(request: Request, pk: int) -> HttpResponse:
    """Note that a notice was read and go where it leads."""
    notice = get_object_or_404(reading.notices_of(request.user), pk=pk)
    reading.mark_read(notice)
    return redirect(notice.url or "people:notices")


@require_POST
def read_all(request: Request) -> HttpResponse:
    """Note that everything was read."""
    reading.mark_all_read(request.user)
    return redirect("people:notices")


@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: Request) -> HttpResponse:
    """Show and keep how one wants to be told."""
    form = NoticeSettingForm(request.POST or None, person=request.user)
    if form.is_valid():
        reading.save_wishes(request.user, form.setting, form.choices)
        messages.success(request, _("Saved."))
        return redirect("people:notice_settings")
    facts = {"form": form, "has_sms": bool(settings.SMS_GATEWAY)}
    status = 422 if form.is_bound else 200
    return render(request, "people/notice_settings.html", facts, status=status)
