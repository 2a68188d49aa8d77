"""A house to measure in: a body, its members, a meeting in session."""

from dataclasses import dataclass
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

SINCE = date(2016, 1, 1)


def prepare() -> None:
    """Set Django up on the empty data folder."""
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)
    call_command("migrate", verbosity=0)


def dress() -> None:
    """Build what pages need besides the database: catalogues and static files."""
    from django.core.management import call_command

    call_command("build_messages")
    call_command("collectstatic", interactive=False, verbosity=0)


@dataclass
class World:
    """Who and what a bench may use."""

    body: Any
    chair: Any
    secretary: Any
    members: list[Any]
    meeting: Any


def lay(
    *, members: int = 27, items: int = 12, in_session: bool = True, code: str = "chinh-phu"
) -> World:
    """Lay a world with so many voting members (the chair is the first) and agenda items."""
    from agendas.actions import add_item, publish_agenda
    from meetings.actions import create_meeting, move_meeting
    from meetings.states import MeetingState

    body, people, secretary = _body(members, code)
    from django.utils import timezone

    start = timezone.now() + timedelta(hours=1)
    facts = {"title": "Phiên họp thường kỳ", "place": "Hà Nội", "chair": people[0]}
    facts |= {"secretary": secretary, "starts_at": start, "ends_at": start + timedelta(hours=4)}
    meeting = create_meeting(secretary, body, **facts)
    for number in range(items):
        add_item(
            secretary, meeting, title=f"Dự án Luật số {number + 1} sửa đổi, bổ sung một số điều"
        )
    publish_agenda(secretary, meeting, unchecked_for="Hồ sơ rà soát sau")
    if in_session:
        move_meeting(secretary, meeting, MeetingState.CONVENED)
        meeting.participants.filter(has_vote=True).update(attendance="present")
        meeting = move_meeting(people[0], meeting, MeetingState.IN_SESSION)
    return World(body, people[0], secretary, people, meeting)


def session_of(person: Any) -> str:
    """Sign a person in and return the key of the session."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def _body(members: int, code: str) -> tuple[Any, list[Any], Any]:
    from meetings.models import RuleSet, Site
    from people.models import Agency, Body, Membership, Person, Role, RoleGrant

    body = Body.objects.create(name="Chính phủ", name_en="Government", code=code, symbol="CP")
    articles = dict.fromkeys(("quorum_article", "majority_article", "tie_article"), "Điều 46")
    RuleSet.objects.create(
        body=body, starts=SINCE, source="Luật Tổ chức Chính phủ 2015", **articles
    )
    Site.objects.create(body=body, code="TSCP", name="Trụ sở Chính phủ", is_seat=True)
    agency = Agency.objects.create(name="Bộ Tài chính", code=code, short_name="BTC", symbol="BTC")
    people = Person.objects.bulk_create(
        Person(username=f"{code}-member{n}", full_name=f"Nguyễn Văn Thành Viên {n}", password="!")
        for n in range(members)
    )
    secretary = Person.objects.create(
        username=f"{code}-secretary", full_name="Lê Thư Ký", password="!"
    )
    Membership.objects.bulk_create(
        Membership(
            body=body, person=person, agency=agency, office="Bộ trưởng Bộ Tài chính",
            presides=order == 0, order=order, starts=SINCE,
        )
        for order, person in enumerate(people)
    )  # fmt: skip
    for person, role in ((people[0], Role.CHAIR), (secretary, Role.SECRETARY)):
        RoleGrant.objects.create(body=body, person=person, role=role, starts=SINCE)
    return body, list(people), secretary
