"""What the living page of the design language shows: read from the very files the pages use."""

import re
from datetime import UTC, datetime
from pathlib import Path

STATIC = Path(__file__).resolve().parent / "static" / "core"
MOMENT = datetime(2020, 2, 3, 2, 41, 7, tzinfo=UTC)
_PAIR = re.compile(r"--([a-z0-9-]+): light-dark\((#[0-9A-Fa-f]{6}), (#[0-9A-Fa-f]{6})\);")


def icon_names() -> list[str]:
    """Return the names of the icons in the sprite, in its order."""
    return re.findall(r'<symbol id="([^"]+)"', (STATIC / "icons.svg").read_text(encoding="utf-8"))


def colours() -> dict[str, tuple[str, str]]:
    """Return every colour token with its light and its dark value."""
    text = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
    return {name: (light, dark) for name, light, dark in _PAIR.findall(text)}
