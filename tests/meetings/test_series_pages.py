"""The pages of series, as the secretary uses them, in both languages."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core import clock
from meetings.actions import plan_series
from meetings.models import Meeting, Series
from people.models import Body
from tests.meetings.test_series import TITLE, series_of


@pytest.fixture(autouse=True)
def _january_of_2020():
    with clock.at(datetime(2020, 1, 2, 9, tzinfo=timezone.get_default_timezone())):
        yield


def sent(cabinet, **changes):
    return {
        "title": TITLE,
        "rhythm": "day",
        "nth": 3,
        "weekday": "",
        "every": 1,
        "begins": "08:00",
        "closes": "11:30",
        "starts": "2020-02-01",
        "ends": "",
        "place": "Hà Nội",
        "chair": cabinet.chair.pk,
        "secretary": cabinet.secretary.pk,
        **changes,
    }


@pytest.fixture
def secretary(cabinet, client):
    client.force_login(cabinet.secretary)
    return client


def test_a_series_is_set_up_looked_at_and_planned(cabinet, secretary):
    cabinet.working_calendar(2020)
    answer = secretary.post(reverse("meetings:series_new"), sent(cabinet))
    page = secretary.get(answer.url + "?until=2020-05-31").content.decode()

    assert "thay cho Chủ nhật 03/05/2020 là ngày nghỉ" in page
    assert "Lập 4 phiên" in page
    assert page.count("button filled") == 1
    assert not Meeting.objects.exists(), "looking plans nothing"

    door = reverse("meetings:series_plan", args=[Series.objects.get().pk])
    assert secretary.post(door, {"until": "2020-05-31"}).url == answer.url
    page = secretary.get(answer.url + "?until=2020-05-31").content.decode()
    assert page.count("rows links") == 1
    assert "04/05/2020" not in page, "it stands among the planned ones now"
    assert "Phiên họp Chính phủ thường kỳ tháng 4/2020" in page
    assert secretary.post(door, {"until": "soon"}).status_code == 422


def test_it_speaks_english(cabinet, secretary):
    series = series_of(cabinet, rhythm="weekday", nth=-1, weekday=4, every=3)
    secretary.cookies["django_language"] = "en"

    page = secretary.get(reverse("meetings:series_list")).content.decode()

    assert str(series) in page
    assert "the last Friday of the month, every quarter" in page


def test_a_year_without_holidays_is_told(cabinet, secretary):
    cabinet.working_calendar(2020)
    series = series_of(cabinet)

    door = reverse("meetings:series", args=[series.pk])
    assert "notice warn" not in secretary.get(door).content.decode()
    assert "2021" in secretary.get(door + "?until=2021-02-28").content.decode()
    assert secretary.get(door + "?until=9999-12-31").status_code == 200


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": "Phiên {number}"}, "id_title_error"),
        ({"rhythm": "weekday"}, "id_weekday_error"),
        ({"rhythm": "weekday", "weekday": 1, "nth": 5}, "id_nth_error"),
        ({"closes": "07:00"}, "id_closes_error"),
        ({"ends": "2019-12-31"}, "id_ends_error"),
        ({"every": 7}, "id_every_error"),
        ({"chair": ""}, "id_chair_error"),
    ],
)
def test_a_bad_form_saves_nothing_and_keeps_what_was_typed(cabinet, secretary, wrong, field):
    answer = secretary.post(reverse("meetings:series_new"), sent(cabinet, **wrong))

    assert answer.status_code == 422
    assert field in answer.content.decode()
    assert not Series.objects.exists()


def test_a_series_is_changed_on_its_form(cabinet, secretary):
    series = series_of(cabinet)
    door = reverse("meetings:series_edit", args=[series.pk])
    assert 'value="11:30"' in secretary.get(door).content.decode()

    answer = secretary.post(door, sent(cabinet, nth=5, is_numbered="on"))

    assert answer.url == reverse("meetings:series", args=[series.pk])
    series.refresh_from_db()
    assert (series.nth, series.is_numbered, series.minutes) == (5, True, 210)


def test_the_series_of_another_body_is_not_found(cabinet, secretary):
    series = series_of(cabinet)
    Series.objects.update(body=Body.objects.create(name="Tỉnh A", code="tinh-a", symbol="A"))

    for name in ("series", "series_edit"):
        assert secretary.get(reverse(f"meetings:{name}", args=[series.pk])).status_code == 404


def test_the_list_says_which_series_waits_to_be_planned(cabinet, secretary):
    door, waits = reverse("meetings:series_list"), "Ban thư ký · lên lịch phiên tiếp theo"

    def shown():
        with CaptureQueriesContext(connection) as queries:
            page = secretary.get(door).content.decode()
        return page.count(waits), page.count("(trễ hạn)"), len(queries)

    first = series_of(cabinet)
    one = shown()
    assert one[:2] == (1, 0)
    for nth in (4, 5):
        series_of(cabinet, nth=nth)
    assert shown() == (3, 0, one[2])
    plan_series(cabinet.secretary, first, date(2020, 12, 31))
    assert shown() == (2, 0, one[2])
    with clock.at(datetime(2020, 2, 3, 9, tzinfo=timezone.get_default_timezone())):
        assert shown()[1] == 2, "both should have been convened five working days before"


def test_many_sessions_ask_as_little_as_few(cabinet, secretary):
    series = series_of(cabinet)
    door = reverse("meetings:series", args=[series.pk])

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert secretary.get(door).status_code == 200
        return len(queries)

    plan_series(cabinet.secretary, series, date(2020, 2, 28))
    few = asked()
    plan_series(cabinet.secretary, series, date(2021, 2, 28))
    assert asked() == few
