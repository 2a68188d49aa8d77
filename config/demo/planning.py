"""What the secretariat keeps for the year: the room, a template, the programme, the series."""

from datetime import date, time

from agendas.actions import confirm_entry, make_template, move_entry, register_entry
from agendas.actions.skeleton import Part
from agendas.states import EntryState, ItemKind
from config.demo.cast import lines
from config.demo.ground import BODY, at_day, person
from core import clock
from meetings.actions import create_series, draw_room, plan_series, seat_meeting
from meetings.models import Meeting, Room, Series, Site
from meetings.states import Rhythm
from people.models import Agency, Body

YEAR = 2020
ROOM = "Phòng họp Chính phủ"
DRAWING = """\
oooooHooooo
o#########o
o#########o
o#########o
ooooooooooo
....b.b...."""
PLACE = "Trụ sở Chính phủ, số 16 Lê Hồng Phong, Ba Đình, Hà Nội"
SERIES = "Phiên họp Chính phủ thường kỳ tháng {previous_month}/{year_of_previous_month}"
TEMPLATE = "Phiên họp Chính phủ thường kỳ"
MONTHLY = "tháng {previous_month}/{year_of_previous_month}"
DELAYED = "Nghị định về tự chủ của cơ sở giáo dục đại học"


def draw_the_room() -> Room:
    """Draw the room of the Government, with 30 seats."""
    site = Site.objects.get(body__code=BODY, is_seat=True)
    with clock.at(at_day(date(2019, 6, 3), 9)):
        return draw_room(
            person("secretary"), site, name=ROOM, name_en="Government room", drawing=DRAWING
        )


def seat_session(meeting: Meeting) -> None:
    """Seat the people of a session in the room of the Government."""
    seat_meeting(meeting.secretary, meeting, Room.objects.get(name=ROOM))


def keep_template() -> None:
    """Keep the agenda of a regular session."""
    agency = {agency.symbol: agency for agency in Agency.objects.all()}
    parts = [
        Part(title="Nội dung thông qua không thảo luận", is_heading=True),
        Part(title="Kinh tế - xã hội", is_heading=True),
        Part(
            title=f"Tình hình kinh tế - xã hội {MONTHLY}",
            kind=ItemKind.DISCUSSION,
            sponsor=agency["BKHĐT"],
            minutes=30,
        ),
        Part(
            title=f"Tình hình giải ngân vốn đầu tư công {MONTHLY}",
            kind=ItemKind.DISCUSSION,
            sponsor=agency["BTC"],
            minutes=20,
        ),
        Part(title="Dự án luật, nghị định", is_heading=True),
        Part(title="Báo cáo", is_heading=True),
        Part(
            title=f"Công tác cải cách hành chính, Chính phủ điện tử {MONTHLY}",
            kind=ItemKind.INFORMATION,
            sponsor=agency["VPCP"],
        ),
    ]
    with clock.at(at_day(date(2019, 12, 16), 9)):
        body = Body.objects.get(code=BODY)
        make_template(person("secretary"), body, name=TEMPLATE, parts=parts)


def keep_programme() -> None:
    """Register the matters of the year; one of them is moved to a later month."""
    body = Body.objects.get(code=BODY)
    with clock.at(at_day(date(2019, 11, 18), 9)):
        for line in lines("programme.txt"):
            _register(body, *line.split(" | "))
    delayed = body.programme.get(title=DELAYED)
    with clock.at(at_day(date(2020, 2, 20), 10)):
        move_entry(
            person("secretary"),
            delayed,
            year=YEAR,
            month=7,
            reason="Chờ ý kiến thẩm định của Bộ Tư pháp",
        )


def keep_series() -> Series:
    """Set up the series of regular sessions, on the first working day of each month."""
    with clock.at(at_day(date(2020, 2, 28), 10)):
        return create_series(
            person("secretary"),
            Body.objects.get(code=BODY),
            title=SERIES,
            place=PLACE,
            rhythm=Rhythm.WORKDAY,
            nth=1,
            begins=time(8),
            minutes=210,
            chair=person("chair"),
            secretary=person("secretary"),
            starts=date(YEAR, 5, 1),
        )


def plan_the_next(series: Series) -> None:
    """Plan the sessions of the next months, as drafts."""
    with clock.at(at_day(date(2020, 2, 28), 10, 30)):
        plan_series(person("secretary"), series, date(YEAR, 6, 30))


def _register(body: Body, month: str, sponsor: str, state: str, kind: str, title: str) -> None:
    entry = register_entry(
        person("secretary"),
        body,
        year=YEAR,
        month=int(month),
        title=title,
        agency=Agency.objects.get(symbol=sponsor),
        kind=kind,
    )
    if state == EntryState.CONFIRMED:
        confirm_entry(person("secretary"), entry)
