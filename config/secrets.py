"""Where the secret key comes from."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def secret_key(folder: Path, *, demo: bool) -> str:
    """Return the installation's key; outside the demonstration it must be given."""
    given = os.environ.get("SECRET_KEY", "")
    if given:
        return given
    if not demo:
        raise ImproperlyConfigured("Set SECRET_KEY, or DEMO=1 for the demonstration.")
    return _kept(folder / "secret_key")


def _kept(path: Path) -> str:
    if not path.exists():
        path.write_text(secrets.token_urlsafe(64), encoding="ascii")
        path.chmod(0o600)
    return path.read_text(encoding="ascii")
