"""Where a person's key file and the trusted roots come from."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from minutes.errors import NoCertificate
from minutes.signing.authority import Authority, Holder
from people.models import Person


@dataclass(frozen=True, kw_only=True)
class Key:
    """A key file with what opens it; ``passphrase`` is empty where the person must type it."""

    file: bytes
    passphrase: bytes


def authority() -> Authority:
    """Return the demonstration's authority."""
    return Authority(Path(settings.PKI_DIR))


def key_of(person: Person, *, title: str, organisation: str) -> Key:
    """Return the key file in a person's name."""
    if settings.DEMO_AUTHORITY:
        own = authority()
        name = Holder(key=person.username, name=str(person), title=title, organisation=organisation)
        return Key(file=own.key_file(name), passphrase=own.passphrase)
    path = Path(settings.SIGNING_KEYS, f"{person.username}.p12")
    if not settings.SIGNING_KEYS or not path.is_file():
        raise NoCertificate(name=str(person))
    return Key(file=path.read_bytes(), passphrase=b"")


def trusted_roots() -> list[bytes]:
    """Return the certificates that are trusted, in PEM or DER."""
    if settings.DEMO_AUTHORITY:
        return [authority().root_certificate()]
    if not settings.SIGNING_ROOTS:
        return []
    path = Path(settings.SIGNING_ROOTS)
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return [file.read_bytes() for file in files]
