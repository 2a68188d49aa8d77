"""Doors to one's own marks: read them all, keep one, delete one. The socket does the same."""

import time
from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from papers.actions import delete_mark, save_mark
from papers.errors import UnknownMark
from papers.marks import parse_body, parse_mark, parse_rev
from papers.policies import marks_of, papers_visible_to
from papers.wire import told, whole
from people.http import Request


@require_safe
def annotations(request: Request, pk: int) -> HttpResponse:
    """Return the person's own marks on a paper, tombstones included, and the server's time."""
    paper = get_object_or_404(papers_visible_to(request.user), pk=pk)
    marks = marks_of(request.user).filter(version__paper=paper)
    asked = request.GET.get("version", "")
    if asked.isdecimal():
        marks = marks.filter(version__number=int(asked[:4]))
    items = [whole(mark) for mark in marks.order_by("page", "updated_at")]
    return JsonResponse({"now": int(time.time() * 1000), "items": items})


@require_http_methods(["PUT", "DELETE"])
def annotation(request: Request, uuid: UUID) -> HttpResponse:
    """Keep or delete one mark. Sent again, it changes nothing and gets the same answer."""
    data: Any = parse_body(request.body)
    if request.method == "DELETE":
        rev = data.get("rev") if isinstance(data, dict) else None
        return _answer(*delete_mark(request.user, uuid, rev=parse_rev(rev)))
    mark = parse_mark(data)
    if mark.uuid != uuid:
        raise UnknownMark(why=_("it has another name than its address"))
    return _answer(*save_mark(request.user, mark))


def _answer(*kept: Any) -> HttpResponse:
    return JsonResponse(told(*kept))
