"""Lists of OParl: filters, pages, and the links that keep both."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet

from exchange.errors import NotAMoment, NothingPublic
from exchange.models import Shelved
from exchange.oparl.shelf import wholes
from exchange.oparl.words import INTERNAL, Data, addressed, gone

USUAL, MOST = 100, 500
MOMENTS = {
    "created_since": "created__gte",
    "created_until": "created__lte",
    "modified_since": "modified__gte",
    "modified_until": "modified__lte",
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a reader asks of a list."""

    page: int = 1
    limit: int = USUAL
    moments: Mapping[str, datetime] = field(default_factory=dict)
    omit_internal: bool = False

    @property
    def kept(self) -> dict[str, str]:
        """Return the parameters that every link of the list keeps."""
        told = {name: moment.isoformat() for name, moment in self.moments.items()}
        if self.limit != USUAL:
            told["limit"] = str(self.limit)
        if self.omit_internal:
            told["omit_internal"] = "true"
        return told


def asked(query: Mapping[str, str]) -> Asked:
    """Read the parameters of a list; a moment that is none is refused, the rest is held in bounds."""
    moments = {name: _moment(name, query[name]) for name in MOMENTS if query.get(name)}
    return Asked(
        page=max(_number(query.get("page", ""), 1), 1),
        limit=min(max(_number(query.get("limit", ""), USUAL), 1), MOST),
        moments=moments,
        omit_internal=query.get("omit_internal", "").lower() == "true",
    )


def page_of(rows: QuerySet[Shelved], want: Asked, *, path: str, base: str) -> Data:
    """Return one page of a list. Deleted objects are only told to who asks what has changed."""
    for name, moment in want.moments.items():
        rows = rows.filter(**{MOMENTS[name]: moment})
    if "modified_since" not in want.moments:
        rows = rows.filter(deleted=False)
    total = rows.count()
    last = max(-(-total // want.limit), 1)
    if want.page > last:
        raise NothingPublic
    start = (want.page - 1) * want.limit
    found = rows.order_by("pk")[start : start + want.limit]
    return {
        "data": [addressed(one, base) for one in told(found, omit_internal=want.omit_internal)],
        "pagination": {
            "totalElements": total,
            "elementsPerPage": want.limit,
            "currentPage": want.page,
            "totalPages": last,
        },
        "links": _links(f"{base}{path}", want, last),
    }


def told(rows: "QuerySet[Shelved] | list[Shelved]", *, omit_internal: bool = False) -> list[Data]:
    """Return rows of the shelf as objects, deleted ones as what is left of them."""
    found = []
    for one in rows:
        if one.deleted:
            found.append(gone(one.kind, one.key, one.created, one.modified))
            continue
        data = wholes([one])[0]
        for name in INTERNAL.get(one.kind, ()) if omit_internal else ():
            data.pop(name, None)
        found.append(data)
    return found


def _links(where: str, want: Asked, last: int) -> dict[str, str]:
    pages = {"first": 1, "self": want.page, "last": last}
    if want.page > 1:
        pages["prev"] = want.page - 1
    if want.page < last:
        pages["next"] = want.page + 1
    return {name: _link(where, want, page) for name, page in pages.items()}


def _link(where: str, want: Asked, page: int) -> str:
    query: dict[str, Any] = {**want.kept, **({"page": page} if page > 1 else {})}
    return f"{where}?{urlencode(query)}" if query else where


def _number(text: str, otherwise: int) -> int:
    return int(text[:9]) if text.isdecimal() and text.isascii() else otherwise


def _moment(name: str, text: str) -> datetime:
    """Read a moment with its distance from UTC; a “+” that became a space is put back."""
    try:
        moment = datetime.fromisoformat(text.strip().replace(" ", "+"))
    except ValueError:
        raise NotAMoment(name=name) from None
    if moment.tzinfo is None:
        raise NotAMoment(name=name)
    return moment
