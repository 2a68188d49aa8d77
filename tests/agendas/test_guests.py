"""Guests come for single items; offices and groups are shown what is restricted."""

import pytest
from django.urls import reverse

from agendas.actions import (
    grant_sight,
    invite_for_item,
    revoke_sight,
    uninvite_from_item,
)
from agendas.desk import desk_of
from agendas.errors import SeesAlready
from agendas.models import Item
from agendas.policies import items_visible_to, persons_seeing
from meetings.policies import admits
from people.models import Circle, Post
from realtime.live import state_of, you_of
from tests.cabinet import SINCE


def titles(person, meeting):
    return [str(item) for item in items_visible_to(person).filter(meeting=meeting)]


@pytest.fixture
def meeting(cabinet):
    return cabinet.convened("Ngân sách", "Dự án luật", "Giá cả")


@pytest.fixture
def expert(cabinet):
    return cabinet.person("expert")


def law(meeting):
    return meeting.items.get(title="Dự án luật")


def test_a_guest_sees_the_item_he_comes_for_and_no_other(cabinet, meeting, expert, client):
    invite_for_item(cabinet.secretary, law(meeting), person=expert, office="Chuyên gia")

    assert titles(expert, meeting) == ["Dự án luật"]
    client.force_login(expert)
    page = client.get(reverse("agendas:agenda", args=[meeting.pk])).content.decode()
    assert "Dự án luật" in page
    assert "Ngân sách" not in page
    assert client.get(reverse("meetings:invitations", args=[meeting.pk])).status_code == 403
    assert client.get(reverse("meetings:wall", args=[meeting.pk])).status_code == 404


def test_a_guest_hears_nothing_of_the_other_items(cabinet, meeting, expert):
    invite_for_item(cabinet.secretary, law(meeting), person=expert)

    assert admits(meeting.pk, expert) == "guest"
    state = state_of("meeting", meeting.pk, "guest")
    you = you_of("meeting", meeting.pk, expert)

    told = str(state)
    assert "Ngân sách" not in told
    assert "Dự án luật" not in told
    assert str(cabinet.finance) not in told
    assert [item["title"] for item in you["items"]] == ["Dự án luật"]
    assert you["item"] is None


def test_the_open_item_is_told_to_its_guest_alone(cabinet, expert):
    meeting = cabinet.in_session("Ngân sách", "Dự án luật")
    other = cabinet.person("other")
    first, second = meeting.items.order_by("position")
    invite_for_item(cabinet.secretary, first, person=expert)
    invite_for_item(cabinet.secretary, second, person=other)

    cabinet.open_item(meeting)

    assert you_of("meeting", meeting.pk, expert)["item"]["title"] == "Ngân sách"
    assert you_of("meeting", meeting.pk, other)["item"] is None
    assert state_of("meeting", meeting.pk, "guest")["agenda"]["closed_door"] is True
    assert "Ngân sách" not in str(state_of("meeting", meeting.pk, "guest"))


def test_a_guest_of_a_restricted_item_sees_it(cabinet, expert):
    meeting = cabinet.meeting()
    hidden = cabinet.item(meeting, "Nhân sự", restricted=True)
    cabinet.publish(meeting)
    invite_for_item(cabinet.secretary, hidden, person=expert)

    assert titles(expert, meeting) == []  # a draft is nobody's but its keepers'
    meeting = cabinet.convene(meeting)
    assert titles(expert, meeting) == ["Nhân sự"]


def test_one_who_takes_part_in_the_whole_is_no_guest(cabinet, meeting):
    with pytest.raises(SeesAlready):
        invite_for_item(cabinet.secretary, law(meeting), person=cabinet.finance)


def test_with_the_last_item_the_guest_leaves_the_list(cabinet, meeting, expert):
    first = invite_for_item(cabinet.secretary, law(meeting), person=expert)
    other = meeting.items.get(title="Giá cả")
    second = invite_for_item(cabinet.secretary, other, person=expert)

    uninvite_from_item(cabinet.secretary, first)
    assert titles(expert, meeting) == ["Giá cả"]
    uninvite_from_item(cabinet.secretary, second)

    assert titles(expert, meeting) == []
    assert not meeting.participants.filter(person=expert).exists()


def test_an_office_and_a_group_are_shown_a_restricted_item(cabinet):
    meeting = cabinet.meeting()
    hidden = cabinet.item(meeting, "Nhân sự", restricted=True)
    cabinet.publish(meeting)
    meeting = cabinet.convene(meeting)
    group = Circle.objects.create(body=cabinet.body, name="Ban cán sự")
    group.persons.add(cabinet.health)
    treasury = cabinet.body.memberships.get(person=cabinet.finance).agency

    grant_sight(cabinet.secretary, hidden, person=treasury)
    grant_sight(cabinet.secretary, hidden, person=group)
    assert titles(cabinet.finance, meeting) == titles(cabinet.health, meeting) == ["Nhân sự"]
    assert titles(cabinet.justice, meeting) == []
    asked = {p for p in cabinet.people.values() if "Nhân sự" in titles(p, meeting)}
    assert set(persons_seeing(hidden)) == asked

    revoke_sight(cabinet.secretary, hidden, person=treasury)
    group.persons.remove(cabinet.health)
    assert titles(cabinet.finance, meeting) == titles(cabinet.health, meeting) == []


def test_a_post_opens_nothing_to_one_who_takes_no_part(cabinet):
    meeting = cabinet.meeting()
    hidden = cabinet.item(meeting, "Nhân sự", restricted=True)
    cabinet.publish(meeting)
    meeting = cabinet.convene(meeting)
    treasury = cabinet.body.memberships.get(person=cabinet.finance).agency
    clerk = cabinet.person("clerk")
    Post.objects.create(agency=treasury, person=clerk, starts=SINCE)

    grant_sight(cabinet.secretary, hidden, person=treasury)

    assert titles(clerk, meeting) == []


def test_what_is_shown_of_an_item_is_shown_of_its_sub_items(cabinet):
    meeting = cabinet.meeting()
    hidden = cabinet.item(meeting, "Nhân sự", restricted=True)
    sub = cabinet.item(meeting, "Bổ nhiệm", restricted=True)
    cabinet.publish(meeting)
    Item.objects.filter(pk=sub.pk).update(parent=hidden, position=1)
    meeting = cabinet.convene(meeting)

    grant_sight(cabinet.secretary, hidden, person=cabinet.finance)

    assert set(titles(cabinet.finance, meeting)) == {"Nhân sự", "Bổ nhiệm"}


def test_the_page_invites_and_takes_back(cabinet, meeting, expert, client):
    client.force_login(cabinet.secretary)
    item = law(meeting)
    page = reverse("agendas:item_access", args=[item.pk])
    assert client.get(page).status_code == 200

    client.post(reverse("agendas:guest_new", args=[item.pk]), {"person": expert.pk, "office": "X"})
    guest = item.guests.get()
    assert str(expert) in client.get(page).content.decode()
    wrong = client.post(reverse("agendas:guest_new", args=[item.pk]), {"person": ""})
    assert wrong.status_code == 422
    client.post(reverse("agendas:guest_end", args=[guest.pk]))

    assert not item.guests.exists()


def test_exactly_one_is_chosen(cabinet, meeting, client):
    hidden = cabinet.item(meeting, "Nhân sự", restricted=True)
    client.force_login(cabinet.secretary)
    page = reverse("agendas:item_access", args=[hidden.pk])
    treasury = cabinet.body.memberships.get(person=cabinet.finance).agency

    assert client.post(page, {"person": ""}).status_code == 422
    both = {"person": cabinet.finance.pk, "agency": treasury.pk}
    assert client.post(page, both).status_code == 422
    assert client.post(page, {"agency": treasury.pk}).status_code == 302
    end = reverse("agendas:item_access_end", args=[hidden.pk, "office", treasury.pk])
    assert client.post(end).status_code == 302
    assert client.post(end).status_code == 404
    assert client.post(end.replace("office", "other")).status_code == 404


def test_who_comes_for_a_sub_item_is_not_told_what_it_is_part_of(cabinet, meeting, expert, client):
    part = cabinet.item(meeting, "Thuế suất", parent=law(meeting))
    hidden = cabinet.item(meeting, "Nhân sự cấp cao", restricted=True)
    hidden_part = cabinet.item(meeting, "Một vị trí", parent=hidden)
    cabinet.publish(meeting)
    invite_for_item(cabinet.secretary, part, person=expert)
    grant_sight(cabinet.secretary, hidden_part, person=cabinet.finance)

    for person, item, above in (
        (expert, part, law(meeting)),
        (cabinet.finance, hidden_part, hidden),
    ):
        client.force_login(person)
        page = client.get(reverse("agendas:item", args=[item.pk])).content.decode()
        assert str(item) in page
        assert str(above) not in page
    client.force_login(cabinet.secretary)
    page = client.get(reverse("agendas:item", args=[hidden_part.pk])).content.decode()
    assert "Nhân sự cấp cao" in page


def test_a_guest_is_told_when_the_item_comes_up_in_the_whole_agenda(cabinet, meeting, expert):
    invite_for_item(cabinet.secretary, law(meeting), person=expert)

    (row,) = desk_of(expert, meeting).rows

    assert row.item == law(meeting)
    assert row.starts == desk_of(cabinet.health, meeting).rows[1].starts
    assert row.starts > meeting.starts_at
