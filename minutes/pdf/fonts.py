"""The document's own fonts, and the question whether they have every letter of a text."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "core" / "static" / "core" / "fonts" / "tinos"
FACES = {
    ("normal", "400"): "Tinos-Regular.ttf",
    ("italic", "400"): "Tinos-Italic.ttf",
    ("normal", "700"): "Tinos-Bold.ttf",
    ("italic", "700"): "Tinos-BoldItalic.ttf",
}
SILENT = frozenset("\n\t\u00ad\u200b")


@cache
def letters() -> frozenset[str]:
    """Return every letter that all four faces can draw."""
    from fontTools.ttLib import TTFont

    maps = []
    for name in FACES.values():
        with TTFont(FOLDER / name, lazy=True) as font:
            maps.append(set(font.getBestCmap()))
    return frozenset(chr(code) for code in set.intersection(*maps))


def missing(text: str) -> str:
    """Return the letters of ``text`` that the fonts lack, each once, in order."""
    known = letters()
    composed = unicodedata.normalize("NFC", text)
    return "".join(dict.fromkeys(c for c in composed if c not in known and c not in SILENT))


def strings_of(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Walk a JSON value; give each text with the way that leads to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings_of(item, (*path, str(key)))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from strings_of(item, (*path, str(place)))


def first_unprintable(texts: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """Return the name of the first text with letters that cannot be printed, and the letters."""
    return next(((name, lost) for name, text in texts if (lost := missing(text))), None)
