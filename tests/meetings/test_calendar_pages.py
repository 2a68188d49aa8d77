"""The page of the working calendar, as the administrator of a body uses it, in both languages."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from meetings.actions import follow_calendar
from meetings.models import Deadline, DeadlineCode, WorkCalendar
from people.models import Body


@pytest.fixture
def admin(cabinet, client):
    client.force_login(cabinet.admin)
    return client


def door(cabinet, name="calendar", *more):
    return reverse(f"meetings:{name}", args=[cabinet.body.pk, *more])


def read(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_year_shows_its_holidays_and_make_up_days(cabinet, admin):
    cabinet.working_calendar(2026)

    page = read(admin, door(cabinet) + "?year=2026")

    assert "Lịch làm việc" in page
    assert "Mùng hai Tết Nguyên Đán" in page
    assert "thứ Bảy, Chủ nhật" in page
    assert page.count('<table class="month">') == 12
    assert page.count('class="day make-up') == 2, "the key and 22/08/2026"
    assert page.count("button filled") == 1


def test_it_speaks_english(cabinet, admin):
    cabinet.working_calendar(2026)
    admin.cookies["django_language"] = "en"

    page = read(admin, door(cabinet) + "?year=2026")

    assert "Working calendar" in page
    assert "Second Day of Lunar New Year" in page
    assert "Saturday, Sunday" in page
    assert "Papers before a session" in page


def test_the_page_of_the_body_leads_to_it(cabinet, admin):
    assert door(cabinet) in read(admin, reverse("people:body", args=[cabinet.body.pk]))


def test_a_body_without_a_calendar_is_offered_one(cabinet, admin):
    WorkCalendar.objects.create(code="VN", name="Việt Nam")
    page = read(admin, door(cabinet))
    assert "Cơ quan này chưa dùng lịch nào" in page
    assert "button filled" not in page

    chosen = WorkCalendar.objects.get().pk
    answer = admin.post(door(cabinet, "calendar_choice"), {"calendar": chosen})

    assert answer.status_code == 302
    assert cabinet.body.work_calendar.calendar_id == chosen
    assert admin.post(door(cabinet, "calendar_day_new"), {}).status_code == 422


def test_no_days_are_entered_where_there_is_no_calendar(cabinet, admin):
    assert admin.post(door(cabinet, "calendar_day_new"), {}).status_code == 404
    assert admin.post(door(cabinet, "calendar_fill"), {"year": 2026}).status_code == 404
    assert admin.post(door(cabinet, "calendar_choice"), {"calendar": ""}).status_code == 422


def test_a_day_is_entered_seen_and_removed(cabinet, admin):
    calendar = cabinet.working_calendar()
    facts = {"day": "2026-08-15", "kind": "working", "name": "Làm bù", "source": "Thông báo 99"}

    answer = admin.post(door(cabinet, "calendar_day_new"), facts)
    page = read(admin, answer.url)
    assert answer.url.endswith("?year=2026")
    assert "Thông báo 99" in page

    one = calendar.days.get()
    answer = admin.post(door(cabinet, "calendar_day_removal", one.pk))
    assert answer.status_code == 302
    assert not calendar.days.exists()
    assert admin.post(door(cabinet, "calendar_day_removal", one.pk)).status_code == 404


def test_a_removed_holiday_is_shown_with_who_removed_it_and_put_back(cabinet, admin):
    calendar = cabinet.working_calendar(2026)
    one = calendar.days.get(day=date(2026, 9, 2))

    answer = admin.post(door(cabinet, "calendar_day_removal", one.pk))
    page = read(admin, answer.url)

    assert f"{cabinet.admin} đã bỏ" in page
    assert page.count('class="day off') == calendar.days.filter(kind="off").count(), "the key too"
    answer = admin.post(door(cabinet, "calendar_day_return", one.pk))
    assert f"{cabinet.admin} đã bỏ" not in read(admin, answer.url)


def test_a_bad_form_saves_nothing_and_keeps_what_was_typed(cabinet, admin):
    calendar = cabinet.working_calendar()
    facts = {"day": "9999-01-01", "kind": "off", "name": "Ngày rất xa"}

    answer = admin.post(door(cabinet, "calendar_day_new") + "?year=2020", facts)

    assert answer.status_code == 422
    assert "Ngày rất xa" in answer.content.decode()
    assert "Năm 2020" in answer.content.decode()
    assert not calendar.days.exists()


def test_a_year_is_calculated_by_a_button(cabinet, admin):
    calendar = cabinet.working_calendar()

    answer = admin.post(door(cabinet, "calendar_fill"), {"year": 2020})

    assert answer.url.endswith("?year=2020")
    assert calendar.days.filter(day=date(2020, 1, 25)).exists()
    assert admin.post(door(cabinet, "calendar_fill"), {"year": 1}).status_code == 422


def test_an_odd_year_in_the_address_is_this_year(cabinet, admin):
    cabinet.working_calendar()
    this_year = f"Năm {timezone.localdate().year}"

    for odd in ("abc", "-1", "99999", "2020; drop"):
        assert this_year in read(admin, door(cabinet) + f"?year={odd}")


def test_a_shared_calendar_is_read_only(cabinet, admin):
    calendar = cabinet.working_calendar(2026)
    other = Body.objects.create(name="Tỉnh A", code="tinh-a", symbol="A")
    calendar.followers.create(body=other)

    page = read(admin, door(cabinet) + "?year=2026")

    assert "Lịch dùng chung" in page
    assert "calendar/days/" not in page
    answer = admin.post(door(cabinet, "calendar_fill"), {"year": 2020})
    assert answer.status_code == 403
    assert admin.post(door(cabinet, "calendar_own")).status_code == 302
    assert "calendar/days/" in read(admin, door(cabinet))


def test_a_limit_is_set_from_a_day_on(cabinet, admin):
    later = timezone.localdate() + timedelta(days=30)
    facts = {"code": "papers_before_session", "days": 8, "source": "Quy chế mới", "starts": later}

    answer = admin.post(door(cabinet, "deadline_new"), facts)
    page = read(admin, answer.url)

    assert Deadline.objects.get().days == 8
    assert f"8 ngày từ {later:%d/%m/%Y}, Quy chế mới" in page
    assert "Sau này:" in page


def test_a_share_of_the_time_is_set_for_sessions_at_short_notice(cabinet, admin):
    facts = {"code": "papers_at_short_notice", "days": 40, "source": "Quy chế mới"}
    sent = {**facts, "starts": timezone.localdate()}

    answer = admin.post(door(cabinet, "deadline_new"), sent)

    assert (Deadline.objects.get().days, Deadline.objects.get().percent) == (0, 40)
    assert "40%" in read(admin, answer.url)
    answer = admin.post(door(cabinet, "deadline_new"), {**sent, "days": 101})
    assert answer.status_code == 422
    assert "nhiều nhất là 100" in answer.content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"starts": "2020-01-01"}, "Ngày này đã qua"),
        ({"days": 0}, "limit-days_error"),
        ({"code": "tea"}, "limit-code_error"),
        ({"source": ""}, "limit-source_error"),
    ],
)
def test_what_cannot_be_a_limit_is_told(cabinet, admin, wrong, sentence):
    facts = {
        "code": DeadlineCode.ROUTE_ANSWER,
        "days": 4,
        "source": "Quy chế",
        "starts": timezone.localdate(),
    }

    answer = admin.post(door(cabinet, "deadline_new"), {**facts, **wrong})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Deadline.objects.exists()


def test_a_full_calendar_asks_as_little_as_an_empty_one(cabinet, admin):
    follow_calendar(cabinet.admin, cabinet.body, cabinet.working_calendar())
    admin.get(door(cabinet))

    def asked():
        with CaptureQueriesContext(connection) as queries:
            read(admin, door(cabinet) + "?year=2026")
        return len(queries)

    empty = asked()
    cabinet.working_calendar(*range(2017, 2028))
    assert asked() == empty
