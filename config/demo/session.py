"""The demonstration's own session: the regular session of February 2020, ready to be opened."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, partial

from django.db import transaction

from agendas.actions import add_item, grant_sight, publish_agenda
from agendas.states import ItemKind
from config.demo.cast import ABSENCE, ABSENT, OTHERS, lines
from config.demo.files import read_all
from config.demo.ground import BODY, at_day, person
from config.demo.planning import seat_session
from config.demo.printing import PaperText, papers_of, print_all
from core import clock
from meetings.actions import create_meeting, invite, move_meeting
from meetings.models import Meeting, Participant
from meetings.states import Capacity, MeetingState
from papers.actions import table_paper
from papers.ingest.reading import ReadPdf
from papers.models import PaperRole
from people.models import Agency, Body

TITLE = "Phiên họp Chính phủ thường kỳ tháng 02/2020"
PLACE = "Trụ sở Chính phủ, số 16 Lê Hồng Phong, Ba Đình, Hà Nội"
DAY = date(2020, 3, 3)
LATECOMER = "03-mekong-drought"
RESTRICTED = "12-inspection"
MAY_SEE = [
    "member01", "member02", "member03", "member04", "member05", "member07", "member08",
    "member09", "member11", "member16", "member25", "member26",
]  # fmt: skip


ROLE = {
    "submission": PaperRole.SUBMISSION,
    "draft": PaperRole.DRAFT,
    "appendix": PaperRole.APPENDIX,
}
Step = tuple[datetime, Callable[[], object]]


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


def prepare_session(*, papers: int = 12) -> Meeting:
    """Plan, publish and convene the session; give the first items of the agenda their papers."""
    with clock.at(at_day(date(2020, 2, 17), 9)):
        meeting = _planned()
    steps = [*_agenda_steps(meeting), *_paper_steps(meeting, matters()[:papers])]
    for moment, deed in sorted(steps, key=lambda step: step[0]):
        with clock.at(moment), transaction.atomic():
            deed()
    meeting.refresh_from_db()
    return meeting


def _agenda_steps(meeting: Meeting) -> Iterator[Step]:
    """Tell when each matter goes on the agenda, when it is published, who is invited."""
    drafting = at_day(date(2020, 2, 17), 14)
    for order, matter in enumerate(matters()):
        if matter.folder != LATECOMER:
            yield drafting + timedelta(minutes=5 * order), partial(_put_on, meeting, matter)
    published = at_day(date(2020, 2, 24), 10)
    yield published, partial(publish_agenda, meeting.secretary, meeting)
    yield published, partial(_convene, meeting)
    late = next(matter for matter in matters() if matter.folder == LATECOMER)
    yield at_day(date(2020, 2, 24), 14), partial(_put_on, meeting, late, position=3)
    yield at_day(date(2020, 2, 28), 17), partial(publish_agenda, meeting.secretary, meeting)


def _paper_steps(meeting: Meeting, wanted: list[Matter]) -> Iterator[Step]:
    """Tell when each paper reached the secretariat."""
    texts = [(matter, paper) for matter in wanted for paper in papers_of(matter.folder)]
    shelf = print_all(paper for _matter, paper in texts)
    files = read_all(list(shelf.values()))
    for matter, paper in texts:
        yield arrival(paper), partial(_table, meeting, matter, paper, files[shelf[paper]])


def arrival(text: PaperText) -> datetime:
    """Tell when the secretariat received a paper: the day on its submission, in the afternoon."""
    sheet = PaperText(text.folder, "submission").sheet
    words = sheet.facts["place"].split()
    day = date(int(words[-1]), int(words[-3]), int(words[-5]))
    kinds = ("submission", "draft", "appendix")
    return at_day(day, 15) + timedelta(minutes=4 * kinds.index(text.kind))


def _planned() -> Meeting:
    return create_meeting(
        person("secretary"),
        Body.objects.get(code=BODY),
        title=TITLE,
        place=PLACE,
        starts_at=at_day(DAY, 8),
        ends_at=at_day(DAY, 11, 30),
        chair=person("chair"),
        secretary=person("secretary"),
    )


def _put_on(meeting: Meeting, matter: Matter, position: int | None = None) -> None:
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
        position=position,
    )
    for name in MAY_SEE if restricted else ():
        grant_sight(meeting.secretary, item, person=person(name))


def _convene(meeting: Meeting) -> None:
    move_meeting(meeting.secretary, meeting, MeetingState.CONVENED)
    _invite_others(meeting)


def _invite_others(meeting: Meeting) -> None:
    others = {part.username: part for part in OTHERS}
    absent = Participant.objects.get(meeting=meeting, person__username=ABSENT)
    substitute, guest = others["substitute"], others["guest"]
    invite(
        meeting.secretary,
        meeting,
        person=person("substitute"),
        capacity=Capacity.SUBSTITUTE,
        office=substitute.office,
        office_en=substitute.office_en,
        stands_for=absent,
        reason=ABSENCE,
    )
    invite(
        meeting.secretary,
        meeting,
        person=person("guest"),
        capacity=Capacity.INVITEE,
        office=guest.office,
        office_en=guest.office_en,
    )
    seat_session(meeting)


def _table(meeting: Meeting, matter: Matter, text: PaperText, file: ReadPdf) -> None:
    item = meeting.items.get(title=matter.title)
    table_paper(meeting.secretary, item, title=text.title[:300], file=file, role=ROLE[text.kind])
