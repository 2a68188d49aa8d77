"""How mail leaves the house, from one address in the environment.

``smtp://user:password@host:587`` (STARTTLS) · ``smtps://…:465`` (TLS from the start) ·
``smtp+plain://host:25`` (a relay on the same machine) · ``console:`` · ``file:`` (DATA_DIR/mail)
"""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

BACKENDS = "django.core.mail.backends"
PORTS = {"smtp": 587, "smtps": 465, "smtp+plain": 25}


@dataclass(frozen=True, kw_only=True)
class Mail:
    """What Django wants to know to send mail."""

    backend: str
    folder: str = ""
    host: str = "localhost"
    port: int = 25
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False


def mail_settings(address: str, folder: Path, *, demo: bool) -> Mail:
    """Read the address; without one the demonstration writes files, all others the console."""
    parts = urlsplit(address or ("file:" if demo else "console:"))
    if parts.scheme in {"file", "console"}:
        place = parts.path or str(folder / "mail")
        name = "filebased" if parts.scheme == "file" else "console"
        return Mail(backend=f"{BACKENDS}.{name}.EmailBackend", folder=place)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ImproperlyConfigured(
            "EMAIL_URL is smtp://, smtps://, smtp+plain://, file: or console:"
        )
    return Mail(
        backend=f"{BACKENDS}.smtp.EmailBackend",
        host=parts.hostname,
        port=parts.port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp",
        tls=parts.scheme == "smtps",
    )
