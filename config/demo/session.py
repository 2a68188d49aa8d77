"""The demonstration's own session: the regular session of February 2020, ready to be opened."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial

from django.db import transaction

from agendas.actions import publish_agenda
from config.demo.cast import ABSENCE, ABSENT, OTHERS
from config.demo.desk import (
    DEFERRED,
    LATECOMER,
    WHY_LATE,
    Matter,
    check,
    consent,
    head,
    matters,
    put_on,
    put_under,
    take_over,
    take_papers,
)
from config.demo.files import read_all
from config.demo.ground import BODY, at_day, person
from config.demo.invitations import answer_steps, letter_steps, settle_notices
from config.demo.opinions import opinion_steps
from config.demo.planning import seat_session
from config.demo.printing import PaperText, papers_of, print_all
from config.demo.releasing import release_steps
from core import clock
from meetings.actions import create_meeting, invite, move_meeting
from meetings.models import Meeting, Participant
from meetings.states import Capacity, MeetingState
from papers.actions import table_paper
from papers.ingest.reading import ReadPdf
from papers.models import PaperRole
from people.models import Body

TITLE = "Phiên họp Chính phủ thường kỳ tháng 02/2020"
PLACE = "Trụ sở Chính phủ, số 16 Lê Hồng Phong, Ba Đình, Hà Nội"
DAY = date(2020, 3, 3)


ROLE = {
    "submission": PaperRole.SUBMISSION,
    "draft": PaperRole.DRAFT,
    "appendix": PaperRole.APPENDIX,
}
Step = tuple[datetime, Callable[[], object]]


def plan_session() -> Meeting:
    """Plan the session a fortnight ahead."""
    with clock.at(at_day(date(2020, 2, 17), 9)):
        return _planned()


def prepare_session(meeting: Meeting | None = None, *, papers: int = 12) -> Meeting:
    """Plan, publish and convene the session; give the first items of the agenda their papers."""
    meeting = meeting or plan_session()
    titles = {matter.folder: matter.title for matter in matters()}
    steps = [
        *letter_steps(meeting),
        *_agenda_steps(meeting),
        *answer_steps(meeting),
        *_paper_steps(meeting, matters()[:papers]),
        *opinion_steps(meeting, titles),
        *release_steps(meeting),
    ]
    for moment, deed in sorted(steps, key=lambda step: step[0]):
        with clock.at(moment), transaction.atomic():
            deed()
    meeting.refresh_from_db()
    settle_notices(meeting)
    return meeting


def _agenda_steps(meeting: Meeting) -> Iterator[Step]:
    """Tell when each matter goes on the agenda, when it is published, who is invited."""
    drafting = at_day(date(2020, 2, 17), 14)
    yield drafting - timedelta(minutes=5), partial(head, meeting)
    for order, matter in enumerate(matters()):
        if matter.folder not in {LATECOMER, DEFERRED}:
            yield drafting + timedelta(minutes=5 * order), partial(put_on, meeting, matter)
    yield drafting + timedelta(hours=2), partial(put_under, meeting)
    residence = next(matter for matter in matters() if matter.folder == DEFERRED)
    yield at_day(date(2020, 2, 20), 14), partial(take_over, meeting, residence)
    published = at_day(date(2020, 2, 24), 10)
    yield published - timedelta(minutes=30), partial(check, meeting)
    yield published, partial(publish_agenda, meeting.secretary, meeting)
    yield published, partial(_convene, meeting)
    yield from _late_steps(meeting)


def _late_steps(meeting: Meeting) -> Iterator[Step]:
    """Tell what came after the limit, and the chair's consent to it."""
    late = next(matter for matter in matters() if matter.folder == LATECOMER)
    yield at_day(date(2020, 2, 26), 14), partial(put_on, meeting, late, late_for=WHY_LATE)
    yield at_day(date(2020, 2, 27), 9), partial(consent, meeting, late)
    yield at_day(date(2020, 2, 28), 16), partial(take_papers, meeting)
    yield at_day(date(2020, 2, 28), 16, 30), partial(check, meeting)
    yield at_day(date(2020, 2, 28), 17), partial(publish_agenda, meeting.secretary, meeting)


def _paper_steps(meeting: Meeting, wanted: list[Matter]) -> Iterator[Step]:
    """Tell when each paper reached the secretariat."""
    texts = [(matter, paper) for matter in wanted for paper in papers_of(matter.folder)]
    shelf = print_all(paper for _matter, paper in texts)
    files = read_all(list(shelf.values()))
    for matter, paper in texts:
        yield _tabling(paper), partial(_table, meeting, matter, paper, files[shelf[paper]])


def arrival(text: PaperText) -> datetime:
    """Tell when the secretariat received a paper: the day on its submission, in the afternoon."""
    sheet = PaperText(text.folder, "submission").sheet
    words = sheet.facts["place"].split()
    day = date(int(words[-1]), int(words[-3]), int(words[-5]))
    kinds = ("submission", "draft", "appendix")
    return at_day(day, 15) + timedelta(minutes=4 * kinds.index(text.kind))


def _tabling(text: PaperText) -> datetime:
    """Tell when a paper was laid: not before its item was on the agenda."""
    there = {LATECOMER: date(2020, 2, 26), DEFERRED: date(2020, 2, 20)}.get(text.folder)
    earliest = at_day(there, 15) if there else arrival(text)
    return max(arrival(text), earliest)


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
