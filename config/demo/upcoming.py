"""The session after: still a draft, seen by chair and secretary alone."""

from datetime import date

from agendas.actions import add_item
from agendas.states import ItemKind
from config.demo.cast import lines
from config.demo.ground import BODY, at_day, person
from config.demo.session import PLACE
from core import clock
from meetings.actions import create_meeting
from meetings.models import Meeting
from people.models import Agency, Body

TITLE = "Phiên họp Chính phủ thường kỳ tháng 3/2020"
DAY = date(2020, 4, 1)


def plan_next_session() -> Meeting:
    """Plan the session of March with the matters that are known already."""
    with clock.at(at_day(date(2020, 2, 28), 9)):
        meeting = create_meeting(
            person("secretary"),
            Body.objects.get(code=BODY),
            title=TITLE,
            place=PLACE,
            starts_at=at_day(DAY, 8),
            ends_at=at_day(DAY, 11, 30),
            chair=person("chair"),
            secretary=person("secretary"),
        )
        for line in lines("upcoming.txt"):
            _put_on(meeting, *line.split(" | "))
    return meeting


def _put_on(meeting: Meeting, sponsor: str, kind: str, head: str, minutes: str, title: str) -> None:
    add_item(
        meeting.secretary,
        meeting,
        title=title,
        kind=ItemKind(kind),
        sponsor=Agency.objects.get(symbol=sponsor),
        rapporteur=person(head),
        minutes=int(minutes),
    )
