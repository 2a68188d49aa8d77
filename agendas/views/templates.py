"""Doors of templates of agendas: keeping them, filling an agenda from one."""

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agendas import actions
from agendas.models import AgendaTemplate
from agendas.policies import templates_visible_to
from agendas.template_forms import BaseLines, FillForm, NameForm, initial_lines, lines_form
from agendas.views.desk import seen_meeting
from core.errors import BadInput
from core.policies import require
from meetings.policies import MeetingPolicy, may_create_for
from meetings.views.meetings import body_to_prepare
from people.http import Request
from people.models import Body

READ_OR_SEND = ["GET", "HEAD", "POST"]


@require_safe
def listing(request: Request) -> HttpResponse:
    """List the templates of the bodies whose meetings the person prepares."""
    require(may_create_for(request.user).exists())
    templates = templates_visible_to(request.user).annotate(count=Count("lines"))
    return render(request, "agendas/templates.html", {"templates": templates})


@require_http_methods(READ_OR_SEND)
def new(request: Request) -> HttpResponse:
    """Write a new template."""
    body = body_to_prepare(request)
    form, lines = NameForm(request.POST or None, body=body), lines_form(request.POST or None)
    if not (form.is_valid() and lines.is_valid()):
        return _form(request, form, lines, body)
    name = form.cleaned_data["name"]
    template = actions.make_template(request.user, body, name=name, parts=lines.parts)
    messages.success(request, _("Saved."))
    return redirect("agendas:template", template.pk)


@require_http_methods(READ_OR_SEND)
def edit(request: Request, pk: int) -> HttpResponse:
    """Show a template and write it anew."""
    template = get_object_or_404(templates_visible_to(request.user), pk=pk)
    given = {"name": template.name}
    form = NameForm(request.POST or None, body=template.body, own=template, initial=given)
    lines = lines_form(request.POST or None, initial_lines(template))
    if not (form.is_valid() and lines.is_valid()):
        return _form(request, form, lines, template.body, template)
    name = form.cleaned_data["name"]
    actions.write_template(request.user, template, name=name, parts=lines.parts)
    messages.success(request, _("Saved."))
    return redirect("agendas:template", pk)


@require_POST
def remove(request: Request, pk: int) -> HttpResponse:
    """Offer a template no longer."""
    template = get_object_or_404(templates_visible_to(request.user), pk=pk)
    name = template.name
    actions.remove_template(request.user, template)
    messages.success(request, _("“%(name)s” is removed.") % {"name": name})
    return redirect("agendas:templates")


@require_POST
def fill(request: Request, pk: int) -> HttpResponse:
    """Append the lines of a template to an agenda."""
    meeting = seen_meeting(request, pk)
    require(MeetingPolicy(request.user, meeting).may_edit)
    form = FillForm(request.POST, person=request.user, meeting=meeting)
    if not form.is_valid():
        raise BadInput
    count = actions.apply_template(request.user, form.cleaned_data["template"], meeting)
    told = ngettext(
        "%(count)s item came on the agenda.", "%(count)s items came on the agenda.", count
    )
    messages.success(request, told % {"count": count})
    return redirect("agendas:agenda", pk)


@require_POST
def keep(request: Request, pk: int) -> HttpResponse:
    """Keep an agenda as a template."""
    meeting = seen_meeting(request, pk)
    require(MeetingPolicy(request.user, meeting).may_edit)
    form = NameForm(request.POST, body=meeting.body)
    if not form.is_valid():
        raise BadInput
    template = actions.keep_agenda(request.user, meeting, name=form.cleaned_data["name"])
    messages.success(request, _("The agenda is kept as a template. Look through its lines."))
    return redirect("agendas:template", template.pk)


def _form(
    request: Request,
    form: NameForm,
    lines: BaseLines,
    body: Body,
    template: AgendaTemplate | None = None,
) -> HttpResponse:
    facts = {
        "form": form,
        "lines": lines,
        "body": body,
        "template": template,
        "bodies": may_create_for(request.user) if template is None else [],
    }
    return render(request, "agendas/template.html", facts, status=422 if form.is_bound else 200)
