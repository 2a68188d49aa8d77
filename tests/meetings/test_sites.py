"""Remote sites tell who is there."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from core.errors import NotAllowed
from meetings.actions import move_meeting, register_site
from meetings.errors import MeetingNotUnderWay, NoSuchSite
from meetings.models import Site, SiteAttendee, SiteRegistration
from people.models import Notice

LED = {
    "chair": "Nguyễn Văn Tùng",
    "chair_office": "Chủ tịch UBND thành phố",
    "operator": "Vũ Thị Lan",
    "operator_phone": "0912 345 678",
}
PEOPLE = [("Lê Anh Quân", "Phó Chủ tịch"), ("Trần Thu Hương", "")]


@pytest.fixture
def remote(cabinet):
    return Site.objects.create(body=cabinet.body, code="HP", name="Hải Phòng", order=1)


@pytest.fixture
def meeting(cabinet):
    return cabinet.convened()


def test_an_operator_registers_a_site(cabinet, meeting, remote):
    registered = register_site(cabinet.operator, meeting, remote, attendees=PEOPLE, **LED)

    told = [str(attendee) for attendee in registered.attendees.all()]
    assert told == ["Lê Anh Quân, Phó Chủ tịch", "Trần Thu Hương"]
    assert cabinet.heard(meeting)[-1] == "site.registered"
    assert Notice.objects.filter(person=cabinet.secretary, kind="site.registered").count() == 1


def test_a_registration_is_written_anew(cabinet, meeting, remote):
    register_site(cabinet.operator, meeting, remote, attendees=PEOPLE, **LED)
    register_site(cabinet.secretary, meeting, remote, attendees=PEOPLE[:1], **LED)
    assert SiteRegistration.objects.count() == 1
    assert SiteAttendee.objects.count() == 1


def test_members_and_strangers_register_nothing(cabinet, meeting, remote):
    for person in (cabinet.finance, cabinet.stranger(), cabinet.superuser()):
        with pytest.raises(NotAllowed):
            register_site(person, meeting, remote, attendees=[], **LED)


def test_the_seat_of_the_body_is_no_remote_site(cabinet, meeting):
    with pytest.raises(NoSuchSite):
        register_site(cabinet.operator, meeting, cabinet.site, attendees=[], **LED)


def test_sites_register_from_the_convening_to_the_end(cabinet, remote):
    draft = cabinet.meeting()
    with pytest.raises(NotAllowed):
        register_site(cabinet.operator, draft, remote, attendees=[], **LED)
    with pytest.raises(MeetingNotUnderWay):
        register_site(cabinet.secretary, draft, remote, attendees=[], **LED)
    over = move_meeting(cabinet.chair, cabinet.in_session(), "adjourned")
    with pytest.raises(MeetingNotUnderWay):
        register_site(cabinet.operator, over, remote, attendees=[], **LED)


def test_a_site_is_registered_on_the_page(cabinet, meeting, remote, client):
    client.force_login(cabinet.operator)
    url = reverse("meetings:site", args=[meeting.pk, remote.pk])
    assert client.get(url).status_code == 200
    lines = "Lê Anh Quân,  Phó Chủ tịch, phụ trách\n\n Trần Thu Hương \n"

    answer = client.post(url, {**LED, "people": lines})

    assert answer.url == reverse("meetings:sites", args=[meeting.pk])
    told = [str(attendee) for attendee in SiteAttendee.objects.order_by("order")]
    assert told == ["Lê Anh Quân, Phó Chủ tịch, phụ trách", "Trần Thu Hương"]
    assert "Nguyễn Văn Tùng" in client.get(answer.url).content.decode()
    assert "Trần Thu Hương" in client.get(url).content.decode()
    client.force_login(cabinet.finance)
    page = client.get(reverse("meetings:page", args=[meeting.pk])).content.decode()
    assert "1 điểm cầu đã đăng ký" in page
    assert client.get(url).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"chair": ""},
        {"operator_phone": ""},
        {"people": "x" * 200},
        {"people": ", Phó Chủ tịch"},
        {"people": "A\n" * 101},
    ],
)
def test_a_wrong_registration_is_shown_again(cabinet, meeting, remote, client, wrong):
    client.force_login(cabinet.operator)
    url = reverse("meetings:site", args=[meeting.pk, remote.pk])
    answer = client.post(url, {**LED, "people": "Lê Anh Quân", **wrong})
    assert answer.status_code == 422
    assert not SiteRegistration.objects.exists()


def test_sixty_three_sites_cost_few_queries(
    cabinet, meeting, client, django_assert_max_num_queries
):
    for number in range(20):
        site = Site.objects.create(body=cabinet.body, code=str(number), name=f"Tỉnh {number}")
        register_site(cabinet.operator, meeting, site, attendees=PEOPLE, **LED)
    client.force_login(cabinet.secretary)
    for name in ("sites", "page"):
        with django_assert_max_num_queries(20):
            client.get(reverse(f"meetings:{name}", args=[meeting.pk]))


def test_a_site_registers_once_and_can_be_reached(cabinet, meeting, remote):
    registered = register_site(cabinet.operator, meeting, remote, attendees=PEOPLE, **LED)
    for change in ({"chair": ""}, {"operator": ""}, {"operator_phone": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            SiteRegistration.objects.update(**change)
    for change in ({"name": ""}, {"order": 1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            SiteAttendee.objects.update(**change)
    registered.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        registered.save(force_insert=True)
