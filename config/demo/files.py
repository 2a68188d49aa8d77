"""The printed papers as uploads: read in the child once, taken from the first session later."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from papers.ingest.reading import ReadPdf, read_pdf
from papers.models import PaperVersion


def read_all(paths: list[Path]) -> dict[Path, ReadPdf]:
    """Read every file, those of a former session from what was read then."""
    known = _known(paths)
    new = [path for path in paths if path not in known]
    with ThreadPoolExecutor(2) as readers:
        return known | dict(zip(new, readers.map(_read, new), strict=True))


def _read(path: Path) -> ReadPdf:
    return read_pdf(path.read_bytes(), name=path.name)


def _known(paths: list[Path]) -> dict[Path, ReadPdf]:
    digests = {sha256(path.read_bytes()).hexdigest(): path for path in paths}
    versions = PaperVersion.objects.filter(sha256__in=digests).defer(None)
    return {digests[version.sha256]: _as_read(version) for version in versions}


def _as_read(version: PaperVersion) -> ReadPdf:
    """Lay both files of a version out again, as the child had left them."""
    folder = Path(mkdtemp(prefix="paper-"))
    for stored, name in ((version.original, "original.pdf"), (version.view, "view.pdf")):
        shutil.copyfile(stored.path, folder / name)
    return ReadPdf(
        name=version.name,
        sha256=version.sha256,
        size=version.size,
        boxes=version.page_boxes,
        texts=version.texts,
        is_signed=version.is_signed,
        has_old_fonts=version.has_old_fonts,
        folder=folder,
    )
