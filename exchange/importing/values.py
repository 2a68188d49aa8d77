"""Reading values from JSON that others wrote: what is odd becomes nothing, never a traceback."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

Thing = dict[str, Any]
PLACE = "nghisu:place"  # where an object stood in the one around it
SPACES = re.compile(r"\s+")
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
MOST = 2**31 - 1


def kind_of(thing: Thing) -> str:
    """Return the last part of the type's address: Meeting, Person; nothing where there is none."""
    told = thing.get("type")
    return told.rstrip("/").rpartition("/")[2] if isinstance(told, str) else ""


def text(thing: Thing, key: str, most: int, *, lines: bool = False) -> str:
    """Return a text, composed and trimmed, cut to a length. Numbers are texts too."""
    value = thing.get(key)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return ""
    whole = UNFIT.sub("", unicodedata.normalize("NFC", UNFIT.sub("", value)))
    whole = whole.strip() if lines else SPACES.sub(" ", whole).strip()
    return whole if len(whole) <= most else f"{whole[: most - 1].rstrip()}…"


def identity(thing: Thing) -> str:
    """Return the address an object is known by, fit to be kept; nothing where there is none."""
    told = text(thing, "id", 501)
    return told if len(told) <= 500 and "…" not in told else ""  # noqa: PLR2004 - the column's width


def moment(thing: Thing, key: str) -> datetime | None:
    """Return a moment; one without its distance from UTC is local."""
    told = text(thing, key, 40)
    try:
        found = datetime.fromisoformat(told)
    except ValueError:
        return None
    if found.year < 1800 or found.year > 2200:  # noqa: PLR2004 - beyond is a slip of the pen
        return None
    return found if found.tzinfo else timezone.make_aware(found)


def day(thing: Thing, key: str) -> date | None:
    """Return a day, also of a moment."""
    told = moment(thing, key)
    return timezone.localdate(told) if told else None


def noon(of: date) -> datetime:
    """Return the middle of a day, for what has a day and no hour."""
    return timezone.make_aware(datetime.combine(of, time(12)))


def number(thing: Thing, key: str) -> int | None:
    """Return a whole number."""
    value = thing.get(key)
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,9}", value.strip()):
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if -MOST <= value <= MOST else None


def flag(thing: Thing, key: str) -> bool | None:
    """Return a truth value, also one that was written as a word or a number."""
    words = {"true": True, "1": True, "false": False, "0": False}
    return words.get(str(thing.get(key)).strip().lower())


def link(thing: Thing, key: str) -> str:
    """Return the address of another object, whether it is told as an address or whole."""
    value = thing.get(key)
    if isinstance(value, dict):
        return identity(value)
    return identity({"id": value})


def links(thing: Thing, key: str) -> list[str]:
    """Return the addresses of other objects; one alone is a list of one."""
    value = thing.get(key)
    values = value if isinstance(value, list) else [value]
    found = [identity(one) if isinstance(one, dict) else identity({"id": one}) for one in values]
    return [one for one in found if one]


def inside(thing: Thing, key: str) -> list[Thing]:
    """Return the objects inside another one."""
    value = thing.get(key)
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, dict)]


def digest(facts: Any) -> str:
    """Return the digest of facts: the same facts, the same digest."""
    plain = asdict(facts) if is_dataclass(facts) and not isinstance(facts, type) else facts
    told = json.dumps(plain, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def flattened(thing: Thing) -> Iterator[tuple[str, Thing]]:
    """Give an object and those inside it that are objects of their own, each knowing its parent."""
    kind = kind_of(thing)
    yield kind, thing
    for key, inner, back in INNER.get(kind, ()):
        for place, one in enumerate(inside(thing, key), start=1):
            yield from flattened({"type": inner, back: thing.get("id"), PLACE: place, **one})


INNER = {
    "Person": (("membership", "Membership", "person"),),
    "Organization": (("membership", "Membership", "organization"),),
    "Meeting": (("agendaItem", "AgendaItem", "meeting"),),
    "AgendaItem": (("consultation", "Consultation", "agendaItem"),),
    "Paper": (("consultation", "Consultation", "paper"),),
}
