"""What the press may read: its own fonts and nothing else, neither files nor the network."""

from pathlib import PurePosixPath

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from minutes.pdf.fonts import FACES, FOLDER

BASE = "ec:/"
FONTS = f"{BASE}fonts/"


class Locked(URLFetcher):
    """Serves the fonts; everything else stops the press."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols={"ec"}, allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        name = PurePosixPath(url).name
        if url != FONTS + name or name not in FACES.values():
            raise FatalURLFetchingError(f"The press may not read {url}")
        return URLFetcherResponse(url, (FOLDER / name).read_bytes(), {"Content-Type": "font/ttf"})
