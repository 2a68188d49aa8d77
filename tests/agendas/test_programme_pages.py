"""The pages of the programme: a year, a quarter, a month, an entry, the export."""

import csv
import io
from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from agendas.actions import move_entry, register_entry
from agendas.models import ProgrammeEntry
from core.clock import at
from meetings.actions import move_meeting
from meetings.states import MeetingState
from people.models import Body, RoleGrant
from tests.agendas.test_programme import FINANCE, HEALTH, agency, clerk_of, entry_of
from tests.cabinet import SINCE

PAGE = "/programme/"


def read(client, person, url=PAGE):
    client.force_login(person)
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def session_on(cabinet, day, title):
    start = timezone.make_aware(timezone.datetime(day.year, day.month, day.day, 8))
    return cabinet.meeting(title, starts_at=start, ends_at=None)


def test_a_year_shows_sessions_and_matters_month_by_month(cabinet, client):
    session_on(cabinet, date(2027, 1, 4), "Phiên dự thảo")
    held = session_on(cabinet, date(2027, 2, 3), "Phiên tháng 01/2027")
    cabinet.item(held)
    cabinet.convene(held)
    off = cabinet.convene(session_on(cabinet, date(2027, 12, 31), "Phiên cuối năm"))
    move_meeting(cabinet.secretary, off, MeetingState.CANCELLED, "Hoãn")
    entry_of(cabinet, "Y tế", HEALTH)
    url = PAGE + "?year=2027"

    desk, member = read(client, cabinet.secretary, url), read(client, cabinet.finance, url)

    assert desk.count('<th scope="row"') == 12
    assert "Phiên dự thảo" in desk
    assert "Phiên dự thảo" not in member, "nobody but the desk knows of a draft"
    for page in (desk, member):
        assert all(word in page for word in ("Phiên tháng 01/2027", "Phiên cuối năm", "Y tế"))
    assert desk.count("button filled") == 1
    assert "button filled" not in member
    assert PAGE in read(client, cabinet.finance, reverse("meetings:list"))


def test_without_a_year_the_last_one_with_entries_is_shown(cabinet, client):
    entry_of(cabinet, "Y tế", HEALTH)
    year = ProgrammeEntry.objects.get().year

    with at(timezone.make_aware(timezone.datetime(year + 3, 5, 4, 8))):
        assert f"năm {year}" in read(client, cabinet.secretary)
        assert f"năm {year + 1}" in read(client, cabinet.secretary, f"{PAGE}?year={year + 1}")


def test_a_quarter_and_a_month_show_their_part(cabinet, client):
    entry_of(cabinet, "Tháng ba", note="Theo Nghị quyết 01")
    entry_of(cabinet, "Tháng tư", month=4)

    quarter = read(client, cabinet.secretary, PAGE + "?year=2027&quarter=1")
    month = read(client, cabinet.secretary, PAGE + "?year=2027&month=3")

    assert quarter.count('<th scope="row"') == 3
    assert "Tháng ba" in quarter
    assert "Tháng tư" not in quarter
    assert month.count('<th scope="row"') == 1
    assert "Theo Nghị quyết 01" in month
    for odd in ("?year=1", "?year=abc&quarter=9", "?month=13", "?body=0&body=x"):
        assert read(client, cabinet.secretary, PAGE + odd)


def test_several_bodies_stand_side_by_side_and_can_be_chosen(cabinet, client):
    other = Body.objects.create(name="Ủy ban Chuyển đổi số", code="cds", symbol="UB")
    RoleGrant.objects.create(body=other, person=cabinet.secretary, role="secretary", starts=SINCE)
    register_entry(
        cabinet.secretary, other, year=2027, month=3, title="Dữ liệu", agency=agency(HEALTH)
    )
    entry_of(cabinet)

    both = read(client, cabinet.secretary, PAGE + "?year=2027")
    one = read(client, cabinet.secretary, PAGE + f"?year=2027&body={other.pk}")
    member = read(client, cabinet.transport, PAGE + "?year=2027")

    assert "Dữ liệu" in both
    assert "Dự án Luật Ngân sách" in both
    assert "Dữ liệu" in one
    assert "Dự án Luật Ngân sách" not in one
    assert f"body={other.pk}&amp;year=2027&amp;month=3" in one, "the choice goes along"
    assert "Chuyển đổi số" not in member


def test_an_agency_s_people_find_their_own_and_the_others_nothing(cabinet, client):
    clerk = clerk_of(cabinet, "clerk", FINANCE)
    entry_of(cabinet, "Tài chính")
    hidden = entry_of(cabinet, "Y tế", HEALTH)

    page = read(client, clerk, PAGE + "?year=2027")

    assert "Tài chính" in page
    assert "Y tế" not in page
    assert client.get(reverse("agendas:entry", args=[hidden.pk])).status_code == 404
    for person in (cabinet.archivist, cabinet.stranger()):
        client.force_login(person)
        assert client.get(PAGE).status_code == 404
    assert read(client, clerk_of(cabinet, "new_clerk", HEALTH), PAGE + "?year=2020")


def test_an_entry_is_kept_on_its_pages(cabinet, client):
    client.force_login(cabinet.secretary)
    door = reverse("agendas:entry_new") + "?year=2027&month=4"
    assert 'value="2027"' in client.get(door).content.decode()
    facts = {
        "title": "Nghị định", "agency": agency(FINANCE).pk, "kind": "decision", "year": 2027,
        "month": 4, "note": "", "submission": "",
    }  # fmt: skip
    assert client.post(door, facts | {"year": 1}).status_code == 422

    url = client.post(door, facts).url
    entry = ProgrammeEntry.objects.get()
    client.post(reverse("agendas:entry_confirm", args=[entry.pk]))
    client.post(reverse("agendas:entry_edit", args=[entry.pk]), facts | {"title": "Nghị định mới"})
    door = reverse("agendas:entry_move", args=[entry.pk])
    bad = client.post(door, {"year": 2027, "month": 6, "reason": ""})
    assert bad.status_code == 422
    assert "move-reason_error" in bad.content.decode()
    moved = client.post(door, {"year": 2027, "month": 6, "reason": "Chờ thẩm định"}).url

    page = client.get(moved).content.decode()
    assert "Chuyển từ tháng 4/2027 sang tháng 6/2027: Chờ thẩm định" in page
    assert "Đưa vào chương trình tháng 4/2027" in page
    assert moved in client.get(url).content.decode()
    door = reverse("agendas:entry_drop", args=[ProgrammeEntry.objects.get(state="confirmed").pk])
    assert client.post(door, {"reason": ""}).status_code == 422
    assert client.post(door, {"reason": "Rút"}).url == moved
    assert "gone" in read(client, cabinet.secretary, PAGE + "?year=2027")


def test_members_read_an_entry_without_its_history_and_deeds(cabinet, client):
    entry = move_entry(
        cabinet.secretary, entry_of(cabinet), year=2027, month=6, reason="Lý do nội bộ"
    )
    url = reverse("agendas:entry", args=[entry.pk])

    assert "Lý do nội bộ" not in read(client, cabinet.health, url)
    own = read(client, cabinet.finance, url)
    assert "Lý do nội bộ" in own
    assert reverse("agendas:entry_move", args=[entry.pk]) not in own


def test_the_export_says_what_the_page_says_and_no_formula(cabinet, client):
    session_on(cabinet, date(2027, 3, 4), "Phiên họp")
    entry_of(cabinet, "=HYPERLINK(1)", note='Có "nháy", và dấu phẩy')
    client.force_login(cabinet.secretary)

    answer = client.get(reverse("agendas:programme_export") + "?year=2027&quarter=1")

    text = answer.content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == 3
    assert rows[1][:4] == ["03/2027", "Chính phủ", "Phiên họp", "Phiên họp"]
    assert rows[2][3] == "'=HYPERLINK(1)"
    assert rows[2][-3] == 'Có "nháy", và dấu phẩy'
    assert "chuong-trinh-2027.csv" in answer["Content-Disposition"]


def test_it_speaks_english(cabinet, client):
    entry_of(cabinet)
    client.cookies["django_language"] = "en"

    page = read(client, cabinet.secretary, PAGE + "?year=2027")

    assert "Programme of 2027" in page
    assert "Quarter 1" in page
    assert "Registered" in page


def test_a_full_year_asks_as_little_as_an_empty_one(cabinet, client):
    client.force_login(cabinet.secretary)
    client.get(PAGE)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(PAGE + "?year=2027").status_code == 200
        return len(queries)

    empty = asked()
    for month in range(1, 13):
        session_on(cabinet, date(2027, month, 3), f"Phiên {month}")
        moved = entry_of(cabinet, f"Nội dung {month}", month=month)
        move_entry(cabinet.secretary, moved, year=2027, month=month % 12 + 1, reason="Chờ")
    assert asked() == empty
