"""The gate before the press: every letter of the minutes must be in the document's fonts."""

from collections.abc import Iterator

from minutes.errors import Unprintable
from minutes.models import Block, Minutes
from minutes.pdf.fonts import first_unprintable, strings_of
from minutes.titles import title_of


def require_printable(minutes: Minutes) -> None:
    """Refuse a text whose letters the fonts lack: they would be printed as empty boxes."""
    found = first_unprintable(_texts(minutes))
    if found:
        where, letters = found
        raise Unprintable(where=where, letters=" ".join(_shown(letter) for letter in letters[:10]))


def _texts(minutes: Minutes) -> Iterator[tuple[str, str]]:
    yield minutes.meeting.title, minutes.meeting.title
    yield minutes.meeting.title, minutes.meeting.body.name
    for block in minutes.blocks.all():
        yield from _texts_of(block)


def _texts_of(block: Block) -> Iterator[tuple[str, str]]:
    name = title_of(block)
    for path, text in strings_of({"facts": block.facts, "text": block.text}):
        speaker = _speaker(block, path)
        yield f"{name}: {speaker}" if speaker else name, text


def _speaker(block: Block, path: tuple[str, ...]) -> str:
    if path[:2] != ("facts", "speakers"):
        return ""
    return str(block.facts["speakers"][int(path[2])]["name"])


def _shown(letter: str) -> str:
    return f"{letter} (U+{ord(letter):04X})" if letter.isprintable() else f"U+{ord(letter):04X}"
