"""The letter of invitation: its number, what stands on it, the printed page."""

import io
import threading

import pikepdf
import pytest
from django.core.files.temp import NamedTemporaryFile
from django.db import IntegrityError, connections, transaction
from django.urls import reverse

from agendas.actions import invite_for_item, withdraw_item
from core.errors import NotAllowed
from meetings.actions import invite, move_meeting, write_letter
from meetings.errors import MeetingHasBegun
from meetings.models import Invitation, LetterBook, Site
from minutes.invitation import letter_facts, letter_of
from tests.cabinet import Cabinet

SIGNED = {
    "authority": "TL. Thủ tướng Chính phủ",
    "signer_office": "Chủ nhiệm Văn phòng Chính phủ",
    "signer": "Hoàng Văn An",
    "notes": "Tài liệu đọc trên hệ thống.",
    "recipients": "Văn phòng Trung ương Đảng\n- Ban Tổ chức Trung ương;",
}


def words_of(pdf):
    """Return the text of a PDF, read with pdftotext."""
    import subprocess

    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        told = subprocess.run(
            ["pdftotext", "-layout", file.name, "-"], check=True, capture_output=True, text=True
        )
    return " ".join(told.stdout.split())


def test_letters_are_numbered_in_the_order_of_convening(cabinet):
    numbers = [Invitation.objects.get(meeting=cabinet.convened()).notation for _n in range(3)]
    assert numbers == ["01/GM-CP", "02/GM-CP", "03/GM-CP"]


def test_a_failed_convening_takes_no_number(cabinet):
    meeting = cabinet.meeting()

    @transaction.atomic
    def deed():
        move_meeting(cabinet.secretary, meeting, "convened")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        deed()
    meeting.refresh_from_db()

    move_meeting(cabinet.secretary, meeting, "convened")

    assert Invitation.objects.get(meeting=meeting).number == 1
    assert LetterBook.objects.get().last == 1


@pytest.mark.django_db(transaction=True)
def test_meetings_convened_together_get_numbers_without_a_gap(transactional_db):
    cabinet = Cabinet()
    meetings = [cabinet.meeting(f"Phiên họp {n}") for n in range(6)]
    gate, failed = threading.Barrier(len(meetings)), []

    def convene(meeting):
        gate.wait()
        try:
            move_meeting(cabinet.secretary, meeting, "convened")
        except Exception as problem:
            failed.append(problem)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=convene, args=[meeting]) for meeting in meetings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert failed == []
    numbers = sorted(Invitation.objects.values_list("number", flat=True))
    assert numbers == [1, 2, 3, 4, 5, 6]


def test_a_new_letter_is_signed_like_the_one_before(cabinet):
    first = cabinet.meeting()
    write_letter(cabinet.secretary, first, **SIGNED)
    move_meeting(cabinet.secretary, first, "convened")

    second = Invitation.objects.get(meeting=cabinet.convened())

    assert (second.signer, second.authority) == (SIGNED["signer"], SIGNED["authority"])
    assert (second.number, second.uid) != (1, first.invitation.uid)


def test_the_letter_names_whom_it_invites_and_only_open_matters(cabinet):
    meeting = cabinet.convened("Dự toán ngân sách")
    cabinet.item(meeting, "Nhân sự", restricted=True)
    cabinet.item(meeting, "Chưa công bố")
    Site.objects.create(body=cabinet.body, code="HP", name="Hải Phòng", order=1)
    write_letter(cabinet.secretary, meeting, **SIGNED)

    facts = letter_facts(meeting, cabinet.participant(meeting, cabinet.finance))

    assert facts["guests"] == ["Ông (bà) Lê Thị Hòa, Bộ trưởng Bộ Tài chính"]
    assert facts["items"] == [["1", "Dự toán ngân sách"]]
    assert facts["sites"] == {"count": 1, "names": ["Hải Phòng"]}
    assert facts["recipients"] == ["Văn phòng Trung ương Đảng", "Ban Tổ chức Trung ương"]
    assert facts["notation"] == "01/GM-CP"


def test_a_guest_of_one_item_reads_of_no_other(cabinet):
    meeting = cabinet.convened("Ngân sách", "Dự án luật")
    item = meeting.items.get(title="Dự án luật")
    guest = invite_for_item(cabinet.secretary, item, person=cabinet.person("expert")).participant

    assert letter_facts(meeting, guest)["items"] == [["2", "Dự án luật"]]
    assert len(letter_facts(meeting, cabinet.participant(meeting, cabinet.finance))["items"]) == 2


def test_the_letter_to_all_names_the_body_and_its_guests(cabinet):
    meeting = cabinet.convened()
    guest = cabinet.person("guest")
    invite(cabinet.secretary, meeting, person=guest, capacity="invitee", office="Chủ tịch")
    assert letter_facts(meeting, None)["guests"] == [
        "Các thành viên Chính phủ",
        "Ông (bà) Người guest, Chủ tịch",
    ]


@pytest.mark.slow
def test_the_printed_letter_is_laid_out_as_the_decree_says(cabinet):
    meeting = cabinet.meeting()
    cabinet.item(meeting, "Dự toán ngân sách")

    cabinet.publish(meeting)
    write_letter(cabinet.secretary, meeting, **SIGNED)
    meeting = move_meeting(cabinet.secretary, meeting, "convened")

    pdf = letter_of(meeting, cabinet.participant(meeting, cabinet.finance))

    words, place = words_of(pdf), 0
    for part in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 01/GM-CP",
        "Hà Nội, ngày",
        "GIẤY MỜI",
        "trân trọng kính mời: Ông (bà) Lê Thị Hòa",
        "Tới dự: Phiên họp thường kỳ",
        "Chủ trì: Thủ tướng Trần Minh Khôi",
        "Thời gian:",
        "Địa điểm: Trụ sở Chính phủ",
        "1. Dự toán ngân sách.",
        "Nơi nhận:",
    ):
        place = words.index(part, place) if part != "Hà Nội, ngày" else place
        assert part in words
    for part in ("TL. THỦ TƯỚNG CHÍNH PHỦ", "Hoàng Văn An", "- Như trên;", "- Lưu: VT."):
        assert part in words
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert len(file.pages) == 1
        assert "giay-moi.json" in file.attachments
        metadata = file.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
    assert letter_of(meeting, cabinet.participant(meeting, cabinet.finance)) == pdf


def test_only_the_desk_writes_the_letter_and_only_before_the_meeting(cabinet):
    meeting = cabinet.convened()
    with pytest.raises(NotAllowed):
        write_letter(cabinet.finance, meeting, **SIGNED)
    write_letter(cabinet.secretary, meeting, **SIGNED)
    assert cabinet.heard(meeting)[-1] == "invitation.written"
    write_letter(cabinet.secretary, meeting, **SIGNED)
    assert cabinet.heard(meeting).count("invitation.written") == 1
    cabinet.arrive(meeting)
    move_meeting(cabinet.chair, meeting, "in_session")
    with pytest.raises(MeetingHasBegun):
        write_letter(cabinet.secretary, meeting, **SIGNED)


def test_the_letter_is_written_on_the_page(cabinet, client):
    meeting = cabinet.meeting()
    client.force_login(cabinet.secretary)
    url = reverse("meetings:letter_edit", args=[meeting.pk])
    assert client.get(url).status_code == 200
    assert not Invitation.objects.exists()

    assert client.post(url, SIGNED).status_code == 302
    assert client.post(url, {**SIGNED, "signer": "x" * 200}).status_code == 422

    assert Invitation.objects.get().signer == SIGNED["signer"]
    assert "Hoàng Văn An" in client.get(url).content.decode()


@pytest.mark.slow
def test_everybody_reads_the_own_letter(cabinet, client):
    meeting = cabinet.convened()
    url = reverse("meetings:letter", args=[meeting.pk])
    client.force_login(cabinet.finance)

    answer = client.get(url)

    assert answer.headers["Content-Type"] == "application/pdf"
    assert "Lê Thị Hòa" in words_of(answer.content)
    other = cabinet.participant(meeting, cabinet.health)
    assert "Lê Thị Hòa" in words_of(client.get(f"{url}?for={other.pk}").content)
    client.force_login(cabinet.secretary)
    assert "Phạm Quốc Dũng" in words_of(client.get(f"{url}?for={other.pk}").content)
    assert client.get(f"{url}?for=999999").status_code == 404


@pytest.mark.parametrize(
    "change", [{"number": None}, {"number": 0}, {"dated": None}, {"year": None}]
)
def test_a_number_has_its_year_and_day(cabinet, change):
    cabinet.convened()
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.update(**change)


def test_a_number_is_given_once(cabinet):
    cabinet.convened()
    second = Invitation.objects.get(meeting=cabinet.convened())
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.filter(pk=second.pk).update(number=1)


def test_the_letter_names_the_parts_of_a_guests_item_and_nothing_that_is_gone(cabinet):
    meeting = cabinet.meeting()
    law, gone = cabinet.item(meeting, "Dự án luật"), cabinet.item(meeting, "Đã thôi")
    cabinet.item(meeting, "Thuế suất", parent=law)
    cabinet.publish(meeting)
    withdraw_item(cabinet.secretary, gone, reason="Chưa đủ")
    guest = invite_for_item(cabinet.secretary, law, person=cabinet.person("expert")).participant

    told = [["1", "Dự án luật"], ["1.1", "Thuế suất"]]
    assert letter_facts(meeting, guest)["items"] == told
    assert letter_facts(meeting, None)["items"] == told
