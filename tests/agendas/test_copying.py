"""A new session from a past one: who, where, and as much of the agenda as is chosen."""

from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agendas.actions import copy_session, grant_sight, invite_for_item, withdraw_item
from agendas.models import OrderRule, Section
from agendas.policies import persons_who_see
from core.errors import NotAllowed
from core.workdays import day_of
from meetings.actions import create_series, invite, plan_series
from meetings.models import Meeting, Site
from meetings.states import Capacity, MeetingState
from people.models import Person


def at(day, hour=8):
    return datetime.combine(day, time(hour), tzinfo=timezone.get_default_timezone())


NEXT = date(2027, 1, 5)


@pytest.fixture
def source(cabinet):
    """A convened session with headings, three open items and a restricted one."""
    start = at(date(2026, 12, 3))
    meeting = cabinet.meeting(
        "Phiên thường kỳ tháng 11/2026", starts_at=start, ends_at=start + timedelta(hours=3)
    )
    opening = Section.objects.create(meeting=meeting, name="Khai mạc", order=1)
    matters = Section.objects.create(meeting=meeting, name="Nội dung", order=2)
    for title, section in (
        ("Tình hình tháng 11/2026", opening),
        ("Dự án luật", matters),
        ("Giải ngân đầu tư công tháng 12/2026", matters),
    ):
        item = cabinet.item(meeting, title, minutes=15)
        item.section = section
        item.save()
    secret = cabinet.item(meeting, "Nhân sự", restricted=True)
    grant_sight(cabinet.secretary, secret, person=cabinet.finance)
    return meeting


def copied(cabinet, source, **changes):
    facts = {
        "title": "Phiên thường kỳ tháng {previous_month}/{year_of_previous_month}",
        "place": source.place,
        "starts_at": at(NEXT),
        "ends_at": at(NEXT, 11),
        "chair": cabinet.chair,
        "secretary": cabinet.secretary,
        **changes,
    }
    return copy_session(cabinet.secretary, source, **facts)


def test_the_people_and_the_sites_come_with_it(cabinet, source):
    province = Site.objects.create(body=cabinet.body, code="QNA", name="Quảng Nam", order=1)
    source.participants.filter(person=cabinet.health).update(site=province)
    expert, typist, guest, stand_in = map(cabinet.person, ("expert", "typist", "guest", "stand_in"))
    for person, capacity in ((expert, Capacity.INVITEE), (typist, Capacity.STAFF)):
        invite(cabinet.secretary, source, person=person, capacity=capacity, office="Vụ trưởng")
    invite(
        cabinet.secretary,
        source,
        person=stand_in,
        capacity=Capacity.SUBSTITUTE,
        stands_for=cabinet.participant(source, cabinet.transport),
        reason="Công tác",
    )
    invite_for_item(cabinet.secretary, source.items.get(title="Dự án luật"), person=guest)

    meeting = copied(cabinet, source)

    there = {place.person.username: place for place in meeting.participants.all()}
    assert set(there) == {
        *("chair", "finance", "health", "justice", "transport"),
        *("secretary", "expert", "typist"),
    }
    assert there["expert"].office == "Vụ trưởng"
    assert there["health"].site == province
    assert there["transport"].attendance == "expected"
    assert meeting.title == "Phiên thường kỳ tháng 12/2026"
    assert meeting.state == MeetingState.DRAFT
    assert cabinet.heard(meeting) == [
        *("meeting.created", "participant.invited", "participant.invited", "meeting.copied"),
    ]


def test_who_may_no_longer_sign_in_is_not_invited_again(cabinet, source):
    expert = cabinet.person("expert")
    invite(cabinet.secretary, source, person=expert, capacity=Capacity.INVITEE)
    Person.objects.filter(pk=expert.pk).update(is_active=False)

    assert not copied(cabinet, source).participants.filter(person=expert).exists()


def test_headings_and_chosen_items_come_again_as_new_matters(cabinet, source):
    chosen = source.items.exclude(title="Dự án luật")

    meeting = copied(cabinet, source, headings=True, items=list(chosen))

    lines = [(i.label, i.title, i.section and i.section.name) for i in meeting.items.all()]
    assert lines == [
        ("1", "Tình hình tháng 12/2026", "Khai mạc"),
        ("2", "Giải ngân đầu tư công tháng 01/2027", "Nội dung"),
        ("H1", "Nhân sự", None),
    ]
    assert [section.order for section in meeting.sections.all()] == [1, 2]
    old = set(source.items.values_list("matter", flat=True))
    assert not old & set(meeting.items.values_list("matter", flat=True))
    assert meeting.items.get(title__startswith="Tình").minutes == 15
    assert not persons_who_see(meeting.items.get(restricted=True)).exists()
    assert "agenda.filled" in cabinet.heard(meeting)


def test_what_was_withdrawn_stays_behind(cabinet, source):
    law = source.items.get(title="Dự án luật")
    withdraw_item(cabinet.secretary, law, reason="Cần bổ sung")

    meeting = copied(cabinet, source, items=list(source.items.all()))

    assert not meeting.items.filter(title="Dự án luật").exists()
    assert not meeting.sections.exists(), "headings are not asked for"


def test_only_who_prepares_the_body_s_meetings_copies_one(cabinet, source):
    meeting = cabinet.convene(source)
    for person in (cabinet.finance, cabinet.stranger(), cabinet.superuser()):
        with pytest.raises(NotAllowed):
            copy_session(
                person,
                meeting,
                title="?",
                place="?",
                starts_at=at(NEXT),
                ends_at=None,
                chair=cabinet.chair,
                secretary=cabinet.secretary,
            )
    assert Meeting.objects.count() == 1


def test_a_numbered_session_is_followed_by_the_next_number(cabinet, client):
    series = create_series(
        cabinet.secretary,
        cabinet.body,
        title="Phiên thứ {number}/{year}",
        place="Hà Nội",
        rhythm="workday",
        nth=1,
        chair=cabinet.chair,
        secretary=cabinet.secretary,
        is_numbered=True,
        starts=timezone.localdate(),
    )
    until = timezone.localdate() + timedelta(days=70)
    first = plan_series(cabinet.secretary, series, until)[0]
    client.force_login(cabinet.secretary)
    assert "Phiên thứ {number}/{year}" in client.get(door(first)).content.decode()

    meeting = copied(cabinet, first, title=series.title, starts_at=first.starts_at, ends_at=None)

    last = first.session_number.number
    last = max(n.number for n in cabinet.body.session_numbers.filter(year=first.starts_at.year))
    assert meeting.session_number.number == last
    assert meeting.title == f"Phiên thứ {last:02d}/{day_of(first.starts_at).year}"


# --- the page ---------------------------------------------------------------------------------


def door(meeting):
    return reverse("agendas:copy", args=[meeting.pk])


def test_the_page_offers_a_pattern_a_working_day_and_the_items(cabinet, source, client):
    cabinet.working_calendar(2026, 2027)
    client.force_login(cabinet.secretary)
    assert door(source) in client.get(reverse("meetings:page", args=[source.pk])).content.decode()

    page = client.get(door(source)).content.decode()
    assert "Phiên thường kỳ tháng {previous_month}/{year_of_previous_month}" in page
    assert "H1. Nhân sự" in page
    assert page.count("button filled") == 1

    facts = {
        "title": "Phiên họp tháng {month}/{year}",
        "day": "2027-01-05",
        "begins": "08:00",
        "ends": "",
        "place": "Hà Nội",
        "chair": cabinet.chair.pk,
        "secretary": cabinet.secretary.pk,
        "headings": "on",
        "items": [source.items.get(title="Dự án luật").pk],
    }
    bad = client.post(door(source), facts | {"title": "Phiên {number}", "items": [0]})
    assert bad.status_code == 422
    assert "id_title_error" in bad.content.decode()
    answer = client.post(door(source), facts)
    meeting = Meeting.objects.exclude(pk=source.pk).get()
    assert answer.url == reverse("agendas:agenda", args=[meeting.pk])
    assert meeting.title == "Phiên họp tháng 01/2027"
    assert meeting.items.get().section.name == "Nội dung"


def test_it_speaks_english(cabinet, source, client):
    client.force_login(cabinet.secretary)
    client.cookies["django_language"] = "en"

    page = client.get(door(source)).content.decode()

    assert "A new session from this one" in page
    assert "Items that come again" in page


def test_where_a_rule_orders_items_each_stands_under_its_heading(cabinet, source):
    OrderRule.objects.create(body=cabinet.body, keys=["kind"], starts=date(2016, 1, 1))
    first = source.items.get(title="Tình hình tháng 11/2026")
    first.kind = "information"
    first.save()

    meeting = copied(cabinet, source, headings=True, items=source.items.all())

    items = meeting.items.filter(restricted=False).order_by("position")
    assert [item.section.order for item in items] == [1, 2, 2]
    assert items[0].title.startswith("Tình hình")
    assert meeting.items.get(restricted=True).section is None
