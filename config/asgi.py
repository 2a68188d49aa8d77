"""What the server calls: pages to Django, live rooms to the socket."""

import os
from typing import Any

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
pages = get_asgi_application()

from realtime.socket import live_socket  # noqa: E402 - the apps must be loaded first


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """Send each connection to the part of the house that serves it."""
    if scope["type"] == "websocket":
        await live_socket(scope, receive, send)
    else:
        await pages(scope, receive, send)
