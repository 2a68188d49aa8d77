"""The doors of papers: upload with a sentence for everything that is wrong, list, read, in ranges."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.clock import at
from meetings.models import Meeting
from meetings.states import MeetingState
from papers.actions import replace_paper, save_mark, take_late_papers, withdraw_paper
from papers.ingest.reading import read_pdf
from papers.marks import parse_mark
from papers.models import Paper
from tests.papers import files
from tests.papers.making import note


def upload(client, item, content, *, title="Tờ trình", **extra):
    file = SimpleUploadedFile("to-trinh.pdf", content, content_type="application/pdf")
    url = reverse("papers:upload", args=[item.pk])
    return client.post(url, {"title": title, "role": "submission", "file": file}, **extra)


# --- upload -----------------------------------------------------------------------------------


def test_the_secretary_uploads_a_paper(signed_in, desk, cabinet):
    client = signed_in(cabinet.secretary)

    page = client.get(reverse("papers:upload", args=[desk.item.pk]))
    answer = upload(client, desk.item, files.good())

    assert "100 MB" in page.content.decode()
    assert answer.status_code == 302
    assert Paper.objects.get().current.pages == 2


def test_a_script_gets_the_address_of_what_it_made(signed_in, desk, cabinet):
    answer = upload(
        signed_in(cabinet.secretary),
        desk.item,
        files.good(),
        headers={"accept": "application/json"},
    )

    assert answer.status_code == 201
    assert answer.json() == {"id": Paper.objects.get().pk, "url": f"/items/{desk.item.pk}/"}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (lambda: b"PK\x03\x04 a word processor's file", "không phải là PDF"),
        (files.encrypted, "đòi mật khẩu"),
        (files.cut_short, "bị hỏng"),
        (files.bomb, "quá phức tạp"),
        (lambda: b"", "trống|rỗng|empty"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_a_sentence(
    signed_in, desk, cabinet, content, sentence
):
    client = signed_in(cabinet.secretary)
    bytes_sent = content()

    page = upload(client, desk.item, bytes_sent)
    told = upload(client, desk.item, bytes_sent, headers={"accept": "application/json"})

    assert page.status_code == told.status_code == 422
    assert any(part in page.content.decode() for part in sentence.split("|"))
    assert any(part in told.json()["message"] for part in sentence.split("|"))
    assert not Paper.objects.exists()


def test_too_many_bytes_are_refused(signed_in, desk, cabinet, settings):
    settings.MAX_UPLOAD_BYTES = 1024 * 1024

    answer = upload(signed_in(cabinet.secretary), desk.item, b"%PDF-" + b"0" * 2 * 1024 * 1024)

    assert answer.status_code in {413, 422}
    assert "lớn hơn 1 MB" in answer.content.decode()


def test_who_may_not_upload(signed_in, desk, cabinet):
    statuses = {
        who.username: upload(signed_in(who), desk.item, files.good()).status_code
        for who in (cabinet.finance, cabinet.admin, cabinet.superuser(), cabinet.stranger())
    }

    assert statuses == {"finance": 403, "admin": 404, "superuser": 404, "stranger": 404}
    assert not Paper.objects.exists()


def test_replace_and_withdraw_have_doors_of_their_own(signed_in, desk, cabinet):
    paper = desk.table()
    client = signed_in(cabinet.secretary)
    file = SimpleUploadedFile("bis.pdf", files.good(text="Sửa"))

    assert client.get(f"/papers/{paper.pk}/versions/new/").status_code == 200
    assert client.post(f"/papers/{paper.pk}/versions/new/", {"file": file}).status_code == 302
    assert client.get(f"/papers/{paper.pk}/withdrawal/").status_code == 200
    assert client.post(f"/papers/{paper.pk}/withdrawal/", {"reason": "Rút"}).status_code == 302
    paper = Paper.objects.get()
    assert paper.is_withdrawn
    assert paper.current.number == 2
    assert signed_in(cabinet.finance).get(f"/papers/{paper.pk}/versions/new/").status_code == 404


def test_a_closed_meeting_offers_no_form(signed_in, desk, cabinet):
    paper = desk.table()
    Meeting.objects.filter(pk=desk.meeting.pk).update(
        state=MeetingState.SEALED, sealed_at=timezone.now()
    )
    client = signed_in(cabinet.secretary)

    for url in (f"/items/{desk.item.pk}/papers/new/", f"/papers/{paper.pk}/withdrawal/"):
        assert client.get(url).status_code == 409
    assert "Thêm tài liệu" not in client.get(f"/items/{desk.item.pk}/papers/").content.decode()
    assert client.get(f"/papers/{paper.pk}/").status_code == 200


# --- list and reader --------------------------------------------------------------------------


def test_the_list_shows_what_a_member_needs(signed_in, desk, cabinet):
    paper = desk.table()
    url = reverse("papers:list", args=[desk.item.pk])

    member = signed_in(cabinet.finance).get(url).content.decode()
    keeper = signed_in(cabinet.secretary).get(url).content.decode()

    assert f"/papers/{paper.pk}/" in member
    assert "2 trang" in member
    assert "Thêm tài liệu" not in member
    assert "Thêm tài liệu" in keeper


def test_a_list_of_many_papers_asks_as_few_questions_as_one_paper(
    signed_in, desk, cabinet, django_assert_num_queries
):
    cabinet.working_calendar(2026)
    client = signed_in(cabinet.finance)
    url = reverse("papers:list", args=[desk.item.pk])
    desk.table()
    client.get(url)

    with CaptureQueriesContext(connection) as one:
        client.get(url)
    for number in range(4):
        desk.table(title=f"Phụ lục {number}")
    with django_assert_num_queries(len(one)):
        client.get(url)

    assert len(one) <= 14


def test_what_came_after_the_limit_says_so(signed_in, desk, cabinet):
    """Members read it once the chair has taken it; until then it is not there for them."""
    Meeting.objects.filter(pk=desk.meeting.pk).update(
        starts_at=timezone.now() + timedelta(days=30), ends_at=None
    )
    desk.item.meeting.refresh_from_db()
    early = desk.table()
    with at(desk.item.meeting.starts_at - timedelta(days=1)):
        late = desk.table(title="Bổ sung", late_for="Chờ số liệu")
    client = signed_in(cabinet.finance)
    assert client.get(f"/papers/{late.pk}/").status_code == 404

    take_late_papers(cabinet.chair, desk.item)

    page = client.get(reverse("papers:list", args=[desk.item.pk])).content.decode()
    assert page.count("gửi muộn") == 1
    assert "gửi muộn" in client.get(f"/papers/{late.pk}/").content.decode()
    assert "gửi muộn" not in client.get(f"/papers/{early.pk}/").content.decode()


def test_the_reader_is_a_page_and_a_fragment_and_notes_the_opening(signed_in, desk, cabinet):
    paper = desk.table()
    client = signed_in(cabinet.finance)

    page = client.get(f"/papers/{paper.pk}/").content.decode()
    fragment = client.get(f"/papers/{paper.pk}/reader/").content.decode()

    assert "<meeting-room" in page
    assert "<paper-reader" in page
    assert "<html" not in fragment
    assert f'data-version="{paper.current.pk}"' in fragment
    assert cabinet.heard(desk.meeting).count("paper.opened") == 1


def test_whoever_marked_an_earlier_version_is_led_to_it(signed_in, desk, cabinet):
    paper = desk.table()
    save_mark(cabinet.finance, parse_mark(note(paper.current)))
    replace_paper(cabinet.secretary, paper, file=read_pdf(files.good(text="Sửa")))

    finance = signed_in(cabinet.finance).get(f"/papers/{paper.pk}/").content.decode()
    earlier = signed_in(cabinet.finance).get(f"/papers/{paper.pk}/?version=1").content.decode()
    health = signed_in(cabinet.health).get(f"/papers/{paper.pk}/").content.decode()

    assert "có 1 dấu ghi chú trên bản trước." in finance
    assert f'href="/papers/{paper.pk}/?version=1"' in finance
    assert "Đây là bản cũ." in earlier
    assert "trên bản trước" not in health
    assert signed_in(cabinet.health).get(f"/papers/{paper.pk}/?version=3").status_code == 404


# --- restricted -------------------------------------------------------------------------------


def test_a_restricted_paper_does_not_exist_for_others(signed_in, desk, cabinet):
    paper = desk.table(desk.secret)
    paths = ["", "reader/", "file/", "annotations/", "versions/new/", "withdrawal/"]
    urls = [f"/items/{desk.secret.pk}/papers/", *(f"/papers/{paper.pk}/{path}" for path in paths)]

    for person in (cabinet.finance, cabinet.admin, cabinet.superuser(), cabinet.archivist):
        client = signed_in(person)
        assert {client.get(url).status_code for url in urls} == {404}
    assert {signed_in(cabinet.secretary).get(url).status_code for url in urls} == {200}


def test_a_withdrawn_paper_cannot_be_read_by_its_old_address(signed_in, desk, cabinet):
    paper = desk.table()
    withdraw_paper(cabinet.secretary, paper)

    assert signed_in(cabinet.finance).get(f"/papers/{paper.pk}/file/").status_code == 404
