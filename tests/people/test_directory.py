"""An administrator keeps the people of a body, and nothing more."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from core.errors import NotAllowed
from people import actions
from people.errors import (
    AlreadySeated,
    EndsBeforeStart,
    HeadAlreadyThere,
    NoRoleForSelf,
    OwnRole,
)
from people.models import Body, Membership, Role, RoleGrant
from people.policies import has_role
from realtime.models import Entry

TODAY = date(2020, 3, 2)


def told(body):
    return list(Entry.objects.filter(room__key=f"body.{body.pk}").values_list("name", flat=True))


def test_a_new_minister_gets_an_account_a_seat_and_a_place_in_the_journal(cabinet):
    person = actions.add_person(
        cabinet.admin,
        cabinet.body,
        username="energy",
        password="a long enough password",
        full_name="Vũ Thị Lan",
    )
    seat = actions.seat_person(
        cabinet.admin, cabinet.body, person=person, office="Bộ trưởng Bộ Công Thương", starts=TODAY
    )

    assert seat.has_vote
    assert told(cabinet.body) == ["person.added", "seat.taken"]


def test_one_person_has_one_seat(cabinet):
    with pytest.raises(AlreadySeated):
        actions.seat_person(
            cabinet.admin,
            cabinet.body,
            person=cabinet.finance,
            office="Phó Thủ tướng",
            starts=TODAY,
        )


def test_a_body_has_one_head(cabinet):
    with pytest.raises(HeadAlreadyThere):
        actions.seat_person(
            cabinet.admin,
            cabinet.body,
            person=cabinet.stranger(),
            office="Thủ tướng",
            starts=TODAY,
            presides=True,
        )


def test_the_database_keeps_one_seat_and_one_head_too(cabinet):
    facts = {"body": cabinet.body, "office": "?", "starts": TODAY}
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(person=cabinet.finance, **facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(person=cabinet.stranger(), presides=True, **facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(person=cabinet.stranger(), ends=date(2020, 3, 1), **facts)


def test_a_seat_ends_and_another_may_sit_there(cabinet):
    seat = Membership.objects.get(person=cabinet.finance)
    with pytest.raises(EndsBeforeStart):
        actions.end_seat(cabinet.admin, seat, ends=date(2015, 1, 1))

    actions.end_seat(cabinet.admin, seat, ends=TODAY)

    again = actions.seat_person(
        cabinet.admin,
        cabinet.body,
        person=cabinet.finance,
        office="Phó Thủ tướng",
        starts=date(2020, 3, 3),
    )
    assert again.pk != seat.pk


def test_only_the_administrator_keeps_people(cabinet):
    for person in (cabinet.chair, cabinet.secretary, cabinet.finance, cabinet.superuser()):
        with pytest.raises(NotAllowed):
            actions.grant_role(
                person, cabinet.body, person=cabinet.stranger(), role=Role.SECRETARY, starts=TODAY
            )


def test_a_role_comes_and_goes(cabinet):
    grant = actions.grant_role(
        cabinet.admin, cabinet.body, person=cabinet.stranger(), role=Role.ARCHIVIST, starts=TODAY
    )
    assert has_role(cabinet.stranger(), cabinet.body, Role.ARCHIVIST)

    actions.end_role(cabinet.admin, grant, ends=TODAY)

    assert not has_role(cabinet.stranger(), cabinet.body, Role.ARCHIVIST)


def test_the_administrator_does_not_lock_the_own_door(cabinet):
    own = RoleGrant.objects.get(person=cabinet.admin)
    with pytest.raises(OwnRole):
        actions.end_role(cabinet.admin, own, ends=TODAY)


def test_a_role_here_opens_no_account_of_another_body(cabinet):
    """Else an administrator could give a stranger's chair a small role and then a new password."""
    elsewhere = Body.objects.create(name="Tỉnh A", code="tinh-a", symbol="A")
    chair = cabinet.person("other-chair")
    RoleGrant.objects.create(body=elsewhere, person=chair, role=Role.CHAIR, starts=TODAY)
    actions.grant_role(cabinet.admin, cabinet.body, person=chair, role=Role.AUDITOR, starts=TODAY)

    with pytest.raises(NotAllowed):
        actions.set_password(cabinet.admin, cabinet.body, chair, password="a long new password")


def test_a_member_names_a_substitute(cabinet):
    seat = Membership.objects.get(person=cabinet.finance)
    named = actions.name_substitute(
        cabinet.finance, seat, substitute=cabinet.stranger(), office="Thứ trưởng", starts=TODAY
    )

    assert named.substitute == cabinet.stranger()
    with pytest.raises(NotAllowed):
        actions.name_substitute(
            cabinet.health, seat, substitute=cabinet.stranger(), office="?", starts=TODAY
        )


def test_the_desk_shows_and_takes_what_an_administrator_enters(client, cabinet):
    client.force_login(cabinet.admin)
    desk = f"/bodies/{cabinet.body.pk}/"
    facts = {
        "username": "energy",
        "full_name": "Vũ Thị Lan",
        "language": "vi",
        "password": "short",
    }

    refused = client.post(f"{desk}persons/new/", facts)
    assert refused.status_code == 422
    assert "Vũ Thị Lan" in refused.content.decode()

    taken = client.post(f"{desk}persons/new/", {**facts, "password": "long enough for this house"})
    assert taken.status_code == 302
    assert client.get(desk).status_code == 200


def test_the_desk_asks_a_fixed_number_of_questions(client, cabinet, django_assert_max_num_queries):
    client.force_login(cabinet.admin)
    for number in range(20):
        person = cabinet.person(f"extra{number}")
        Membership.objects.create(body=cabinet.body, person=person, office="?", starts=TODAY)

    with django_assert_max_num_queries(14):
        client.get(f"/bodies/{cabinet.body.pk}/")


def test_who_gives_roles_takes_none(cabinet):
    with pytest.raises(NoRoleForSelf):
        actions.grant_role(
            cabinet.admin, cabinet.body, person=cabinet.admin, role=Role.SECRETARY, starts=TODAY
        )


def test_a_new_password_and_a_closed_account_are_told_to_the_live_rooms(
    cabinet, monkeypatch, django_capture_on_commit_callbacks
):
    heard = []
    monkeypatch.setattr("realtime.bell.tell", heard.append)

    with django_capture_on_commit_callbacks(execute=True):
        actions.set_password(
            cabinet.admin, cabinet.body, cabinet.finance, password="a long new password"
        )
        actions.edit_person(cabinet.admin, cabinet.body, cabinet.health, is_active=False)

    assert heard.count({"type": "logins.changed"}) == 2
