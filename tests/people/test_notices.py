"""Notices: in the system at once, by mail and SMS as each person wants it."""

import json
from datetime import datetime, time, timedelta
from email.header import decode_header, make_header
from email.utils import parseaddr
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from core import clock
from people.models import Delivery, Notice, NoticeChoice, NoticeSetting
from people.notices.kinds import kind, kinds
from people.notices.outbox import MOST_TRIES, send_due
from people.notices.postman import Postman
from people.notices.telling import notify

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")
KIND = "absence.asked"


def tell(*persons, **facts):
    given = {"kind": KIND, "say": lambda: ("Phiên họp tháng 3", "08 giờ 00"), "url": "/meetings/1/"}
    return notify(persons, **{**given, **facts})


def wish(person, *, mail_="at_once", sms=False, **setting):
    NoticeChoice.objects.create(person=person, kind=KIND, mail=mail_, sms=sms)
    NoticeSetting.objects.create(person=person, **setting)


def send_all():
    while send_due():
        pass
    return mail.outbox


def moment(hour, minute=0, day=3):
    return datetime(2020, 3, day, hour, minute, tzinfo=VIET_NAM)


# --- telling ------------------------------------------------------------------------------------


def test_nothing_is_told_of_a_deed_that_failed(finance):
    @transaction.atomic
    def deed():
        tell(finance)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        deed()
    assert not Notice.objects.exists()
    assert not Delivery.objects.exists()


def test_a_live_page_hears_at_once(finance, django_capture_on_commit_callbacks):
    from realtime import bell

    heard = []
    bell._ears.append(heard.append)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            tell(finance)
    finally:
        bell._ears.remove(heard.append)

    (told,) = [message for message in heard if message["type"] == "person.told"]
    assert (told["person"], told["name"]) == (finance.pk, "notice")
    assert told["data"]["title"] == "Phiên họp tháng 3"


def test_of_the_long_past_nothing_goes_out(finance):
    with clock.at(moment(8)):
        tell(finance)
    assert Notice.objects.count() == 1
    assert not Delivery.objects.exists()


# --- mail ---------------------------------------------------------------------------------------


def test_a_notice_goes_out_by_mail_once(cabinet, finance):
    tell(finance, cabinet.health)  # of health no address is known

    (letter,) = send_all()

    assert letter.subject == "Phiên họp tháng 3"
    assert parseaddr(str(make_header(decode_header(letter.to[0])))) == (
        "Lê Thị Hòa",
        "finance@example.org",
    )
    assert "/meetings/1/" in letter.body
    assert len(send_all()) == 1
    assert Delivery.objects.get().sent_at


def test_of_a_restricted_item_a_mail_says_nothing(finance, settings):
    settings.SMS_GATEWAY = "people.notices.sms.FileGateway"
    wish(finance, sms=True, phone="+84912345678")
    tell(finance, say=lambda: ("Kỷ luật cán bộ", "Điều tra"), restricted=True)

    (letter,) = send_all()

    said = letter.message().as_string() + letter.subject + letter.body + messages_sent()
    for word in ("luật", "Điều tra", "/meetings/1/"):
        assert word not in said
    assert Notice.objects.get().title == "Kỷ luật cán bộ"


def test_who_wants_no_mail_gets_none(finance):
    wish(finance, mail_="no")
    tell(finance)
    assert send_all() == []
    assert Notice.objects.count() == 1


def test_the_daily_mail_holds_all_of_the_day(finance):
    wish(finance, mail_="digest", digest_at=time(7))
    tell(finance)
    tell(finance, say=lambda: ("Hủy họp", ""))
    assert send_all() == []

    Delivery.objects.update(due_at=timezone.now())
    (letter,) = send_all()

    assert letter.subject == "Thông báo trong ngày"
    assert "Phiên họp tháng 3" in letter.body
    assert "Hủy họp" in letter.body
    assert Delivery.objects.filter(sent_at__isnull=False).count() == 2


def test_quiet_hours_hold_for_mail(finance):
    here = timezone.localtime()
    start, end = ((here + timedelta(hours=n)).time().replace(second=0) for n in (-1, 2))
    wish(finance, quiet_from=start, quiet_until=end)
    tell(finance)
    assert send_all() == []
    assert Delivery.objects.get().due_at > timezone.now() + timedelta(hours=1)


def test_a_mail_server_that_is_down_is_asked_again(finance, settings):
    settings.EMAIL_BACKEND = "tests.people.gateways.DownMail"
    tell(finance)

    send_due()

    delivery = Delivery.objects.get()
    assert (delivery.tries, delivery.sent_at) == (1, None)
    assert "no route" in delivery.error
    assert delivery.due_at > timezone.now()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    Delivery.objects.update(due_at=timezone.now())
    assert len(send_all()) == 1
    assert Delivery.objects.get().error == ""


def test_what_fails_for_ever_is_given_up(finance, settings):
    settings.EMAIL_BACKEND = "tests.people.gateways.DownMail"
    tell(finance)
    for _try in range(MOST_TRIES):
        Delivery.objects.update(due_at=timezone.now())
        assert send_due() == 1
    Delivery.objects.update(due_at=timezone.now())
    assert send_due() == 0
    assert Delivery.objects.get().given_up_at


# --- SMS ----------------------------------------------------------------------------------------


def messages_sent():
    from django.conf import settings

    folder = Path(settings.DATA_DIR) / "sms"
    return "".join(path.read_text("utf-8") for path in sorted(folder.glob("*.json")))


def test_a_short_message_goes_through_the_gateway(finance, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.SMS_GATEWAY = "people.notices.sms.FileGateway"
    wish(finance, mail_="no", sms=True, phone="+84912345678")
    (notice,) = tell(finance)

    send_all()

    told = json.loads((tmp_path / "sms" / f"notice-{notice.pk}.json").read_text("utf-8"))
    assert (told["to"], told["text"]) == ("+84912345678", "Nghị Sự: Phiên họp tháng 3")


def test_without_a_gateway_nothing_waits_for_one(finance, settings):
    settings.SMS_GATEWAY = ""
    wish(finance, mail_="no", sms=True, phone="+84912345678")
    tell(finance)
    assert not Delivery.objects.exists()


def test_a_kind_may_go_by_sms_by_itself(finance, settings):
    settings.SMS_GATEWAY = "people.notices.sms.FileGateway"
    code = kind("test.urgent", "Khẩn", mail="no", sms=True)
    try:
        NoticeSetting.objects.create(person=finance, phone="+84912345678")
        tell(finance, kind=code)
    finally:
        del kinds[code]
    assert Delivery.objects.get().channel == "sms"


# --- who sends ----------------------------------------------------------------------------------


def test_the_command_sends_what_is_due(finance, capsys):
    tell(finance)
    call_command("send_notices")
    assert capsys.readouterr().out == "1 deliveries\n"
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_the_postman_comes_when_he_is_rung(cabinet):
    cabinet.finance.email = "finance@example.org"
    cabinet.finance.save()
    postman = Postman(every=60)
    postman.start()
    try:
        tell(cabinet.finance)
    finally:
        postman.stop(patience=60)
    assert len(mail.outbox) == 1
    assert not postman.thread.is_alive()
