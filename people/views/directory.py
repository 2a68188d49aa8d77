"""Doors of the administrator's desk: bodies, seats, roles, substitutes, persons."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.policies import require
from people import actions
from people.forms import (
    EndForm,
    NewPersonForm,
    PasswordForm,
    PersonForm,
    RoleForm,
    SeatForm,
    SubstituteForm,
)
from people.http import Request
from people.models import Assistance, Body, Membership, Person, Post, Role, RoleGrant
from people.policies import (
    assistances_of,
    bodies_where,
    may_administer,
    may_edit,
    persons_of,
    posts_of,
)


def administered(request: Request, pk: int) -> Body:
    """Return a body whose people the reader keeps; any other is not found."""
    return get_object_or_404(bodies_where(request.user, Role.ADMINISTRATOR), pk=pk)


def form_page(
    request: Request, body: Body, form: forms.BaseForm, title: str, verb: str
) -> HttpResponse:
    """Show a form of the administrator's desk, empty or as it was sent."""
    keeps = may_administer(request.user, body)
    facts = {
        "body": body,
        "form": form,
        "title": title,
        "verb": verb,
        "keeps_body": keeps,
        "back": reverse("people:body", args=[body.pk]) if keeps else reverse("people:home"),
    }
    status = 422 if form.is_bound else 200
    return render(request, "people/form.html", facts, status=status)


@require_safe
def bodies(request: Request) -> HttpResponse:
    """List the bodies whose people the reader keeps."""
    found = bodies_where(request.user, Role.ADMINISTRATOR).order_by("name")
    require(found.exists())
    return render(request, "people/bodies.html", {"bodies": found})


@require_safe
def body(request: Request, pk: int) -> HttpResponse:
    """Show a body's seats, roles and substitutes of today and before."""
    found = administered(request, pk)
    today = timezone.localdate()
    seats = found.memberships.select_related("person", "agency").prefetch_related(
        "substitutions__substitute", "assistances__person"
    )
    facts = {
        "body": found,
        "seats": seats.filter(pk__in=Membership.objects.on(today)),
        "past": seats.filter(ends__lt=today),
        "grants": RoleGrant.objects.on(today).filter(body=found).select_related("person"),
        "posts": posts_of(found).filter(pk__in=Post.objects.on(today)),
        "assistances": assistances_of(found).filter(pk__in=Assistance.objects.on(today)),
        "circles": found.circles.prefetch_related("persons"),
        "persons": persons_of(found),
    }
    return render(request, "people/body.html", facts)


def person_new(request: Request, pk: int) -> HttpResponse:
    """Add somebody who can sign in."""
    found = administered(request, pk)
    form = NewPersonForm(request.POST or None)
    if not form.is_valid():
        return form_page(request, found, form, _("New person"), _("Add person"))
    person = actions.add_person(request.user, found, **form.cleaned_data)
    messages.success(request, _("%(name)s can sign in now.") % {"name": person})
    return redirect("people:body", found.pk)


def person(request: Request, pk: int, person_pk: int) -> HttpResponse:
    """Change somebody's name, e-mail, language or right to sign in."""
    found = administered(request, pk)
    somebody = get_object_or_404(persons_of(found), pk=person_pk)
    require(may_edit(request.user, somebody))
    form = PersonForm(request.POST or None, instance=somebody)
    if not form.is_valid():
        return form_page(request, found, form, str(somebody), _("Save"))
    fresh = Person.objects.get(pk=somebody.pk)
    actions.edit_person(request.user, found, fresh, **form.cleaned_data)
    return redirect("people:body", found.pk)


def password(request: Request, pk: int, person_pk: int) -> HttpResponse:
    """Give somebody a new password."""
    found = administered(request, pk)
    somebody = get_object_or_404(persons_of(found), pk=person_pk)
    require(may_edit(request.user, somebody))
    form = PasswordForm(request.POST or None)
    if not form.is_valid():
        title = _("New password of %(name)s") % {"name": somebody}
        return form_page(request, found, form, title, _("Set password"))
    actions.set_password(request.user, found, somebody, **form.cleaned_data)
    messages.success(request, _("The new password of %(name)s holds.") % {"name": somebody})
    return redirect("people:body", found.pk)


def seat_new(request: Request, pk: int) -> HttpResponse:
    """Give somebody a seat."""
    found = administered(request, pk)
    form = SeatForm(request.POST or None)
    if not form.is_valid():
        return form_page(request, found, form, _("New seat"), _("Give the seat"))
    actions.seat_person(request.user, found, **form.cleaned_data)
    return redirect("people:body", found.pk)


def seat_end(request: Request, pk: int) -> HttpResponse:
    """End a seat."""
    seat = get_object_or_404(Membership.objects.select_related("body", "person"), pk=pk)
    administered(request, seat.body_id)
    form = EndForm(request.POST or None)
    if not form.is_valid():
        return form_page(request, seat.body, form, str(seat), _("End the seat"))
    actions.end_seat(request.user, seat, **form.cleaned_data)
    return redirect("people:body", seat.body_id)


def role_new(request: Request, pk: int) -> HttpResponse:
    """Give somebody a role."""
    found = administered(request, pk)
    form = RoleForm(request.POST or None)
    if not form.is_valid():
        return form_page(request, found, form, _("New role"), _("Give the role"))
    actions.grant_role(request.user, found, **form.cleaned_data)
    return redirect("people:body", found.pk)


def role_end(request: Request, pk: int) -> HttpResponse:
    """End a role."""
    grant = get_object_or_404(RoleGrant.objects.select_related("body", "person"), pk=pk)
    administered(request, grant.body_id)
    form = EndForm(request.POST or None)
    if not form.is_valid():
        return form_page(request, grant.body, form, str(grant), _("End the role"))
    actions.end_role(request.user, grant, **form.cleaned_data)
    return redirect("people:body", grant.body_id)


def substitute_new(request: Request, pk: int) -> HttpResponse:
    """Name who comes in a member's stead: the member's own page, and the administrator's."""
    seat: Membership = get_object_or_404(Membership.objects.select_related("body", "person"), pk=pk)
    mine = seat.person_id == request.user.pk
    if not mine:
        administered(request, seat.body_id)
    form = SubstituteForm(request.POST or None)
    if not form.is_valid():
        return form_page(
            request,
            seat.body,
            form,
            _("Substitute of %(seat)s") % {"seat": seat},
            _("Name the substitute"),
        )
    named: dict[str, Any] = form.cleaned_data
    actions.name_substitute(request.user, seat, **named)
    messages.success(request, _("%(name)s is named.") % {"name": named["substitute"]})
    administers = may_administer(request.user, seat.body)
    return redirect("people:body", seat.body_id) if administers else redirect("people:home")
