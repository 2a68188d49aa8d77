"""The papers of the demonstration: read from their plain writing, printed once, kept in DATA_DIR."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string

from config.demo import markup, press

SHELF = Path(__file__).resolve().parent / "papers"
KINDS = ("submission", "draft", "appendix")


@dataclass(frozen=True)
class PaperText:
    """One paper of one item, before it is printed."""

    folder: str
    kind: str
    shelf: Path = SHELF

    @property
    def path(self) -> Path:
        return self.shelf / self.folder / f"{self.kind}.txt"

    @property
    def sheet(self) -> markup.Sheet:
        return markup.read(self.path.read_text("utf-8"))

    @property
    def title(self) -> str:
        facts = self.sheet.facts
        return (
            facts.get("title")
            or f"{facts['type'].capitalize()} {facts['about'][0].lower()}{facts['about'][1:]}"
        )

    def html(self) -> str:
        sheet = self.sheet
        context = {
            "title": self.title,
            "facts": sheet.facts,
            "body": sheet.body,
            "copies": _listed(sheet.facts.get("copies", "")),
            "signing": sheet.facts.get("sign", "").split(" / "),
        }
        return render_to_string(f"demo/pdf/{self.kind}.html", context)


def papers_of(folder: str) -> list[PaperText]:
    return [PaperText(folder, kind) for kind in KINDS if PaperText(folder, kind).path.exists()]


def print_all(papers: Iterable[PaperText]) -> dict[PaperText, Path]:
    """Print what is not yet on the shelf; give where each one lies."""
    shelf = {}
    for paper in papers:
        html = paper.html()
        shelf[paper] = _place(paper, html)
        if not shelf[paper].exists():
            _keep(shelf[paper], press.print_html(html))
    return shelf


def _place(paper: PaperText, html: str) -> Path:
    """Name the file after what is in it, so that a changed text is printed anew."""
    state = sha256(html.encode() + press.SHEET.read_bytes()).hexdigest()[:8]
    name = f"{paper.folder}-{paper.kind}-{state}.pdf"
    return Path(settings.DATA_DIR) / "demo-papers" / name


def _keep(path: Path, pdf: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(pdf)
    part.replace(path)


def _listed(copies: str) -> list[str]:
    """Nơi nhận: each ends with a semicolon, the last with a full stop."""
    names = [name.strip() for name in copies.split(";") if name.strip()]
    return [f"{name};" for name in names[:-1]] + [f"{name}." for name in names[-1:]]
