"""Notices are told in the language of each, and follow a person who changes it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from people.models import Notice
from tests.people.test_notices import KIND, moment, send_all, tell


def test_each_is_told_once_in_the_own_language(cabinet, finance):
    cabinet.health.language = "en"
    gone = cabinet.person("gone", is_active=False)

    tell(finance, finance, cabinet.health, gone, say=lambda: (_("Saved."), ""))

    told = {notice.person: notice.title for notice in Notice.objects.all()}
    assert told == {finance: "Đã lưu.", cabinet.health: "Saved."}


def test_who_changes_the_language_reads_old_notices_in_it(client, finance):
    tell(finance, say=lambda: (_("Saved."), _("Please sign in to read it.")))
    Notice.objects.create(
        person=finance, kind=KIND, title="Đã đổi giờ", body="08 giờ", created_at=moment(8)
    )
    client.force_login(finance)
    assert "Đã lưu." in client.get(reverse("people:notices")).content.decode()

    client.post(reverse("people:language"), {"language": "en", "next": "/"})

    page = client.get(reverse("people:notices")).content.decode()
    assert "Saved." in page
    assert "Please sign in to read it." in page
    assert "Đã lưu." not in page
    assert "Đã đổi giờ" in page  # told before both languages were kept
    (letter,) = send_all()
    assert letter.subject == "Saved."
