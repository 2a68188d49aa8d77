"""The kinds of notices: each floor names its own, with the ways it goes out by unless one says else.

Floors register in ``ready()``::

    CONVENED = kind("meeting.convened", _("Invitations to meetings"))

    @encloses(CONVENED)
    def letter(notice: Notice) -> Iterable[Enclosure]: ...
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise

if TYPE_CHECKING:
    from people.notices.models import Notice


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of notice and its defaults."""

    code: str
    label: str | Promise
    mail: str = "at_once"
    sms: bool = False


@dataclass(frozen=True, kw_only=True)
class Enclosure:
    """A file that goes with a mail; ``is_form`` is one more form of the text (a calendar request)."""

    name: str
    content: bytes
    mime: str
    is_form: bool = False


Encloser = Callable[["Notice"], Iterable[Enclosure]]
kinds: dict[str, Kind] = {}
_enclosers: dict[str, Encloser] = {}


def kind(code: str, label: str | Promise, *, mail: str = "at_once", sms: bool = False) -> str:
    """Register a kind; returns its code."""
    kinds[code] = Kind(code=code, label=label, mail=mail, sms=sms)
    return code


def encloses(*codes: str) -> Callable[[Encloser], Encloser]:
    """Register what goes along with the mails of these kinds."""

    def register(encloser: Encloser) -> Encloser:
        _enclosers.update(dict.fromkeys(codes, encloser))
        return encloser

    return register


def enclosures_of(notice: "Notice") -> list[Enclosure]:
    """Return what goes along with the mail of a notice."""
    encloser = _enclosers.get(notice.kind)
    return list(encloser(notice)) if encloser else []
