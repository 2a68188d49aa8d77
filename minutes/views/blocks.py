"""Doors of one part of the minutes, and of the style sheet of the document."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from core.policies import require
from minutes import actions
from minutes.forms import BlockForm
from minutes.models import Block
from minutes.pdf.document import style_for_screen
from minutes.pdf.layout import LAYOUTS
from minutes.policies import MinutesPolicy, blocks_visible_to, minutes_visible_to
from minutes.record import compose
from minutes.titles import title_of
from people.http import Request


def block(request: Request, pk: int) -> HttpResponse:
    """Show the words of a part in a form, or the part again once they are saved."""
    found = _seen_block(request, pk)
    form = BlockForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        found.refresh_from_db(fields=["text"])
        saved = actions.edit_block(request.user, found, text=form.cleaned_data["text"])
        return _saved(request, saved)
    return _asked(request, found, form)


def _seen_block(request: Request, pk: int) -> Block:
    blocks = Block.objects.select_related("minutes__meeting__body")
    found = get_object_or_404(
        blocks, pk=pk, minutes__in=minutes_visible_to(request.user).values("pk")
    )
    get_object_or_404(blocks_visible_to(request.user, found.minutes), pk=pk)
    require(MinutesPolicy(request.user, found.minutes.meeting).may_edit)
    return found


def _saved(request: Request, block: Block) -> HttpResponse:
    if not request.htmx:
        page = redirect("minutes:minutes", block.minutes.meeting_id)
        page["Location"] += f"#block-{block.pk}"
        return page
    return render(request, "minutes/_part.html", _facts(block))


def _asked(request: Request, block: Block, form: BlockForm) -> HttpResponse:
    facts = {**_facts(block), "form": form, "title": title_of(block)}
    page = "minutes/_block_form.html" if request.htmx else "minutes/block.html"
    return render(request, page, facts, status=422 if form.errors else 200)


def _facts(block: Block) -> dict[str, object]:
    return {
        "block": block,
        # Inside a page that extends another, "block" is the template's own word.
        "part": block,
        "minutes": block.minutes,
        "meeting": block.minutes.meeting,
        "record": compose(block.minutes),
        "may_edit": block.minutes.is_draft,
        "ui_language": get_language(),
    }


@login_not_required
@require_safe
def sheet(request: Request, layout: str) -> HttpResponse:
    """Send the style of the document for the preview. It holds no content."""
    if layout not in {known.key for known in LAYOUTS}:
        raise Http404
    return HttpResponse(
        style_for_screen(layout),
        content_type="text/css",
        headers={"Cache-Control": "public, max-age=300"},
    )
