"""The live endpoint: a plain ASGI callable, one task a socket that only waits for its end."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from realtime import live
from realtime.house import House
from realtime.link import Link, Visit
from realtime.wire import AsgiWire, RawWire, raw_protocol

PATH = re.compile(r"^/ws/(?P<kind>[a-z]+)s/(?P<thing_id>[0-9]{1,18})/$")

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


async def live_socket(scope: Scope, receive: Receive, send: Send) -> None:
    """Serve one socket from its handshake to its end."""
    await receive()
    headers = {name: value.decode("latin1") for name, value in scope["headers"]}
    visit = visit_of(scope, headers)
    if visit is None or not is_from_here(headers):
        await send({"type": "websocket.close"})
        return
    await send({"type": "websocket.accept"})
    await _serve(scope, receive, send, Link(House.here(), visit))


async def _serve(scope: Scope, receive: Receive, send: Send, link: Link) -> None:
    house = link.house
    protocol = raw_protocol(scope)
    link.wire = RawWire(protocol, link.hear) if protocol else AsgiWire(send)
    house.knocking.add(link)
    welcome = asyncio.create_task(house.door.welcome(link))
    try:
        while (event := await receive())["type"] != "websocket.disconnect":
            text = event.get("text")
            link.hear(event["bytes"] if text is None else text, binary=text is None)
    finally:
        welcome.cancel()
        house.forget(link)


def visit_of(scope: Scope, headers: dict[bytes, str]) -> Visit | None:
    """Read from the handshake what is wanted, and by which session."""
    found = PATH.match(scope["path"])
    if found is None or found["kind"] not in live.rooms:
        return None
    cookies = _cookies(headers.get(b"cookie", ""))
    query = parse_qs(scope.get("query_string", b"").decode("latin1"))
    language = cookies.get(settings.LANGUAGE_COOKIE_NAME, "")
    return Visit(
        kind=found["kind"],
        thing_id=int(found["thing_id"]),
        face=query.get("face", ["member"])[0],
        session_key=cookies.get(settings.SESSION_COOKIE_NAME, ""),
        language=language if language in dict(settings.LANGUAGES) else "",
    )


def is_from_here(headers: dict[bytes, str]) -> bool:
    """Tell whether a page of this very site asks; a browser cannot hide where a page is from."""
    origin, host = headers.get(b"origin", ""), headers.get(b"host", "")
    domain, _port = split_domain_port(host)
    if not domain or not validate_host(domain, settings.ALLOWED_HOSTS):
        return False
    scheme = "https" if settings.SESSION_COOKIE_SECURE else "http"
    return origin in (f"{scheme}://{host}", *settings.CSRF_TRUSTED_ORIGINS)


def _cookies(header: str) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header).items()}
    except CookieError:
        return {}
