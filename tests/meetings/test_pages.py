"""The pages of a meeting, seen by those who have a part in it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.actions import check_in, invite
from meetings.models import Meeting
from people.models import Body, Membership, Role, RoleGrant, Substitution


def door(name, thing):
    return reverse(f"meetings:{name}", args=[thing.pk])


@pytest.fixture
def secretary(cabinet, client):
    client.force_login(cabinet.secretary)
    return client


@pytest.fixture
def facts(cabinet):
    return {
        "title": "Phiên họp tháng 3",
        "day": (timezone.localdate() + timedelta(days=3)).isoformat(),
        "begins": "08:00",
        "ends": "11:30",
        "place": "Hà Nội",
        "chair": cabinet.chair.pk,
        "secretary": cabinet.secretary.pk,
    }


@pytest.mark.parametrize("name", ["page", "edit", "invitations", "attendance", "record"])
def test_the_secretary_opens_every_page(cabinet, secretary, name):
    assert secretary.get(door(name, cabinet.convened("Ngân sách"))).status_code == 200


@pytest.mark.parametrize(
    "state", ["draft", "convened", "in_session", "suspended", "adjourned", "sealed", "cancelled"]
)
def test_the_page_knows_every_state(cabinet, client, state):
    meeting = cabinet.convened("Ngân sách")
    cabinet.arrive(meeting, cabinet.health)
    Meeting.objects.filter(pk=meeting.pk).update(state=state, sealed_at=timezone.now())
    for person in (cabinet.secretary, cabinet.finance, cabinet.health):
        client.force_login(person)
        expected = 404 if state == "draft" and person != cabinet.secretary else 200
        assert client.get(door("page", meeting)).status_code == expected


def test_a_member_reads_and_has_no_tools(cabinet, client):
    meeting = cabinet.convened()
    client.force_login(cabinet.finance)

    page = client.get(door("page", meeting)).content.decode()

    assert "Báo có mặt" in page
    assert door("attendance", meeting) not in page
    assert client.get(door("attendance", meeting)).status_code == 403
    assert client.get(door("edit", meeting)).status_code == 403
    assert client.get(door("record", meeting)).status_code == 403
    assert client.get(door("invitations", meeting)).status_code == 200
    assert client.post(door("invitations", meeting), {}).status_code == 403
    assert client.get(reverse("meetings:new")).status_code == 403


def test_a_stranger_finds_nothing(cabinet, client):
    meeting = cabinet.convened()
    place = cabinet.participant(meeting, cabinet.finance)
    client.force_login(cabinet.stranger())

    for name in ("page", "edit", "invitations", "attendance", "record", "live", "console", "wall"):
        assert client.get(door(name, meeting)).status_code == 404
    for name, thing in (("take", place), ("uninvite", place), ("move", meeting)):
        assert client.post(door(name, thing), {"to": "present"}).status_code in {404, 422}
    assert "Chưa có phiên họp nào sắp tới" in client.get(reverse("meetings:list")).content.decode()


def test_a_meeting_is_planned_on_the_page(cabinet, secretary, facts):
    assert secretary.get(reverse("meetings:new")).status_code == 200

    answer = secretary.post(reverse("meetings:new"), facts)

    meeting = Meeting.objects.get()
    assert answer.url == reverse("agendas:agenda", args=[meeting.pk])
    assert timezone.localtime(meeting.starts_at).strftime("%H:%M") == "08:00"
    assert timezone.localtime(meeting.ends_at).strftime("%H:%M") == "11:30"


def test_each_body_plans_its_own_meetings(cabinet, secretary):
    other = Body.objects.create(name="Ủy ban", code="uy-ban", symbol="UB")
    url = reverse("meetings:new")
    assert secretary.get(f"{url}?body={other.pk}").status_code == 404
    RoleGrant.objects.create(
        body=other, person=cabinet.secretary, role=Role.SECRETARY, starts="2016-01-01"
    )
    assert "Ủy ban" in secretary.get(f"{url}?body={other.pk}").content.decode()


@pytest.mark.parametrize(
    "wrong", [{"title": ""}, {"ends": "07:00"}, {"day": "30/02"}, {"day": "2015-01-01"}]
)
def test_a_wrong_form_is_shown_again(cabinet, secretary, facts, wrong):
    answer = secretary.post(reverse("meetings:new"), {**facts, **wrong})
    assert answer.status_code == 422
    assert not Meeting.objects.exists()


def test_a_meeting_is_changed_on_the_page(cabinet, secretary, facts):
    meeting = cabinet.meeting()
    secretary.post(door("edit", meeting), {**facts, "ends": ""})
    meeting.refresh_from_db()
    assert (meeting.title, meeting.ends_at) == ("Phiên họp tháng 3", None)


def test_the_steps_are_taken_on_the_page(cabinet, secretary):
    meeting = cabinet.meeting()
    assert secretary.post(door("move", meeting), {"to": "convened"}).status_code == 302
    assert secretary.post(door("move", meeting), {"to": "in_session"}).status_code == 409
    assert secretary.post(door("move", meeting), {"to": "sealed"}).status_code == 422
    assert secretary.post(door("move", meeting), {"to": "cancelled"}).status_code == 409
    secretary.post(door("move", meeting), {"to": "cancelled", "reason": "Bão"})
    meeting.refresh_from_db()
    assert meeting.state == "cancelled"


def test_a_substitute_is_invited_on_the_page(cabinet, secretary):
    meeting = cabinet.convened()
    member = cabinet.participant(meeting, cabinet.finance)
    deputy = cabinet.person("deputy")
    form = {"capacity": "substitute", "person": deputy.pk, "office": "Thứ trưởng"}

    assert secretary.post(door("invitations", meeting), form).status_code == 422
    secretary.post(door("invitations", meeting), {**form, "stands_for": member.pk})

    place = cabinet.participant(meeting, deputy)
    assert place.stands_for == member
    assert "dự thay Lê Thị Hòa" in secretary.get(door("invitations", meeting)).content.decode()
    secretary.post(door("uninvite", place))
    assert not meeting.participants.filter(person=deputy).exists()


def test_the_roll_is_called_on_the_page(cabinet, secretary):
    meeting = cabinet.convened()
    for person in cabinet.members()[:4]:
        check_in(person, meeting)
    transport = cabinet.participant(meeting, cabinet.transport)

    assert "Xác nhận 4 người" in secretary.get(door("attendance", meeting)).content.decode()
    secretary.post(door("confirm_all", meeting))
    assert "Khai mạc phiên họp" in secretary.get(door("attendance", meeting)).content.decode()
    assert secretary.post(door("take", transport), {"to": "excused"}).status_code == 409
    secretary.post(door("take", transport), {"to": "excused", "reason": "Ốm"})
    secretary.post(door("take", transport), {"to": "expected"})
    answer = secretary.post(
        door("take", transport), {"to": "present"}, headers={"HX-Request": "true"}
    )
    assert 'id="roll"' in answer.content.decode()
    secretary.post(door("take", transport), {"to": "left"})
    transport.refresh_from_db()
    assert transport.attendance == "left"
    assert secretary.post(door("take", transport), {"to": "flying"}).status_code == 422


def test_one_checks_in_and_out_without_a_socket(cabinet, client):
    meeting = cabinet.convened()
    client.force_login(cabinet.finance)

    client.post(door("presence", meeting), {"to": "checked_in", "site": cabinet.site.pk})
    assert cabinet.participant(meeting, cabinet.finance).site == cabinet.site
    client.post(door("presence", meeting), {"to": "left"})
    assert cabinet.participant(meeting, cabinet.finance).attendance == "left"
    assert client.post(door("presence", meeting), {"to": "x"}).status_code == 422


def test_the_chair_is_handed_over_on_the_page(cabinet, secretary):
    meeting = cabinet.in_session()
    place = cabinet.participant(meeting, cabinet.finance)
    secretary.post(door("chair", meeting), {"to": place.pk})
    meeting.refresh_from_db()
    assert meeting.chair == cabinet.finance
    assert secretary.post(door("chair", meeting), {"to": "x"}).status_code == 422


def test_the_record_tells_in_sentences(cabinet, secretary):
    meeting = cabinet.in_session("Ngân sách")
    page = secretary.get(door("record", meeting)).content.decode()
    assert "Trần Minh Khôi khai mạc phiên họp: có mặt 5/5." in page
    assert "Đã công bố chương trình bản A." in page


def test_the_list_costs_few_queries(cabinet, client, django_assert_max_num_queries):
    for _round in range(6):
        cabinet.convened()
    client.force_login(cabinet.finance)
    with django_assert_max_num_queries(12):
        client.get(reverse("meetings:list"))


def test_a_big_roll_costs_few_queries(cabinet, secretary, django_assert_max_num_queries):
    meeting = cabinet.convened()
    for number in range(30):
        invite(cabinet.secretary, meeting, person=cabinet.person(f"g{number}"), capacity="invitee")
    for name in ("page", "invitations", "attendance"):
        with django_assert_max_num_queries(16):
            secretary.get(door(name, meeting))


def test_a_standing_substitute_is_invited_with_one_press(cabinet, secretary):
    meeting = cabinet.convened()
    Substitution.objects.create(
        membership=cabinet.finance.memberships.get(),
        substitute=cabinet.person("deputy"),
        office="Thứ trưởng Bộ Tài chính",
        starts="2020-01-01",
    )
    page = secretary.get(door("invitations", meeting)).content.decode()
    assert "Người dự thay đã được chỉ định" in page
    place = cabinet.participant(meeting, cabinet.finance)
    form = {"capacity": "substitute", "stands_for": place.pk, "person": cabinet.deputy.pk}
    secretary.post(door("invitations", meeting), form)
    page = secretary.get(door("invitations", meeting)).content.decode()
    assert "Người dự thay đã được chỉ định" not in page


def test_the_roll_is_renewed_on_the_page(cabinet, secretary):
    meeting = cabinet.convened()
    Membership.objects.create(
        body=cabinet.body, person=cabinet.person("culture"), office="Bộ trưởng", starts="2019-01-01"
    )
    assert door("roll", meeting) in secretary.get(door("invitations", meeting)).content.decode()
    secretary.post(door("roll", meeting))
    assert meeting.participants.filter(person=cabinet.culture, has_vote=True).exists()
    assert door("roll", meeting) not in secretary.get(door("invitations", meeting)).content.decode()
