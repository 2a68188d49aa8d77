"""The public doors: OParl 1.1, for anybody, to read only. What is not released is not there."""

import hashlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from core.errors import Refusal
from exchange.errors import NothingPublic, OnlyReading, PublicNoMore
from exchange.models import Shelved
from exchange.oparl.composing import laid_of
from exchange.oparl.pages import asked, page_of, told
from exchange.oparl.reading import freshen
from exchange.oparl.words import (
    BODY,
    CONSULTATION,
    FILE,
    KIND_OF_LIST,
    MEETING,
    ROOT,
    SCHEMA,
    Data,
    addressed,
    moment,
)
from exchange.policies import public_bodies
from exchange.views.files import file_response
from meetings.policies import meetings_visible_to
from papers.http import serve_file
from papers.models import PaperVersion
from people.http import Request
from people.models import Body

Door = Callable[..., HttpResponseBase]
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "public, no-cache",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
OF_MAIN = {"meetings": MEETING, "consultations": CONSULTATION}


def public(door: Door) -> Door:
    """Make a door public: anybody reads, nobody writes, refusals are OParl's error objects."""

    @login_not_required
    @wraps(door)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with translation.override("vi"):
            try:
                if request.method not in {"GET", "HEAD"}:
                    raise OnlyReading
                freshen()
                response = door(request, *args, **kwargs)
            except Refusal as refusal:
                response = _refused(refusal)
        for header, value in OPEN.items():
            response.headers[header] = value
        return response

    return opened


@public
def system(request: HttpRequest) -> HttpResponse:
    """Tell of the whole interface."""
    bodies = _shelved().filter(kind=BODY).order_by("created")
    first = bodies.first()
    if first is None:
        raise NothingPublic
    newest = max(body.modified for body in bodies)
    facts: Data = {
        "id": {"$": ""},
        "type": f"{SCHEMA}/System",
        "oparlVersion": f"{SCHEMA}/",
        "body": {"$": "bodies/"},
        "name": "Nghị Sự",
        "created": moment(first.created),
        "modified": moment(newest),
    }
    return _json(request, addressed(facts, base_of(request)))


@public
def bodies(request: HttpRequest) -> HttpResponse:
    """List the bodies."""
    return _page(request, _shelved().filter(kind=BODY), "bodies/")


@public
def of_body(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """List the objects of one kind of a body."""
    body, kind = _body(pk), KIND_OF_LIST.get(name)
    if kind is None:
        raise NothingPublic
    return _page(request, _shelved().filter(body=body, kind=kind), f"body/{pk}/{name}/")


@public
def of_organization(request: HttpRequest, key: str, name: str) -> HttpResponse:
    """List the meetings or consultations of the organization that a body is."""
    pk = key.removeprefix("body-")
    if not (pk.isdecimal() and pk.isascii()) or name not in OF_MAIN:
        raise NothingPublic
    rows = _shelved().filter(body=_body(int(pk[:18])), kind=OF_MAIN[name])
    return _page(request, rows, f"organization/{key}/{name}/")


@public
def one(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Tell of one object, also of one that was deleted."""
    found = _shelved().filter(kind=kind, key=key).first()
    if found is None:
        raise NothingPublic
    return _json(request, addressed(told([found])[0], base_of(request)))


@public
def access(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show a released file."""
    return _file(request, pk, is_download=False)


@public
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give a released file to be kept."""
    return _file(request, pk, is_download=True)


@public
def nowhere(request: HttpRequest, rest: str) -> HttpResponse:
    """Say in OParl's way that there is nothing."""
    raise NothingPublic


def base_of(request: HttpRequest) -> str:
    """Return the canonical address of the interface."""
    here = settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")
    return f"{here}/{ROOT}"


def _shelved() -> Any:
    return Shelved.objects.filter(body__in=public_bodies())


def _body(pk: int) -> Body:
    found = public_bodies().filter(pk=pk).first()
    if found is None:
        raise NothingPublic
    return found


def _page(request: HttpRequest, rows: Any, path: str) -> HttpResponse:
    want = asked({name: str(value) for name, value in request.GET.items()})
    return _json(request, page_of(rows, want, path=path, base=base_of(request)))


def _file(request: HttpRequest, pk: int, *, is_download: bool) -> HttpResponseBase:
    """Serve the clean copy of a released version; what was taken back is gone."""
    found = _shelved().filter(kind=FILE, key=str(pk)).first()
    if found is None:
        raise NothingPublic
    if found.deleted:
        raise PublicNoMore
    version = get_object_or_404(PaperVersion.objects.select_related("paper"), pk=pk)
    return serve_file(request, version.view, name=version.file_name, is_download=is_download)


def _json(request: HttpRequest, data: Data) -> HttpResponse:
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False})
    etag = f'"{hashlib.sha256(response.content).hexdigest()}"'
    response.headers["ETag"] = etag
    found = get_conditional_response(request, etag=etag, response=response)
    return found if isinstance(found, HttpResponse) else response


def _refused(refusal: Refusal) -> HttpResponse:
    facts = {"type": f"{SCHEMA}/Error", "message": refusal.sentence, "debug": refusal.code}
    response = JsonResponse(facts, status=refusal.status, json_dumps_params={"ensure_ascii": False})
    if refusal.status == OnlyReading.status:
        response.headers["Allow"] = "GET, HEAD"
    return response


@require_safe
def agenda(request: Request, pk: int) -> HttpResponse:
    """Give a meeting's agenda as OParl, without what is restricted, to whoever sees the meeting."""
    meetings = meetings_visible_to(request.user).select_related("body")
    meeting = get_object_or_404(meetings, pk=pk)
    data = addressed(laid_of(request.user, meeting), base_of(request))
    content = json.dumps(data, ensure_ascii=False, indent=2).encode()
    return file_response(content, "application/json", f"Chương trình {meeting.title}.json")
