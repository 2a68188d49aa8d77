"""Who works for an agency or a member, and named groups: given by an administrator, told in the journal."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation

from core.errors import NotAllowed, Refusal
from people.actions import (
    appoint_assistant,
    change_circle,
    end_assistance,
    end_post,
    form_circle,
    give_post,
    rename_agency,
)
from people.models import Agency, Body, Circle, Membership, Post, Role, RoleGrant
from people.policies import agencies_of, agencies_served_by, may_edit, persons_of
from realtime.journal import read
from tests.cabinet import SINCE
from tests.submitting import agency

DAY = date(2020, 2, 3)


def told(cabinet):
    return list(read(f"body.{cabinet.body.pk}").values_list("name", flat=True))


def refused(deed, code):
    with pytest.raises(Refusal) as heard:
        deed()
    assert heard.value.code == code


def post(cabinet, person, **facts):
    given = {"person": person, "agency": agency("finance"), "starts": DAY, **facts}
    return give_post(cabinet.admin, cabinet.body, **given)


def test_a_clerk_works_for_an_agency_until_the_post_ends(cabinet):
    clerk = cabinet.person("clerk")
    held = post(cabinet, clerk)
    assert agencies_of(clerk).get() == agency("finance")
    end_post(cabinet.admin, cabinet.body, held, ends=date(2020, 3, 3))
    assert not agencies_of(clerk).exists()
    assert told(cabinet) == ["post.given", "post.ended"]
    assert post(cabinet, clerk, starts=date(2021, 1, 1)).pk != held.pk


def test_a_post_is_held_once_and_ends_after_it_began(cabinet):
    clerk = cabinet.person("clerk")
    held = post(cabinet, clerk)
    refused(lambda: post(cabinet, clerk), "post_held_already")
    assert post(cabinet, clerk, duty="official")
    refused(
        lambda: end_post(cabinet.admin, cabinet.body, held, ends=date(2019, 1, 1)),
        "ends_before_start",
    )


def test_only_an_administrator_gives_and_never_to_himself(cabinet):
    seat = cabinet.body.memberships.get(person=cabinet.finance)
    clerk = cabinet.person("clerk")
    for person in (cabinet.secretary, cabinet.chair, cabinet.superuser()):
        for deed in (
            lambda who=person: give_post(
                who, cabinet.body, person=clerk, agency=agency("finance"), starts=DAY
            ),
            lambda who=person: appoint_assistant(who, seat, person=clerk, starts=DAY),
            lambda who=person: form_circle(who, cabinet.body, name="Nhóm", persons=[clerk]),
        ):
            with pytest.raises(NotAllowed):
                deed()
    me = cabinet.admin
    refused(lambda: post(cabinet, me), "nothing_for_self")
    refused(lambda: appoint_assistant(me, seat, person=me, starts=DAY), "nothing_for_self")
    refused(lambda: form_circle(me, cabinet.body, name="A", persons=[me]), "nothing_for_self")


def test_agencies_of_another_body_are_not_ours_to_staff(cabinet):
    elsewhere = Agency.objects.create(name="Sở", code="H29", short_name="Sở", symbol="S")
    assert agencies_served_by(cabinet.body).contains(elsewhere)
    council = Body.objects.create(name="Hội đồng", code="hoi-dong", symbol="HĐ")
    Membership.objects.create(
        body=council, person=cabinet.person("x"), agency=elsewhere, office="Giám đốc", starts=DAY
    )
    assert not agencies_served_by(cabinet.body).contains(elsewhere)
    with pytest.raises(NotAllowed):
        post(cabinet, cabinet.person("clerk"), agency=elsewhere)

    RoleGrant.objects.create(
        body=council, person=cabinet.person("other"), role=Role.ADMINISTRATOR, starts=SINCE
    )
    clerk = cabinet.person("clerk")
    post(cabinet, clerk)
    assert may_edit(cabinet.admin, clerk)
    assert not may_edit(cabinet.other, clerk)


def test_an_assistant_is_appointed_and_leaves(cabinet):
    seat = cabinet.body.memberships.get(person=cabinet.finance)
    helper = cabinet.person("helper")
    appointed = appoint_assistant(cabinet.admin, seat, person=helper, starts=DAY)
    refused(
        lambda: appoint_assistant(cabinet.admin, seat, person=helper, starts=DAY),
        "assists_already",
    )
    assert persons_of(cabinet.body).contains(helper)
    end_assistance(cabinet.admin, appointed, ends=date(2020, 3, 3))
    assert told(cabinet) == ["assistant.appointed", "assistant.ended"]


def test_a_group_has_one_name_and_changes(cabinet):
    group = form_circle(cabinet.admin, cabinet.body, name="Thường trực", persons=[cabinet.chair])
    refused(
        lambda: form_circle(cabinet.admin, cabinet.body, name="Thường trực", persons=[]),
        "circle_there",
    )
    change_circle(cabinet.admin, group, name="Thường trực CP", persons=[cabinet.finance])
    assert list(group.persons.all()) == [cabinet.finance]
    assert told(cabinet) == ["circle.formed", "circle.changed"]
    assert read(f"body.{cabinet.body.pk}").last().facts["persons"] == [cabinet.finance.pk]


def test_the_database_keeps_duties_and_names(cabinet):
    held = post(cabinet, cabinet.person("clerk"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.filter(pk=held.pk).update(duty="boss")
    form_circle(cabinet.admin, cabinet.body, name="A", persons=[])
    with pytest.raises(IntegrityError), transaction.atomic():
        Circle.objects.create(body=cabinet.body, name="A")


def test_the_administrators_forms(cabinet, client):
    client.force_login(cabinet.admin)
    seat = cabinet.body.memberships.get(person=cabinet.finance)
    clerk = cabinet.person("clerk")
    sent = {
        "person": clerk.pk,
        "agency": agency("finance").pk,
        "duty": "clerk",
        "starts": "2020-02-03",
    }
    new = reverse("people:post_new", args=[cabinet.body.pk])
    assert client.get(new).status_code == 200
    assert client.post(new, {**sent, "starts": "?"}).status_code == 422
    assert client.post(new, sent).status_code == 302
    appoint = reverse("people:assistant_new", args=[seat.pk])
    assert client.post(appoint, {"person": clerk.pk, "starts": "2020-02-03"}).status_code == 302
    group = reverse("people:circle_new", args=[cabinet.body.pk])
    assert client.post(group, {"name": ""}).status_code == 422
    assert client.post(group, {"name": "Nhóm", "persons": [clerk.pk]}).status_code == 302
    again = client.post(group, {"name": "Nhóm"})
    assert again.status_code in {409, 422}
    circle = Circle.objects.get()
    change = reverse("people:circle", args=[circle.pk])
    assert client.post(change, {"name": "Nhóm 1", "persons": []}).status_code == 302

    page = client.get(reverse("people:body", args=[cabinet.body.pk])).content.decode()
    assert "Nhóm 1" in page
    assert page.count(str(clerk)) >= 3
    held = Post.objects.get()
    end = reverse("people:post_end", args=[cabinet.body.pk, held.pk])
    assert client.post(end, {"ends": "2020-03-03"}).status_code == 302
    assistance = seat.assistances.get()
    leave = reverse("people:assistant_end", args=[assistance.pk])
    assert client.post(leave, {"ends": "2020-03-03"}).status_code == 302


def test_an_agency_is_called_by_its_names_in_both_languages(client, cabinet):
    client.force_login(cabinet.admin)
    finance = agency("finance")
    url = reverse("people:agency", args=[cabinet.body.pk, finance.pk])
    names = {"name": "Bộ Tài chính", "short_name": "BTC", "name_en": "Ministry of Finance"}

    assert client.post(url, {**names, "short_name": ""}).status_code == 422
    client.post(url, {**names, "short_name_en": "MOF"})

    finance.refresh_from_db()
    with translation.override("en"):
        assert (finance.short_here, agency("health").short_here) == ("MOF", "BYT")
    with translation.override("vi"):
        assert finance.short_here == "BTC"
    assert "MOF" in client.get(reverse("people:agencies", args=[cabinet.body.pk])).text
    assert told(cabinet) == ["agency.renamed"]


def test_an_agency_with_its_head_elsewhere_keeps_its_names(cabinet):
    elsewhere = Body.objects.create(name="Khác", code="khac", symbol="K")
    other = Agency.objects.create(name="Sở", code="H29", short_name="Sở")
    held = cabinet.body.memberships.get(person=cabinet.finance)
    Membership.objects.create(
        body=elsewhere, person=held.person, agency=other, office="Giám đốc", starts=SINCE
    )

    with pytest.raises(Refusal):
        rename_agency(cabinet.admin, cabinet.body, other, name="Khác", short_name="K")
