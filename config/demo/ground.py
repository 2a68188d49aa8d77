"""The ground of the demonstration: agencies, the body and its rules, sites, persons and roles."""

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

from agendas.models import OrderRule
from agendas.submissions.checklist import lay_checklist
from config.demo.cast import (
    ABSENCE,
    ABSENT,
    CLERKS,
    MEMBERS,
    OFFICES,
    OTHERS,
    PROVINCES,
    Clerk,
    Part,
)
from core import clock
from core.text import fold
from meetings.legal import give_usual_deadlines
from meetings.models import BodyCalendar, RuleSet, Site
from meetings.public_holidays import calendar_of_country, fill
from people.actions import (
    add_person,
    appoint_assistant,
    give_post,
    grant_role,
    name_substitute,
    seat_person,
)
from people.models import Agency, Body, Membership, Person, Role, RoleGrant

BODY = "chinh-phu"
SINCE = date(2016, 4, 9)
YEARS = range(2017, 2028)
ADMIN = ("admin", "Vi Thành Công")
ASSISTED = "member01"
ROLES = {
    "chair": Role.CHAIR,
    "secretary": Role.SECRETARY,
    "operator": Role.OPERATOR,
    "archivist": Role.ARCHIVIST,
}
LAW = "Luật Tổ chức Chính phủ số 76/2015/QH13"


def lay_ground() -> Body:
    """Make everything that has to be there before the first session."""
    with clock.at(at_day(SINCE)):
        body = _body()
        _calendar(body)
        admin = _administrator(body)
        _agencies()
        _sites(body)
        for part in (*MEMBERS, *OTHERS):
            _enter(admin, body, part)
        for order, part in enumerate(MEMBERS):
            _seat(admin, body, part, order)
        for clerk in CLERKS:
            _post(admin, body, clerk)
        lay_checklist(body, starts=SINCE)
        for name, role in ROLES.items():
            grant_role(admin, body, person=person(name), role=role, starts=SINCE)
        _assistant(admin, body)
    with clock.at(at_day(date(2020, 2, 21), 15)):
        name_stand_in(ABSENT, starts=date(2020, 3, 3), reason=ABSENCE)
    return body


def _assistant(admin: Person, body: Body) -> None:
    seat = Membership.objects.get(person__username=ASSISTED, body=body)
    appoint_assistant(admin, seat, person=person("assistant"), starts=SINCE)


def name_stand_in(member: str, *, starts: date, reason: str) -> None:
    """Let the demonstration's substitute come in a member's stead on one day."""
    seat = Membership.objects.get(person__username=member, body__code=BODY)
    stand_in = next(part for part in OTHERS if part.username == "substitute")
    name_substitute(
        seat.person,
        seat,
        substitute=person("substitute"),
        office=stand_in.office,
        starts=starts,
        ends=starts,
        reason=reason,
    )


def person(username: str) -> Person:
    return Person.objects.get(username=username)


def at_day(day: date, hour: int = 8, minute: int = 0) -> datetime:
    """Return a moment of that day in Việt Nam."""
    return datetime(
        day.year, day.month, day.day, hour, minute, tzinfo=timezone.get_default_timezone()
    )


def _body() -> Body:
    body = Body.objects.create(
        code=BODY, name="Chính phủ", name_en="The Government", symbol="CP", place="Hà Nội"
    )
    RuleSet.objects.create(
        body=body,
        starts=date(2016, 1, 1),
        source=LAW,
        quorum_article="khoản 1 Điều 46",
        majority_article="khoản 2 Điều 46",
        tie_article="khoản 2 Điều 46",
    )
    OrderRule.objects.create(
        body=body, starts=date(2020, 3, 1), keys=["late", "kind", "agency", "title"]
    )
    return body


def _calendar(body: Body) -> None:
    """Let the body follow the calendar of Việt Nam, and give it the usual time limits."""
    calendar = calendar_of_country("VN")
    for year in YEARS:
        fill(calendar, year)
    BodyCalendar.objects.create(body=body, calendar=calendar)
    give_usual_deadlines(body, SINCE)


def _administrator(body: Body) -> Person:
    """Make the first administrator by hand; all others come through him."""
    username, name = ADMIN
    admin = Person.objects.create_user(username, settings.DEMO_PASSWORD, full_name=name)
    RoleGrant.objects.create(body=body, person=admin, role=Role.ADMINISTRATOR, starts=SINCE)
    return admin


def _agencies() -> None:
    Agency.objects.bulk_create(
        Agency(
            code=office.code,
            name=office.name,
            name_en=office.name_en,
            short_name=office.short,
            short_name_en=office.short_en,
            symbol=office.symbol,
            order=order,
        )
        for order, office in enumerate(OFFICES, start=1)
    )


def _sites(body: Body) -> None:
    seat = Site(
        body=body,
        code="TSCP",
        name="Trụ sở Chính phủ",
        name_en="Seat of the Government",
        is_seat=True,
    )
    remote = [
        Site(body=body, code=p.code, name=p.name, name_en=_plain(p.name), order=int(p.number))
        for p in PROVINCES
    ]
    Site.objects.bulk_create([seat, *remote])


def _plain(name: str) -> str:
    """Write a name as English texts do: without marks, each word with a capital."""
    known = {"Hà Nội": "Ha Noi", "Thành phố Hồ Chí Minh": "Ho Chi Minh City"}
    return known.get(name) or fold(name).title()


def _post(admin: Person, body: Body, clerk: Clerk) -> None:
    """Let a clerk lodge submissions for the agency."""
    _enter(admin, body, clerk)
    give_post(
        admin,
        body,
        person=person(clerk.username),
        agency=Agency.objects.get(symbol=clerk.agency),
        office=clerk.office,
        starts=SINCE,
    )


def _enter(admin: Person, body: Body, part: Part | Clerk) -> None:
    add_person(
        admin,
        body,
        username=part.username,
        password=settings.DEMO_PASSWORD,
        full_name=part.name,
        email=f"{part.username}@nghisu.example",
    )


def _seat(admin: Person, body: Body, part: Part, order: int) -> None:
    seat_person(
        admin,
        body,
        person=person(part.username),
        office=part.office,
        office_en=part.office_en,
        agency=Agency.objects.filter(symbol=part.agency).first() if part.agency else None,
        starts=SINCE,
        presides=part.username == "chair",
        order=order,
    )
