"""The secretariat's desk of the demonstration: the matters of the session, put on and arranged."""

from dataclasses import dataclass
from functools import cache

from agendas.actions import (
    add_item,
    add_section,
    check_item,
    consent_to_late,
    edit_item,
    grant_sight,
    move_item,
    move_to_section,
)
from agendas.models import Section
from agendas.states import ItemKind
from config.demo.cast import lines
from config.demo.ground import person
from meetings.models import Meeting
from papers.actions import take_late_papers, waiting_under
from people.models import Agency

LATECOMER = "03-mekong-drought"
DEFERRED = "09-residence-law"
WHY_LATE = "Xâm nhập mặn vượt dự báo ngày 25/02; cần quyết định trước cao điểm giữa tháng 3."
HEADINGS = {
    "adoption": ("Thông qua không thảo luận", "Adoption without debate"),
    "debate": ("Thảo luận và quyết định", "Debate and decision"),
    "information": ("Báo cáo, thông tin", "Reports and information"),
}
RESTRICTED = "12-inspection"
MAY_SEE = [
    "member01", "member02", "member03", "member04", "member05", "member07", "member08",
    "member09", "member11", "member16", "member25", "member26",
]  # fmt: skip


@dataclass(frozen=True)
class Matter:
    """One item of the session, with the folder of its papers."""

    folder: str
    kind: str
    sponsor: str
    rapporteur: str
    minutes: int
    title: str
    summary: str


@cache
def matters() -> list[Matter]:
    return [_matter(*line.split(" | ")) for line in lines("items.txt")]


def _matter(folder: str, kind: str, sponsor: str, head: str, minutes: str, *words: str) -> Matter:
    title, summary = words
    return Matter(folder, kind, sponsor, head, int(minutes), title, summary)


@cache
def sub_matters() -> list[Matter]:
    """Read the sub-items, each with the folder of the item it is under."""
    return [_matter(*line.split(" | ")) for line in lines("sub-items.txt")]


def head(meeting: Meeting) -> None:
    """Give the agenda its three headings."""
    for name, name_en in HEADINGS.values():
        add_section(meeting.secretary, meeting, name=name, name_en=name_en)


def put_on(meeting: Meeting, matter: Matter, late_for: str = "") -> None:
    """Put a matter on the agenda under its heading, with who may see it if it is restricted."""
    restricted = matter.folder == RESTRICTED
    item = add_item(
        meeting.secretary,
        meeting,
        title=matter.title,
        kind=ItemKind(matter.kind),
        summary=matter.summary,
        sponsor=Agency.objects.get(symbol=matter.sponsor),
        rapporteur=person(matter.rapporteur),
        minutes=matter.minutes,
        restricted=restricted,
        section=None if restricted else _heading(meeting, matter),
        late_for=late_for,
    )
    for name in MAY_SEE if restricted else ():
        grant_sight(meeting.secretary, item, person=person(name))


def _heading(meeting: Meeting, matter: Matter) -> Section:
    name, _name_en = HEADINGS.get(matter.kind, HEADINGS["debate"])
    return meeting.sections.get(name=name)


def put_under(meeting: Meeting) -> None:
    """Put the sub-items under their items."""
    titles = {matter.folder: matter.title for matter in matters()}
    for matter in sub_matters():
        add_item(
            meeting.secretary,
            meeting,
            title=matter.title,
            kind=ItemKind(matter.kind),
            summary=matter.summary,
            sponsor=Agency.objects.get(symbol=matter.sponsor),
            rapporteur=person(matter.rapporteur),
            minutes=matter.minutes,
            parent=meeting.items.get(title=titles[matter.folder]),
        )


def take_over(meeting: Meeting, matter: Matter) -> None:
    """Prepare the matter that the session before deferred; put it on where none was told."""
    item = meeting.items.filter(title=matter.title).select_related("meeting").first()
    if item is None:
        put_on(meeting, matter)
        return
    move_to_section(meeting.secretary, item, _heading(meeting, matter))
    before = meeting.items.get(title=matters()[7].title, parent=None)
    move_item(meeting.secretary, item, to=before.position + 1)
    edit_item(meeting.secretary, item, summary=matter.summary, minutes=matter.minutes)


def check(meeting: Meeting) -> None:
    """Find every item formally in order that is not yet."""
    for item in meeting.items.filter(checked_at=None).select_related("meeting"):
        check_item(meeting.secretary, item)


def consent(meeting: Meeting, matter: Matter) -> None:
    """Let the chair take the item that came late."""
    item = meeting.items.select_related("meeting").get(title=matter.title)
    consent_to_late(meeting.presiding, item)


def take_papers(meeting: Meeting) -> None:
    """Let the chair take the papers that came late."""
    for item in meeting.items.select_related("meeting"):
        if waiting_under(item):
            take_late_papers(meeting.presiding, item)
