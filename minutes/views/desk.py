"""Doors of the desk: the minutes of a meeting from draft to seal."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from meetings.models import Meeting
from meetings.policies import meetings_visible_to
from minutes import actions
from minutes.forms import SignForm
from minutes.models import Minutes
from minutes.policies import MinutesPolicy, blocks_visible_to, minutes_visible_to
from minutes.record import compose
from minutes.sources import lines_for
from minutes.steps import deed_of, steps_of, waiting_for
from minutes.views.files import pdf_response
from people.http import Request


def seen_meeting(request: Request, pk: int) -> Meeting:
    """Return the meeting, if the person may know of it."""
    meetings = meetings_visible_to(request.user).select_related("body", "chair", "secretary")
    return get_object_or_404(meetings, pk=pk)


def seen_minutes(request: Request, pk: int) -> Minutes:
    """Return the minutes of the meeting, if the person may read them."""
    minutes = minutes_visible_to(request.user).select_related(
        "meeting__body", "meeting__chair", "meeting__secretary"
    )
    return get_object_or_404(minutes, meeting=pk)


@require_safe
def minutes(request: Request, pk: int) -> HttpResponse:
    """Show the document in its true form, the record beside it, and the next deed."""
    meeting = seen_meeting(request, pk)
    found = minutes_visible_to(request.user).filter(meeting=meeting).first()
    if found:
        found.meeting = meeting
    facts = {
        "meeting": meeting,
        "minutes": found,
        "policy": MinutesPolicy(request.user, meeting),
        "steps": steps_of(found),
        "deed": deed_of(request.user, meeting, found),
        "waiting": waiting_for(meeting, found),
        **(_document(request, found) if found else {}),
    }
    return render(request, "minutes/minutes.html", facts)


def _document(request: Request, minutes: Minutes) -> dict[str, object]:
    """Return what the templates of the document need, and the record beside it."""
    may_edit = minutes.is_draft and MinutesPolicy(request.user, minutes.meeting).may_edit
    return {
        "record": compose(minutes),
        "blocks": blocks_visible_to(request.user, minutes),
        "lines": lines_for(request.user, minutes),
        "signatures": list(minutes.signatures.select_related("person")),
        "may_edit": may_edit,
        "ui_language": get_language(),
    }


@require_POST
def draft(request: Request, pk: int) -> HttpResponseRedirect:
    """Draft the minutes."""
    actions.draft_minutes(request.user, seen_meeting(request, pk))
    return redirect("minutes:minutes", pk)


@require_POST
def approve(request: Request, pk: int) -> HttpResponseRedirect:
    """Approve the text."""
    actions.approve_minutes(request.user, seen_minutes(request, pk))
    return redirect("minutes:minutes", pk)


@require_POST
def reopen(request: Request, pk: int) -> HttpResponseRedirect:
    """Take the approval back."""
    actions.reopen_minutes(request.user, seen_minutes(request, pk))
    return redirect("minutes:minutes", pk)


def sign(request: Request, pk: int) -> HttpResponse:
    """Ask for the password again, then sign."""
    found = seen_minutes(request, pk)
    role = actions.require_turn(request.user, found)
    form = SignForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        secret = form.cleaned_data.get("passphrase", "")
        actions.sign_minutes(request.user, found, role=role, passphrase=secret)
        return redirect("minutes:minutes", pk)
    facts = {"minutes": found, "meeting": found.meeting, "role": role, "form": form}
    status = 422 if form.errors else 200
    return render(request, "minutes/sign.html", facts, status=status)


@require_POST
def seal(request: Request, pk: int) -> HttpResponseRedirect:
    """Put the signed file into the archive and close the record."""
    archived = actions.seal_meeting(request.user, seen_meeting(request, pk))
    return redirect("minutes:archived", archived.pk)


@require_safe
def file(request: Request, pk: int) -> HttpResponse:
    """Send the newest file of the approved minutes."""
    found = seen_minutes(request, pk)
    pdf = actions.print_minutes(found)
    return pdf_response(pdf, name=_("Minutes %(code)s") % {"code": found.code})
