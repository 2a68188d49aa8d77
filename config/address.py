"""From where somebody knocks."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the address of the client, behind a proxy the one that the proxy itself saw.

    Only the last entry of ``X-Forwarded-For`` is the proxy's; all before it the client may have made up.
    """
    told: str = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if settings.BEHIND_PROXY and told:
        return told.rsplit(",", 1)[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
