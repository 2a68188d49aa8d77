"""A mark as a device sends it, parsed and bounded before anything touches the database."""

import json
import math
import re
import unicodedata
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from papers.errors import MarkTooLarge, UnknownMark
from papers.models import AnnotationKind

MOST_BYTES = 256 * 1024
MOST_POINTS = 20_000
MOST_QUADS = 2_000
MOST_TEXT = 10_000
FARTHEST = 20_000.0  # points; no page the house takes is larger
COLOUR = re.compile(r"#[0-9a-f]{6}")
REV_LIMIT = 2**53

Geometry = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What somebody drew, marked or noted: in points of the page's own space."""

    uuid: UUID
    version_id: int
    page: int
    kind: str
    geometry: Geometry
    style: dict[str, Any]
    text: str
    quote: dict[str, str]
    rev: int
    deleted: bool

    @property
    def content(self) -> dict[str, Any]:
        """Return what a row keeps of it; a deleted mark keeps nothing."""
        if self.deleted:
            return {"geometry": {}, "style": {}, "text": "", "quote": {}}
        return {
            "geometry": self.geometry,
            "style": self.style,
            "text": self.text,
            "quote": self.quote,
        }


def parse_mark(data: Any) -> Mark:
    """Return the mark in ``data`` or say why it is none."""
    if not isinstance(data, dict):
        raise UnknownMark(why=_("it is no object"))
    kind, deleted = data.get("kind"), data.get("deleted") is True
    if kind not in AnnotationKind.values:
        raise UnknownMark(why=_("its kind is not known"))
    return Mark(
        uuid=parse_uuid(data.get("uuid")),
        version_id=_whole(data, "version"),
        page=_whole(data, "page"),
        kind=kind,
        geometry={} if deleted else GEOMETRIES[kind](_part(data, "geometry")),
        style={} if deleted else _style(_part(data, "style")),
        text=_text(data.get("text", ""), MOST_TEXT),
        quote=_quote(_part(data, "quote")),
        rev=parse_rev(data.get("rev")),
        deleted=deleted,
    )


def parse_body(body: bytes) -> Any:
    """Read the JSON of a request, if it is not too long."""
    if len(body) > MOST_BYTES:
        raise MarkTooLarge
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise UnknownMark(why=_("it is not JSON")) from None


def parse_uuid(value: Any) -> UUID:
    try:
        return UUID(value)
    except (TypeError, ValueError, AttributeError):
        raise UnknownMark(why=_("it has no name")) from None


def parse_rev(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < REV_LIMIT:
        raise UnknownMark(why=_("it does not say which revision it is"))
    return value


def _whole(data: dict[str, Any], name: str) -> int:
    value = data.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**31:
        raise UnknownMark(why=_("it does not say on which page it is"))
    return value


def _part(data: dict[str, Any], name: str) -> dict[str, Any]:
    value = data.get(name) or {}
    if not isinstance(value, dict):
        raise UnknownMark(why=_("its shape is not known"))
    return value


def _numbers(values: Any, most: int) -> list[float]:
    """Return the numbers rounded to a hundredth of a point, if they lie on any page at all."""
    if not isinstance(values, list) or len(values) > most:
        raise MarkTooLarge if isinstance(values, list) else UnknownMark(why=_("it has no shape"))
    return [_number(value) for value in values]


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise UnknownMark(why=_("its shape is not made of numbers"))
    if not math.isfinite(value) or abs(value) > FARTHEST:
        raise UnknownMark(why=_("it lies outside the page"))
    return round(float(value), 2)


def _ink(geometry: Geometry) -> Geometry:
    """Strokes are flat lists of x, y, pressure."""
    raw = geometry.get("strokes")
    if not isinstance(raw, list) or not raw:
        raise UnknownMark(why=_("it has no shape"))
    strokes = [_numbers(stroke, 3 * MOST_POINTS) for stroke in raw[: MOST_POINTS + 1]]
    if sum(map(len, strokes)) > 3 * MOST_POINTS:
        raise MarkTooLarge
    if any(not stroke or len(stroke) % 3 for stroke in strokes):
        raise UnknownMark(why=_("it has no shape"))
    width = min(max(_number(geometry.get("width", 1.5)), 0.3), 40.0)
    return {"strokes": strokes, "width": width, "pressure": geometry.get("pressure") is True}


def _highlight(geometry: Geometry) -> Geometry:
    """Quads are boxes: left, bottom, right, top."""
    raw = geometry.get("quads")
    if not isinstance(raw, list) or not 0 < len(raw) <= MOST_QUADS:
        raise UnknownMark(why=_("it has no shape"))
    quads = [_numbers(quad, 4) for quad in raw]
    if any(len(quad) != 4 for quad in quads):  # noqa: PLR2004 - a box has four sides
        raise UnknownMark(why=_("it has no shape"))
    return {"quads": quads}


def _note(geometry: Geometry) -> Geometry:
    return {"x": _number(geometry.get("x")), "y": _number(geometry.get("y"))}


GEOMETRIES = {
    AnnotationKind.INK.value: _ink,
    AnnotationKind.HIGHLIGHT.value: _highlight,
    AnnotationKind.NOTE.value: _note,
}


def _style(style: dict[str, Any]) -> dict[str, Any]:
    colour = str(style.get("color", "")).lower()
    if not COLOUR.fullmatch(colour):
        raise UnknownMark(why=_("its colour is not known"))
    return {"color": colour}


def _quote(quote: dict[str, Any]) -> dict[str, str]:
    return {key: _text(quote[key], 2_000) for key in ("exact", "prefix", "suffix") if key in quote}


def _text(value: Any, most: int) -> str:
    """Return text in one form, without NUL, not longer than a note may be."""
    if not isinstance(value, str):
        raise UnknownMark(why=_("its text is not text"))
    whole = value.replace("\x00", "").encode("utf-8", "ignore").decode()
    return unicodedata.normalize("NFC", whole)[:most]
