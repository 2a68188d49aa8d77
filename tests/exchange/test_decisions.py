"""The decisions of a past session, for its members, once they are released to them."""

from django.urls import reverse

from exchange.actions import take_back
from exchange.states import Audience, What
from tests.exchange.agencies import TWO, gate


def decisions(client, told):
    return client.get(reverse("exchange:decisions", args=[told.meeting.pk]))


def test_members_read_the_decisions_once_they_are_released_to_them(client, cabinet, told):
    told.decide()
    client.force_login(cabinet.health)
    assert decisions(client, told).status_code == 404
    told.open(What.AGENDA, Audience.MEMBERS)
    told.open(What.DECISIONS, Audience.MEMBERS)

    shown = decisions(client, told).content.decode()
    assert "Giao Bộ Tài chính thực hiện." in shown
    assert "Công tác nhân sự" not in shown
    tab = f'href="{reverse("exchange:decisions", args=[told.meeting.pk])}"'
    assert tab in client.get(reverse("agendas:agenda", args=[told.meeting.pk])).content.decode()
    take_back(cabinet.secretary, gate(told, What.DECISIONS, Audience.MEMBERS), reason="Nhầm")
    assert decisions(client, told).status_code == 410
    assert tab not in client.get(reverse("agendas:agenda", args=[told.meeting.pk])).content.decode()


def test_decisions_are_for_members_and_keepers_alone(client, cabinet, told):
    told.decide()
    told.open(What.AGENDA, *TWO)
    told.open(What.DECISIONS, *TWO)
    for person in (cabinet.operator, cabinet.admin, cabinet.stranger(), cabinet.auditor):
        client.force_login(person)
        assert decisions(client, told).status_code == 404
    for person in (cabinet.secretary, cabinet.chair, cabinet.finance):
        client.force_login(person)
        assert decisions(client, told).status_code == 200
