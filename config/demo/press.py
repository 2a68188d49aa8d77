"""Prints HTML as PDF, with the house's document face and nothing else from outside."""

import logging
from functools import cache
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

ROOT = Path(__file__).resolve().parents[2]
FACES = ROOT / "core" / "static" / "core" / "fonts" / "tinos"
SHEET = ROOT / "templates" / "demo" / "pdf" / "paper.css"


class Shelf(URLFetcher):
    """Gives out the four faces of Tinos by name, and refuses every other address."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols={"face"}, allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        scheme, _, name = url.partition(":")
        path = FACES / Path(name).name
        if scheme != "face" or path.suffix != ".ttf" or not path.is_file():
            raise ValueError(f"This paper may not fetch {url}")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/ttf"})


@cache
def _look() -> tuple[CSS, FontConfiguration]:
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    fonts = FontConfiguration()
    style = CSS(
        string=SHEET.read_text("utf-8"),
        base_url="face:/",
        url_fetcher=Shelf(),
        font_config=fonts,
    )
    return style, fonts


def print_html(html: str) -> bytes:
    style, fonts = _look()
    page = HTML(string=html, base_url="face:/", url_fetcher=Shelf())
    printed: Any = page.write_pdf(stylesheets=[style], font_config=fonts)
    return bytes(printed)
