"""The facts of an agenda that leaves the house. Plain values: every writer says the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from core.dates import formal_time


@dataclass(frozen=True, kw_only=True)
class Officer:
    """Who chairs or records, with the office held at the meeting."""

    key: int
    name: str
    office: str = ""

    @property
    def named(self) -> str:
        return ", ".join(filter(None, (self.name, self.office)))


@dataclass(frozen=True, kw_only=True)
class Tabled:
    """A paper by its title and by what it is for."""

    title: str
    role: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """One item as the document tells it. ``starts`` is missing where no moment is planned.

    ``gone`` says that it was withdrawn or deferred, ``gone_for`` why; ``heading`` is there on the
    first item under a heading alone.
    """

    key: int
    label: str
    title: str
    kind: str
    sponsor: str
    sponsor_key: int | None
    rapporteur: str
    minutes: int
    starts: datetime | None
    ends: datetime | None
    restricted: bool
    gone: str
    gone_for: str
    papers: tuple["Tabled", ...]
    heading: str = ""

    @property
    def time(self) -> str:
        """Write “08 giờ 00 - 08 giờ 20”."""
        if self.starts is None or self.ends is None:
            return ""
        return f"{formal_time(self.starts)} - {formal_time(self.ends)}"

    @property
    def note(self) -> str:
        """Tell what stands under the title: the kind and the papers, or that the item is gone."""
        if self.gone:
            return ": ".join(filter(None, (self.gone, self.gone_for)))
        roles = ", ".join(dict.fromkeys(paper.role.lower() for paper in self.papers))
        return f"{self.kind}. Tài liệu: {roles}" if roles else self.kind

    @property
    def presented_by(self) -> str:
        return "; ".join(filter(None, (self.sponsor, self.rapporteur)))


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A meeting's agenda as one reader may have it."""

    meeting_key: int
    body_key: int
    body: str
    superior: str
    symbol: str
    issued_at: str
    title: str
    place: str
    starts_at: datetime
    ends_at: datetime | None
    chair: Officer | None  # not known of every meeting that was imported
    secretary: Officer
    version: str
    published_at: datetime | None
    is_draft: bool
    changed_at: datetime
    lines: tuple[Line, ...]
    closed_lines: tuple[Line, ...]

    @property
    def all_lines(self) -> tuple[Line, ...]:
        return self.lines + self.closed_lines

    @property
    def officers(self) -> dict[str, Officer]:
        """Return those who are known to chair and to record, by what they do."""
        known = {"chair": self.chair, "secretary": self.secretary}
        return {role: officer for role, officer in known.items() if officer}

    @property
    def recipients(self) -> tuple[str, ...]:
        """Return who gets the document, as the decree lists them."""
        return (f"Thành viên {self.body}", "Cơ quan trình các nội dung", "Lưu: VT, Hồ sơ")

    def texts(self) -> Iterator[tuple[str, str]]:
        """Give each text that is printed, with the name by which a person finds it."""
        for text in (self.title, self.body, self.superior, self.place, self.issued_at):
            yield self.title, text
        for officer in self.officers.values():
            yield officer.name, officer.named
        for line in self.all_lines:
            words = (line.heading, line.title, line.presented_by, line.note)
            yield line.title, "\n".join(words)
