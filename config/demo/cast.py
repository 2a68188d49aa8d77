"""Who plays in the demonstration. The offices are those of 2020; every person is invented."""

from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True)
class Office:
    """A ministry or agency: symbol on documents, edXML number, names."""

    symbol: str
    number: int
    name: str
    name_en: str
    short: str
    short_en: str

    @property
    def code(self) -> str:
        return f"000.00.00.G{self.number:02}"


@dataclass(frozen=True)
class Part:
    """A person of the demonstration and the office he or she comes from."""

    username: str
    name: str
    office: str
    office_en: str
    agency: str = ""


@dataclass(frozen=True)
class Clerk:
    """Somebody who lodges submissions for an agency."""

    username: str
    name: str
    office: str
    agency: str


@dataclass(frozen=True)
class Province:
    """One of the 63 provinces and cities of 2020, each a remote site."""

    number: str
    code: str
    name: str


def _offices() -> list[Office]:
    rows = [line.split(" | ") for line in lines("agencies.txt")]
    return [Office(row[0], int(row[1]), *row[2:]) for row in rows]


def _provinces() -> list[Province]:
    return [Province(*line.split(maxsplit=2)) for line in lines("provinces.txt")]


def _parts(name: str) -> list[Part]:
    return [Part(*line.split(" | ")) for line in lines(name)]


def lines(name: str) -> list[str]:
    text = (DATA / name).read_text("utf-8")
    return [line.strip() for line in text.splitlines() if line.strip()]


OFFICES = _offices()
PROVINCES = _provinces()
MEMBERS = _parts("members.txt")
OTHERS = _parts("others.txt")
CLERKS = [Clerk(*line.split(" | ")) for line in lines("clerks.txt")]

ABSENT = "member19"
ABSENCE = "Dự Hội nghị Bộ trưởng Văn hóa ASEAN tại Băng Cốc"
REMOTE = {"member03": "H29", "member13": "H13", "member14": "H17", "member20": "H47"}
"""Members who take part from a remote site, by the code of the site."""
