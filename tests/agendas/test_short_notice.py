"""Until when items, papers and positions are asked for, and what holds at short notice."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from agendas.actions import add_item, give_position
from agendas.board import board_of
from agendas.lateness import is_after_limit, limit_of
from agendas.sheets import sheets_of
from core.clock import at
from core.needs import needs_of
from core.workdays import end_of
from meetings.actions import edit_meeting, set_deadline
from meetings.models import Deadline
from people.actions import appoint_assistant
from people.reads import shared
from tests.cabinet import SINCE

HERE = timezone.get_default_timezone()
MONDAY = datetime(2020, 3, 2, 8, tzinfo=HERE)
THURSDAY = datetime(2020, 3, 5, 8, tzinfo=HERE)
IN_TWO_WEEKS = datetime(2020, 3, 16, 8, tzinfo=HERE)
HOUR = timedelta(hours=1)


def door(name, thing):
    return reverse(f"agendas:{name}", args=[thing.pk])


@pytest.fixture
def monday():
    with at(MONDAY):
        yield


@pytest.fixture
def urgent(cabinet, monday):
    """A session called on Monday morning for Thursday morning."""
    return cabinet.meeting("Phiên họp bất thường", starts_at=THURSDAY, ends_at=None)


@pytest.fixture
def regular(cabinet, monday):
    return cabinet.convened("A", "B", starts_at=IN_TWO_WEEKS, ends_at=None)


# --- items and papers ---------------------------------------------------------------------------


def test_a_session_called_in_time_has_the_ordinary_limit(regular):
    limit = limit_of(regular)

    assert limit.moment == end_of(date(2020, 3, 9))
    assert (limit.called_at, limit.rule.days) == (None, 5)


def test_a_session_called_at_short_notice_has_half_of_the_time(cabinet, urgent):
    limit = limit_of(urgent)
    assert limit.moment == MONDAY + 36 * HOUR
    assert limit.called_at == MONDAY

    assert cabinet.item(urgent, "Đúng hạn").late_at is None
    with at(MONDAY + 37 * HOUR):
        assert add_item(cabinet.secretary, urgent, title="Muộn").is_waiting


def test_the_share_is_a_setting_of_the_body(cabinet, urgent):
    facts = {"code": "papers_at_short_notice", "source": "Quy chế 2020"}
    set_deadline(cabinet.admin, cabinet.body, percent=25, starts=MONDAY.date(), **facts)

    assert limit_of(urgent).moment == MONDAY + 18 * HOUR


def test_what_is_brought_forward_is_called_at_short_notice(cabinet, regular):
    with at(MONDAY + 24 * HOUR):
        edit_meeting(cabinet.secretary, regular, starts_at=THURSDAY)
        regular.refresh_from_db()

        assert limit_of(regular).moment == MONDAY + 48 * HOUR
        assert not is_after_limit(regular, MONDAY + 47 * HOUR)


def test_what_is_put_off_keeps_the_limit_of_its_new_day(cabinet, regular):
    with at(IN_TWO_WEEKS - 24 * HOUR):
        edit_meeting(cabinet.secretary, regular, starts_at=IN_TWO_WEEKS + 24 * HOUR)
        regular.refresh_from_db()

    assert limit_of(regular).moment == end_of(date(2020, 3, 10))


def test_what_is_called_for_this_very_hour_has_this_day(cabinet, monday):
    meeting = cabinet.meeting(starts_at=MONDAY, ends_at=None)

    assert limit_of(meeting).moment == end_of(MONDAY.date())


def test_a_share_is_no_number_of_days_in_the_database_either(cabinet):
    facts = {"body": cabinet.body, "starts": SINCE, "source": "?"}
    for wrong in (
        {"code": "papers_at_short_notice", "days": 2},
        {"code": "papers_at_short_notice", "percent": 101},
        {"code": "papers_before_session", "percent": 50},
        {"code": "papers_before_session", "days": 2, "percent": 50},
        {"code": "papers_before_session"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Deadline.objects.create(**facts, **wrong)


def test_the_agenda_says_which_limit_holds_and_why(cabinet, client, urgent, regular):
    client.force_login(cabinet.secretary)
    page = client.get(door("agenda", regular)).content.decode()
    assert "23:59, 09/03/2020" in page
    assert "5 ngày làm việc trước phiên" in page

    page = client.get(door("agenda", urgent)).content.decode()
    assert "20:00, 03/03/2020" in page
    assert "phiên được triệu tập gấp" in page
    with at(MONDAY + 37 * HOUR):
        page = client.get(door("agenda", urgent)).content.decode()
    assert "chờ người chủ trì" in page


# --- positions ----------------------------------------------------------------------------------


def need_of(person, verb):
    return next(need for need in needs_of(person) if need.verb.startswith(verb))


def test_positions_are_asked_for_until_the_limit_of_the_body(cabinet, regular):
    [sheet] = sheets_of(cabinet.finance, regular)
    assert sheet.limit.moment == end_of(date(2020, 3, 13))
    assert not sheet.is_overdue

    with at(MONDAY + 24 * HOUR):
        need = need_of(cabinet.finance, "Cho ý kiến")

    assert need.when == end_of(date(2020, 3, 13))


def test_another_limit_holds_from_its_day_on(cabinet, regular):
    facts = {"code": "position_before_session", "source": "Quy chế 2020", "days": 3}
    set_deadline(cabinet.admin, cabinet.body, starts=MONDAY.date(), **facts)

    assert sheets_of(cabinet.finance, regular)[0].limit.moment == end_of(date(2020, 3, 11))


def test_the_limit_of_a_session_at_short_notice_is_not_past_when_it_is_called(cabinet):
    with at(THURSDAY - 7 * HOUR):
        meeting = cabinet.convened("A", starts_at=THURSDAY, ends_at=None)
        [sheet] = sheets_of(cabinet.finance, meeting)

        assert sheet.limit.moment == THURSDAY - 7 * HOUR / 4
        assert not sheet.is_overdue


def test_after_the_limit_what_waits_is_overdue_and_still_taken(cabinet, client, regular):
    seat = cabinet.body.memberships.get(person=cabinet.finance)
    helper = cabinet.person("helper")
    appoint_assistant(cabinet.finance, seat, person=helper, starts=SINCE)
    first, second = regular.items.all()
    give_position(cabinet.finance, first, stance="no_objection")

    with at(IN_TWO_WEEKS - HOUR):
        need = need_of(cabinet.finance, "Cho ý kiến")
        assert (need.group, need.detail) == (
            "now",
            "Quá hạn; vẫn tiếp nhận cho đến khi phiên xử lý nội dung",
        )
        assert need_of(helper, "Chuẩn bị").detail.startswith("Quá hạn")
        client.force_login(cabinet.finance)
        page = client.get(door("agenda", regular)).content.decode()
        assert "Quá hạn" in page
        assert "vẫn được tiếp nhận" in page
        assert "Quá hạn" in client.get(door("item", second)).content.decode()
        give_position(cabinet.finance, second, stance="speak")

        [sheet] = sheets_of(cabinet.finance, regular)
        assert [mark.is_late for mark in sheet.marks.values()] == [False, True]
        assert not sheet.is_overdue


def test_the_board_marks_what_was_given_after_the_limit(cabinet, client, regular):
    first = regular.items.first()
    give_position(cabinet.finance, first, stance="no_objection")
    with at(IN_TWO_WEEKS - HOUR):
        give_position(cabinet.health, first, stance="objection", reason="Chưa rõ")
        board = board_of(regular)
        assert [board.late_on(item) for item in board.items] == [1, 0]
        client.force_login(cabinet.chair)
        page = client.get(door("positions", regular)).content.decode()
        table = client.get(door("positions_table", regular)).content.decode("utf-8-sig")

    assert "1 ý kiến sau thời hạn" in page
    assert page.count(" data-late") == 1
    assert ",Sau thời hạn," in table.splitlines()[0]
    assert sum(line.endswith(",có,") for line in table.splitlines()) == 1


def test_the_english_page_tells_the_limit(cabinet, client, regular):
    client.force_login(cabinet.finance)
    client.cookies["django_language"] = "en"
    page = client.get(door("agenda", regular)).content.decode()

    assert "1 working day before the session" in page
    with translation.override("en"):
        assert "short notice" not in limit_of(regular).why


def test_ten_sessions_ask_for_the_limits_as_often_as_one(cabinet, monday):
    def asked():
        with at(MONDAY + 24 * HOUR), shared(), CaptureQueriesContext(connection) as queries:
            assert need_of(cabinet.finance, "Cho ý kiến")
        return sum("meetings_deadline" in one["sql"] for one in queries)

    cabinet.convened("A", starts_at=IN_TWO_WEEKS, ends_at=None)
    one = asked()
    for hours in range(1, 10):
        cabinet.convened("A", starts_at=IN_TWO_WEEKS + hours * HOUR, ends_at=None)

    assert asked() == one == 1, "the home page shares what it reads"


def test_an_earlier_hour_of_the_same_day_opens_no_limit_anew(cabinet, regular):
    limit = limit_of(regular).moment
    with at(IN_TWO_WEEKS - 24 * HOUR):
        edit_meeting(cabinet.secretary, regular, starts_at=IN_TWO_WEEKS - HOUR)
        regular.refresh_from_db()

        assert limit_of(regular).moment == limit
        assert is_after_limit(regular, IN_TWO_WEEKS - 24 * HOUR)
