"""Doors of the administrator's desk: the agencies that the body has to do with."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from people import actions
from people.forms import AgencyForm
from people.http import Request
from people.models import Agency
from people.policies import agencies_served_by
from people.views.directory import administered, form_page


@require_safe
def agencies(request: Request, pk: int) -> HttpResponse:
    """List the agencies whose posts the body's administrators give, by all their names."""
    body = administered(request, pk)
    facts = {"body": body, "agencies": agencies_served_by(body)}
    return render(request, "people/agencies.html", facts)


def agency(request: Request, pk: int, agency_pk: int) -> HttpResponse:
    """Call an agency by other names."""
    body = administered(request, pk)
    found = get_object_or_404(agencies_served_by(body), pk=agency_pk)
    form = AgencyForm(request.POST or None, instance=found)
    if not form.is_valid():
        return form_page(request, body, form, str(found), _("Save"))
    fresh = Agency.objects.get(pk=agency_pk)
    actions.rename_agency(request.user, body, fresh, **form.cleaned_data)
    return redirect("people:agencies", pk)
