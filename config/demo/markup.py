"""The plain writing in which the demonstration's papers are kept, turned into HTML.

One line is one paragraph. `#`, `##`, `###` are headings, `~` a legal basis, `>` a centred
bold line, `>>` a centred line. `[table …]` and `[bar …]`, `[line …]`, `[hbar …]` open a block of
rows with cells between bars, ended by an empty line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from config.demo import charts

_TAGS = {
    "#": ("h2", ""),
    "##": ("h3", ""),
    "###": ("h4", ""),
    "~": ("p", "basis"),
    ">": ("p", "centre strong"),
    ">>": ("p", "centre"),
}
_OPENING = re.compile(r"\[(table|bar|line|hbar)\s*([\d,]*):\s*([^|\]]*)(?:\|\s*([^\]]*))?\]")
_SYMBOL = re.compile(r"\b\d+/[\w/]*\w-\w[\w-]*")
_FIGURE = re.compile(r"^[-+−]?\d[\d.,]*\s?%?$|^-$|^\d+$")


@dataclass(frozen=True)
class Sheet:
    """A paper: what stands in its head, and its body as HTML."""

    facts: dict[str, str]
    body: str


@dataclass
class Block:
    """A table or chart while its rows are being read."""

    kind: str
    widths: list[str]
    caption: str
    note: str
    rows: list[list[str]] = field(default_factory=list)


def read(text: str) -> Sheet:
    head, _, body = text.partition("\n---\n")
    facts = {}
    for line in filter(str.strip, head.splitlines()):
        key, _, value = line.partition(":")
        facts[key.strip()] = value.strip()
    return Sheet(facts=facts, body="\n".join(_pieces(iter(body.splitlines()))))


def _pieces(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        opening = _OPENING.match(line)
        if opening:
            yield _block(_gather(opening, lines))
        elif line.strip():
            yield _paragraph(line.strip())


def _gather(opening: re.Match[str], lines: Iterator[str]) -> Block:
    kind, widths, caption, note = opening.groups()
    block = Block(kind, [w for w in widths.split(",") if w], caption.strip(), (note or "").strip())
    for line in lines:
        if not line.strip():
            break
        block.rows.append([cell.strip() for cell in line.split("|")])
    return block


def _paragraph(line: str) -> str:
    mark, _, rest = line.partition(" ")
    if mark not in _TAGS:
        return f"<p>{_inline(line)}</p>"
    tag, css = _TAGS[mark]
    attribute = f' class="{css}"' if css else ""
    return f"<{tag}{attribute}>{_inline(rest)}</{tag}>"


def _inline(text: str) -> str:
    text = escape(text, quote=False).replace("\\n", "<br>")
    text = _SYMBOL.sub(r'<span class="whole">\g<0></span>', text)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    return re.sub(r"(?<!\*)\*([^*]+)\*", r"<i>\1</i>", text)


def _block(block: Block) -> str:
    if block.kind == "table":
        return _table(block)
    drawing = charts.draw(block.kind, block.rows, unit=block.note)
    return f"<figure>{drawing}<figcaption>{_inline(block.caption)}</figcaption></figure>"


def _table(block: Block) -> str:
    head, *rows = block.rows
    columns = "".join(f'<col style="width:{width}%">' for width in block.widths)
    cells = "".join(f"<th>{_inline(cell)}</th>" for cell in head)
    note = f'<p class="unit">{_inline(block.note)}</p>' if block.note else ""
    caption = f'<p class="caption">{_inline(block.caption)}</p>' if block.caption else ""
    body = "".join(map(_row, rows))
    return (
        f"{caption}{note}<table><colgroup>{columns}</colgroup>"
        f"<thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(cells: list[str]) -> str:
    total = cells[0].startswith("=")
    cells = [cells[0].lstrip("= "), *cells[1:]]
    filled = "".join(
        f'<td class="{"figure" if _FIGURE.match(cell) else "words"}">{_inline(cell)}</td>'
        for cell in cells
    )
    return f'<tr class="total">{filled}</tr>' if total else f"<tr>{filled}</tr>"
