"""The room over plain HTTP: the same commands, the same state, for who has no socket."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from core.errors import Refusal
from realtime import live
from realtime.commands import run_command
from realtime.errors import NotSignedIn
from realtime.journal import last_number
from realtime.protocol import dumps, ms, receipt, refused, understand

if TYPE_CHECKING:
    from people.models import Person


@login_not_required
@require_POST
def commands(request: HttpRequest, kind: str, thing_id: int) -> HttpResponse:
    """Carry out one command; answers as the socket would, with the refusal's status."""
    command_id = None
    try:
        ask = understand(request.body)
        command_id = ask.id
        live.admitted(kind, thing_id, _person(request), "")
        result = run_command(_person(request), thing_id, ask.do, ask.data, ask.id)
    except Refusal as refusal:
        said = refused(command_id, refusal, get_language() or settings.LANGUAGE_CODE)
        return JsonResponse(said, status=refusal.status)
    return JsonResponse(receipt(ask.id, result))


@login_not_required
@require_GET
def state(request: HttpRequest, kind: str, thing_id: int) -> HttpResponse:
    """Answer with the hello of the socket."""
    person = _person(request)
    audience = live.admitted(kind, thing_id, person, request.GET.get("face", "member"))
    number = last_number(f"{kind}.{thing_id}")
    said = {
        "t": "hello",
        "now": ms(),
        "number": number,
        "you": live.you_of(kind, thing_id, person, audience),
        "state": live.state_of(kind, thing_id, audience),
    }
    return HttpResponse(dumps(said), content_type="application/json")


def _person(request: HttpRequest) -> "Person":
    if not request.user.is_authenticated:
        raise NotSignedIn
    return request.user
