"""The pages of notices, and what the database promises of them."""

from datetime import time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from people.models import Delivery, Notice, NoticeChoice, NoticeSetting
from people.notices.kinds import kinds
from tests.people.test_notices import KIND, tell, wish


@pytest.fixture
def reader(client, finance):
    client.force_login(finance)
    return client


def test_the_bell_counts_what_is_not_read(reader, finance):
    home = reverse("people:home")
    assert 'data-count="0"' in reader.get(home).content.decode()
    first, _second = tell(finance)[0], tell(finance)[0]
    assert 'data-count="2"' in reader.get(home).content.decode()

    answer = reader.post(reverse("people:notice_read", args=[first.pk]))

    assert answer.url == "/meetings/1/"
    assert 'data-count="1"' in reader.get(home).content.decode()
    reader.post(reverse("people:notices_read"))
    assert 'data-count="0"' in reader.get(home).content.decode()


def test_one_reads_only_the_own_notices(reader, cabinet):
    (notice,) = tell(cabinet.health)
    assert "Phiên họp tháng 3" not in reader.get(reverse("people:notices")).content.decode()
    assert reader.post(reverse("people:notice_read", args=[notice.pk])).status_code == 404
    reader.post(reverse("people:notices_read"))
    notice.refresh_from_db()
    assert not notice.is_read


def test_a_long_list_costs_few_queries(reader, finance, django_assert_max_num_queries):
    for _round in range(45):
        tell(finance)
    with django_assert_max_num_queries(8):
        page = reader.get(reverse("people:notices")).content.decode()
    assert "?page=2" in page


def wishes(**changes):
    """Return the form as it stands, with changes."""
    form = {"digest_at": "07:00", "phone": "", "quiet_from": "", "quiet_until": ""}
    form |= {f"mail:{code}": known.mail for code, known in kinds.items()}
    return form | changes


def test_one_chooses_how_to_be_told(reader, finance):
    url = reverse("people:notice_settings")
    assert reader.get(url).status_code == 200

    changes = {
        f"mail:{KIND}": "digest",
        f"sms:{KIND}": "on",
        "phone": "+84912345678",
        "quiet_from": "22:00",
        "quiet_until": "06:00",
    }
    assert reader.post(url, wishes(**changes)).status_code == 302

    choice = NoticeChoice.objects.get(person=finance, kind=KIND)
    assert (choice.mail, choice.sms) == ("digest", True)
    assert NoticeSetting.objects.get(person=finance).quiet_until == time(6)


@pytest.mark.parametrize(
    "wrong",
    [
        {"quiet_from": "22:00"},
        {f"sms:{KIND}": "on"},
        {"phone": "gọi tôi"},
        {f"mail:{KIND}": "perhaps"},
        {"digest_at": "25:00"},
    ],
)
def test_a_wrong_choice_is_shown_again(reader, wrong):
    answer = reader.post(reverse("people:notice_settings"), wishes(**wrong))
    assert answer.status_code == 422
    assert not NoticeSetting.objects.exists()
    assert not NoticeChoice.objects.exists()


# --- what the database promises -----------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        {"channel": "pigeon"},
        {"sent_at": timezone.now(), "given_up_at": timezone.now()},
        {"in_digest": True, "channel": "sms"},
    ],
)
def test_a_delivery_is_kept_in_order(finance, change):
    tell(finance)
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.update(**change)


def test_notices_and_wishes_are_kept_in_order(finance):
    (notice,) = tell(finance)
    wish(finance)
    for things, change in (
        (Notice.objects, {"read_at": notice.created_at - timedelta(days=1)}),
        (NoticeSetting.objects, {"quiet_from": time(22)}),
        (NoticeChoice.objects, {"mail": "perhaps"}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            things.update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.create(notice=notice, channel="mail", due_at=timezone.now())
