"""Doors of the administrator's desk: posts in agencies, assistants of members, named groups."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from people import actions
from people.forms import AssistantForm, CircleForm, EndForm, PostForm
from people.http import Request
from people.models import Assistance, Circle, Membership
from people.policies import may_administer, posts_of
from people.views.directory import administered, form_page


def post_new(request: Request, pk: int) -> HttpResponse:
    """Let somebody work for an agency."""
    body = administered(request, pk)
    form = PostForm(request.POST or None, body=body)
    if not form.is_valid():
        return form_page(request, body, form, _("New post"), _("Give the post"))
    actions.give_post(request.user, body, **form.cleaned_data)
    return redirect("people:body", pk)


def post_end(request: Request, pk: int, post_pk: int) -> HttpResponse:
    """End somebody's work for an agency."""
    body = administered(request, pk)
    post = get_object_or_404(posts_of(body), pk=post_pk)
    form = EndForm(request.POST or None)
    if not form.is_valid():
        return form_page(request, body, form, str(post), _("End the post"))
    actions.end_post(request.user, body, post, **form.cleaned_data)
    return redirect("people:body", pk)


def assistant_new(request: Request, pk: int) -> HttpResponse:
    """Let somebody assist a member: the member's own page, and the administrator's."""
    seats = Membership.objects.select_related("body", "person")
    seat: Membership = get_object_or_404(seats, pk=pk)
    is_own = seat.person_id == request.user.pk
    body = seat.body if is_own else administered(request, seat.body_id)
    form = AssistantForm(request.POST or None)
    if not form.is_valid():
        title = _("Assistant of %(seat)s") % {"seat": seat}
        return form_page(request, body, form, title, _("Appoint"))
    actions.appoint_assistant(request.user, seat, **form.cleaned_data)
    if may_administer(request.user, body):
        return redirect("people:body", body.pk)
    messages.success(request, _("%(name)s is named.") % {"name": form.cleaned_data["person"]})
    return redirect("people:home")


def assistant_end(request: Request, pk: int) -> HttpResponse:
    """End somebody's work for a member."""
    found = Assistance.objects.select_related("membership__body", "membership__person", "person")
    assistance = get_object_or_404(found, pk=pk)
    body = administered(request, assistance.membership.body_id)
    form = EndForm(request.POST or None)
    if not form.is_valid():
        return form_page(request, body, form, str(assistance), _("End the assistance"))
    actions.end_assistance(request.user, assistance, **form.cleaned_data)
    return redirect("people:body", body.pk)


def circle_new(request: Request, pk: int) -> HttpResponse:
    """Form a named group."""
    body = administered(request, pk)
    form = CircleForm(request.POST or None, body=body)
    if not form.is_valid():
        return form_page(request, body, form, _("New group"), _("Form the group"))
    actions.form_circle(request.user, body, **form.cleaned_data)
    return redirect("people:body", pk)


def circle(request: Request, pk: int) -> HttpResponse:
    """Change a named group."""
    found = get_object_or_404(Circle.objects.select_related("body"), pk=pk)
    body = administered(request, found.body_id)
    form = CircleForm(request.POST or None, body=body, instance=found)
    if not form.is_valid():
        return form_page(request, body, form, str(found), _("Save"))
    fresh = Circle.objects.select_related("body").get(pk=pk)
    actions.change_circle(request.user, fresh, **form.cleaned_data)
    return redirect("people:body", body.pk)
