"""The journal, the bell, the hub and the socket. Knows no rule of the cabinet."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_out
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class RealtimeConfig(AppConfig):
    name = "realtime"
    verbose_name = _("Live rooms and journal")

    def ready(self) -> None:
        user_logged_out.connect(end_session, dispatch_uid="realtime.end_session")


def end_session(request: HttpRequest | None, **facts: Any) -> None:
    """Close the sockets of a session that signs out."""
    from realtime.bell import tell
    from realtime.logins import fingerprint

    key = request.session.session_key if request and hasattr(request, "session") else None
    if key:
        tell({"type": "session.ended", "session": fingerprint(key)})
