"""Positions on the pages: the member's control, the assistant's, the board of the keepers."""

import re

import pytest
from django.urls import reverse

from agendas.actions import draft_position, give_position
from agendas.models import Position
from core.needs import needs_of
from people.actions import appoint_assistant
from tests.cabinet import SINCE

HTMX = {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": "http://testserver/meetings/1/agenda/"}


def door(name, thing):
    return reverse(f"agendas:{name}", args=[thing.pk])


@pytest.fixture
def meeting(cabinet):
    return cabinet.convened("A", "B", "C")


@pytest.fixture
def member(cabinet, client):
    client.force_login(cabinet.finance)
    return client


@pytest.fixture
def helper(cabinet):
    seat = cabinet.body.memberships.get(person=cabinet.finance)
    person = cabinet.person("helper")
    appoint_assistant(cabinet.finance, seat, person=person, starts=SINCE)
    return person


def page(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def verbs(person):
    return [need.verb for need in needs_of(person)]


def test_the_board_follows_the_agenda_with_sub_items_behind_their_item(cabinet, client):
    meeting = cabinet.meeting()
    above = cabinet.item(meeting, "Một")
    cabinet.item(meeting, "Hai")
    for title in ("Một A", "Một B"):
        cabinet.item(meeting, title, parent=above)
    cabinet.publish(meeting)
    cabinet.convene(meeting)
    client.force_login(cabinet.secretary)

    told = page(client, door("positions", meeting))

    shown = re.findall(r'class="by-item" id="\S+" aria-label="([^"]+)"', told)
    assert shown == ["1", "1.1", "1.2", "2"]


def test_a_plain_form_gives_a_position_and_comes_back_to_the_line(cabinet, member, meeting):
    item = meeting.items.first()
    told = page(member, door("agenda", meeting))
    assert "Đã cho ý kiến 0 trên 3 nội dung" in told
    assert "Không có ý kiến khác với 3 nội dung còn lại" in told

    answer = member.post(door("position", item), {"stance": "no_objection"})

    assert answer.url == f"{door('agenda', meeting)}#item-{item.pk}"
    told = page(member, door("agenda", meeting))
    assert "Đã cho ý kiến 1 trên 3 nội dung" in told
    assert "Đã ghi nhận lúc" in told


def test_over_htmx_the_line_and_the_counts_come_back(cabinet, member, meeting):
    item = meeting.items.first()
    place = cabinet.participant(meeting, cabinet.finance)
    given = {"stance": "speak", "place": place.pk}

    told = member.post(door("position", item), given, **HTMX).content.decode()

    assert f'id="position-{item.pk}-{place.pk}"' in told
    assert f'id="positions-bar-{place.pk}"' in told
    assert "Đã cho ý kiến 1 trên 3 nội dung" in told
    assert "<html" not in told
    line = member.get(door("position", item), **HTMX).content.decode()
    assert 'value="speak" aria-pressed="true"' in line


@pytest.mark.parametrize("more", [{}, HTMX])
def test_an_objection_without_its_reason_keeps_what_was_there(cabinet, member, meeting, more):
    item = meeting.items.first()
    give_position(cabinet.finance, item, stance="speak")
    place = cabinet.participant(meeting, cabinet.finance)

    answer = member.post(
        door("position", item), {"stance": "objection", "place": place.pk, "reason": ""}, **more
    )

    assert answer.status_code == 422
    assert "Xin nêu lý do của ý kiến khác." in answer.content.decode()
    assert Position.objects.get().stance == "speak"


def test_a_position_is_taken_back(cabinet, member, meeting):
    item = meeting.items.first()
    member.post(door("position", item), {"stance": "objection", "reason": "Chưa rõ nguồn."})
    assert "Lý do: Chưa rõ nguồn." in page(member, door("item", item))
    member.post(door("position", item), {"stance": ""})
    assert not Position.objects.get().is_given


def test_the_rest_is_given_for_the_items_that_were_shown(cabinet, member, meeting):
    first, second, _third = meeting.items.all()
    member.post(door("positions_rest", meeting), {"item": [first.pk, second.pk]})
    assert Position.objects.filter(stance="no_objection").count() == 2
    assert member.post(door("positions_rest", meeting), {"item": "x"}).status_code == 422


def test_an_assistant_prepares_on_the_same_page(cabinet, client, meeting, helper):
    client.force_login(helper)
    item, place = meeting.items.first(), cabinet.participant(meeting, cabinet.finance)
    told = page(client, door("agenda", meeting))
    assert "Chuẩn bị cho Lê Thị Hòa" in told
    assert "nội dung còn lại" not in told

    client.post(door("position", item), {"stance": "speak", "place": place.pk})
    other = cabinet.participant(meeting, cabinet.health)
    refused = client.post(door("position", item), {"stance": "speak", "place": other.pk})
    assert client.post(door("position", item), {"stance": "speak"}).status_code == 403

    assert refused.status_code == 404
    draft = Position.objects.get()
    assert (draft.draft_stance, draft.drafted_by, draft.stance) == ("speak", helper, "")
    assert "Đã chuẩn bị 1 trên 3 nội dung" in page(client, door("agenda", meeting))
    assert client.get(reverse("meetings:live", args=[meeting.pk])).status_code == 403


def test_the_member_sees_what_was_prepared_and_gives_it(cabinet, member, meeting, helper):
    item, place = meeting.items.first(), cabinet.participant(meeting, cabinet.finance)
    draft_position(helper, item, place=place, stance="objection", reason="Chưa rõ nguồn.")
    told = page(member, door("agenda", meeting))
    assert "Được chuẩn bị bởi Người helper: <b>Có ý kiến khác</b>" in told
    up_to = told.split('name="up_to" value="')[1].split('"')[0]

    member.post(door("positions_prepared", meeting), {"up_to": up_to})

    assert Position.objects.get().reason == "Chưa rõ nguồn."
    assert member.post(door("positions_prepared", meeting), {}).status_code == 422


def test_others_do_not_see_a_position(cabinet, client, meeting):
    item = meeting.items.first()
    give_position(cabinet.finance, item, stance="objection", reason="Chưa rõ nguồn.")
    client.force_login(cabinet.health)
    for url in (door("agenda", meeting), door("item", item)):
        assert "Chưa rõ nguồn." not in page(client, url)
    assert client.get(door("positions", meeting)).status_code == 403


@pytest.mark.parametrize("shown", ["members", "keepers"])
def test_members_see_how_many_once_the_item_is_reached(cabinet, client, shown):
    cabinet.rules.positions_shown = shown
    cabinet.rules.save()
    meeting = cabinet.in_session("A")
    give_position(cabinet.finance, meeting.items.get(), stance="speak")
    client.force_login(cabinet.health)
    words = "đăng ký phát biểu: 1"
    assert words not in page(client, door("item", meeting.items.get()))
    item = cabinet.open_item(meeting)
    assert (words in page(client, door("item", item))) == (shown == "members")


def test_the_desk_draws_a_strip_with_words(cabinet, client, meeting):
    give_position(cabinet.finance, meeting.items.first(), stance="objection", reason="Chưa rõ")
    client.force_login(cabinet.secretary)
    told = page(client, door("agenda", meeting))
    assert (
        "Không có ý kiến khác: 0; có ý kiến khác: 1; đăng ký phát biểu: 0; chưa cho ý kiến: 4"
        in told
    )
    assert f"{door('positions', meeting)}#positions-" in told
