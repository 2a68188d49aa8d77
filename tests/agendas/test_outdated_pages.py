"""Outdated positions on the pages: shown to those who read what has changed, confirmed there."""

import pytest
from django.utils import timezone

from agendas.actions import confirm_positions, edit_item, grant_sight
from agendas.adoption_live import adoption
from core.errors import NotAllowed
from papers.actions import replace_paper, restrict_paper, show_paper, table_paper
from people.actions import appoint_assistant
from tests.agendas.test_outdated import confirmed, door, give, outdated, pdf, verbs
from tests.cabinet import SINCE

HTMX = {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": "http://testserver/meetings/1/agenda/"}


@pytest.fixture
def meeting(cabinet):
    return cabinet.convened("A", "B", "C")


@pytest.fixture
def item(meeting):
    return meeting.items.first()


@pytest.fixture
def paper(cabinet, item):
    return table_paper(cabinet.secretary, item, title="Dự thảo nghị quyết", file=pdf())


@pytest.fixture
def helper(cabinet):
    seat = cabinet.body.memberships.get(person=cabinet.finance)
    person = cabinet.person("helper")
    appoint_assistant(cabinet.finance, seat, person=person, starts=SINCE)
    return person


def test_a_restricted_paper_outdates_the_positions_of_those_who_read_it(
    cabinet, client, meeting, item, paper, helper
):
    restrict_paper(cabinet.secretary, paper)
    show_paper(cabinet.secretary, paper, whom=cabinet.finance)
    give(cabinet, item, cabinet.finance, cabinet.health)

    replace_paper(cabinet.secretary, paper, file=pdf("Sửa"))

    assert outdated(cabinet.finance, meeting) == ["A"]
    for person in (cabinet.health, helper):
        assert not outdated(person, meeting)
        client.force_login(person)
        for name, thing in (("agenda", meeting), ("item", item)):
            page = client.get(door(name, thing)).content.decode()
            assert "Dự thảo nghị quyết" not in page
            assert "trước bản" not in page
    assert not [verb for verb in verbs(cabinet.health) if verb.startswith("Giữ")]
    show_paper(cabinet.secretary, paper, whom=helper)
    assert outdated(helper, meeting) == ["A"]


def test_of_a_restricted_item_nobody_else_hears(cabinet, meeting, client):
    closed = cabinet.item(meeting, "Nhân sự", restricted=True)
    grant_sight(cabinet.secretary, closed, person=cabinet.finance)
    cabinet.publish(meeting)
    give(cabinet, closed)
    edit_item(cabinet.secretary, closed, title="Nhân sự cấp cao")

    assert outdated(cabinet.finance, meeting) == ["Nhân sự cấp cao"]
    confirmed(cabinet, meeting, closed)
    with pytest.raises(NotAllowed):
        confirm_positions(cabinet.secretary, meeting, items=[closed], up_to=timezone.now())
    client.force_login(cabinet.health)
    sent = {"item": closed.pk, "up_to": "2030-01-01T08:00:00.000000+0700"}
    assert client.post(door("positions_confirm", meeting), sent).status_code == 422


def test_the_chair_sees_how_many_are_outdated_and_the_panel_of_the_adoption_says_so(
    cabinet, client, meeting
):
    item = cabinet.item(meeting, "D", kind="adoption")
    cabinet.publish(meeting)
    give(cabinet, item, cabinet.finance, cabinet.health)
    edit_item(cabinet.secretary, item, summary="Mới")
    confirmed(cabinet, meeting, item)
    client.force_login(cabinet.chair)

    page = client.get(door("positions", meeting)).content.decode()
    table = client.get(door("positions_table", meeting)).content.decode("utf-8-sig")

    assert "1 ý kiến có trước thay đổi" in page
    assert sum(line.endswith(",có") for line in table.splitlines()) == 1
    [line] = [row for row in adoption(meeting.pk, "console")["items"] if row["id"] == item.pk]
    assert (line["outdated"], line["no_objection"], line["adoptable"]) == (1, 2, True)


def test_the_member_confirms_on_the_page_one_or_all(cabinet, client, meeting, paper, item):
    second = meeting.items.all()[1]
    give(cabinet, item)
    give(cabinet, second)
    replace_paper(cabinet.secretary, paper, file=pdf("Sửa"))
    edit_item(cabinet.secretary, second, title="B, sửa")
    client.force_login(cabinet.finance)
    assert "Giữ hoặc đổi ý kiến về 2 nội dung" in verbs(cabinet.finance)
    page = client.get(door("agenda", meeting)).content.decode()
    assert "trước bản BIS của “Dự thảo nghị quyết”" in page
    assert "trước khi nội dung được sửa" in page
    assert "Xác nhận 2 ý kiến" in page

    moment = timezone.localtime().strftime("%Y-%m-%dT%H:%M:%S.%f%z")
    sent = {"item": item.pk, "up_to": moment}
    answer = client.post(door("positions_confirm", meeting), sent, **HTMX)
    assert "Đã xác nhận lúc" in answer.content.decode()
    answer = client.post(door("positions_confirm", meeting), {"item": second.pk, "up_to": moment})

    assert answer.url == door("agenda", meeting)
    assert not outdated(cabinet.finance, meeting)
    assert client.post(door("positions_confirm", meeting), {"item": second.pk}).status_code == 422
    assert client.post(door("positions_confirm", meeting), sent).status_code == 409
