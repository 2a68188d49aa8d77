"""Vietnamese text made comparable."""

import unicodedata


def fold(text: str) -> str:
    """Return ``text`` without case and diacritics, đ as d: what a hurried hand types."""
    bare = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).casefold())
    kept = "".join(char for char in bare if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", kept.replace("đ", "d"))
