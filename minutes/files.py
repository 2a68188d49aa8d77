"""The archive's shelf: a file is named by its own hash, written once and never again."""

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings

from minutes.errors import FileLost

READ_ONLY = 0o444


def sha256_of(content: bytes) -> str:
    """Return the hash by which a file is known."""
    return hashlib.sha256(content).hexdigest()


def shelf() -> Path:
    """Return the folder of the archive."""
    return Path(settings.ARCHIVE_DIR)


def shelve(content: bytes) -> tuple[str, str]:
    """Put a file on the shelf; return its hash and its place. The same content is kept once."""
    digest = sha256_of(content)
    place = f"sha256/{digest[:2]}/{digest[2:4]}/{digest}"
    target = shelf() / place
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_once(target, content)
    return digest, place


def fetch(place: str) -> bytes:
    """Read a file from the shelf."""
    try:
        return (shelf() / place).read_bytes()
    except OSError as problem:
        raise FileLost from problem


def _write_once(target: Path, content: bytes) -> None:
    """Write beside the place, make it safe on disk, then link it there: a link never overwrites."""
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".half-", delete=False) as half:
        half.write(content)
        half.flush()
        os.fsync(half.fileno())
    Path(half.name).chmod(READ_ONLY)
    with contextlib.suppress(FileExistsError):
        os.link(half.name, target)
    Path(half.name).unlink()
    _settle(target.parent)


def _settle(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
