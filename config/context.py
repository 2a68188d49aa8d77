"""What every page knows."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """Return the few facts of the installation that templates may show."""
    return {"demo": settings.DEMO}
