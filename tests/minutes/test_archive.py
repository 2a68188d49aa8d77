"""Finding what was sealed, and only what one may see."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.clock import at
from minutes.actions import approve_minutes, draft_minutes
from minutes.models import ArchivedMinutes
from minutes.policies import archive_of
from minutes.searching import kind_of, search, snippet, words_of
from minutes.states import MinutesState

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def shelved(cabinet):
    """Return a way of putting a session into the archive without printing and signing it."""

    def shelve(title, words="", year=2020, month=2, **facts):
        from meetings.actions import move_meeting
        from meetings.models import Meeting

        start = datetime(year, month, 5, 1, tzinfo=UTC)
        with at(start):
            meeting = cabinet.in_session(
                "Nội dung", title=title, starts_at=start, ends_at=None, **facts
            )
            from agendas.actions import close_item

            close_item(cabinet.chair, cabinet.open_item(meeting), conclusion=words)
            meeting = move_meeting(cabinet.chair, meeting, "adjourned")
            minutes = draft_minutes(cabinet.secretary, meeting)
            minutes = approve_minutes(cabinet.secretary, minutes)
        minutes.state = MinutesState.SEALED
        minutes.save()
        Meeting.objects.filter(pk=meeting.pk).update(state="sealed", sealed_at=start)
        return ArchivedMinutes.objects.create(
            minutes=minutes,
            sha256=f"{minutes.pk:064x}",
            size=1,
            path="nowhere",
            journal_number=1,
            journal_hash="",
            sealed_at=start,
            sealed_by=cabinet.secretary,
            held_on=start.date(),
            year=year,
            **words_of(minutes),
        )

    return shelve


def found(person, words):
    return list(search(archive_of(person), words))


def test_words_are_found_with_or_without_marks_exact_ones_first(cabinet, shelved):
    fee = shelved("Phiên thứ nhất", "Bàn về phí và lệ phí.", month=1)
    flight = shelved("Phiên thứ hai", "Bàn về phi cơ.", month=2)
    shelved("Phiên thứ ba", "Bàn việc khác.", month=3)

    assert found(cabinet.archivist, "phí") == [fee, flight]
    assert found(cabinet.archivist, "phi") == [flight, fee]
    assert found(cabinet.archivist, "PHI CO") == [flight, fee]
    assert found(cabinet.archivist, "lệ ph")[0] == fee
    assert found(cabinet.archivist, "phí khác") == []
    assert len(found(cabinet.archivist, "")) == 3


def test_a_phrase_comes_before_its_words_apart(cabinet, shelved):
    apart = shelved("Phiên hai", "Giai đoạn 2; ngân hàng.", month=3)
    phrase = shelved("Phiên một", "Tình hình giải ngân vốn đầu tư công.", month=1)

    assert found(cabinet.archivist, "giai ngan") == [phrase, apart]


def test_a_date_or_a_number_is_found_as_it_is_written(cabinet, shelved):
    february = shelved("Phiên họp thường kỳ tháng 02/2020", month=2)
    shelved("Phiên họp thường kỳ tháng 01/2020", month=1)

    assert found(cabinet.archivist, "02/2020") == [february]


def test_a_snippet_marks_the_words_and_nothing_dangerous(cabinet, shelved):
    one = shelved("Phiên <b>một</b>", "Tình hình giải ngân <script>alert(1)</script> vốn.")

    piece = snippet(one, "giai ngan")

    assert "<mark>giải</mark> <mark>ngân</mark>" in piece
    assert "<script>" not in piece
    assert snippet(one, "") == "" or "<mark>" not in snippet(one, "")


def test_kinds_of_sessions_are_told_from_their_titles():
    assert kind_of("Phiên họp Chính phủ thường kỳ tháng 02/2020") == "regular"
    assert kind_of("Phiên họp chuyên đề về xây dựng pháp luật") == "thematic"
    assert kind_of("Phiên họp bất thường") == "extraordinary"
    assert kind_of("Hội nghị trực tuyến") == "other"


def test_the_archive_is_narrowed_and_turned_page_by_page(client, cabinet, shelved):
    for month in range(1, 13):
        shelved(f"Phiên họp thường kỳ tháng {month:02d}/2019", year=2019, month=month)
    for month in (1, 2, 3):
        shelved(f"Phiên họp chuyên đề tháng {month:02d}/2020", year=2020, month=month)
    client.force_login(cabinet.archivist, BACKEND)
    url = reverse("minutes:archive")
    client.get(url)

    with CaptureQueriesContext(connection) as asked:
        page = client.get(url)
    assert page.text.count('class="row-title doc"') == 12
    assert "Trang 1/2" in page.text
    assert len(asked) <= 12
    with CaptureQueriesContext(connection) as asked_for_words:
        client.get(url, {"q": "thuong ky", "year": 2019, "page": 1})
    assert len(asked_for_words) <= 12
    assert client.get(url, {"page": 2}).text.count('class="row-title doc"') == 3
    assert client.get(url, {"year": 2020}).text.count('class="row-title doc"') == 3
    assert client.get(url, {"kind": "regular"}).text.count('class="row-title doc"') == 12
    assert "Không tìm thấy" in client.get(url, {"q": "không có từ này"}).text
    part = client.get(url, {"q": "chuyen de"}, headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert part.count('class="row-title doc"') == 3


@pytest.mark.parametrize(
    "odd", ["year=abc", "body=x", "kind=zzz", "page=-4", "q=%00", "year=99999"]
)
def test_odd_questions_are_answered_calmly(client, cabinet, odd):
    client.force_login(cabinet.archivist, BACKEND)

    assert client.get(f"{reverse('minutes:archive')}?{odd}").status_code == 200


@pytest.mark.parametrize(
    ("key", "seen"), [("finance", 1), ("auditor", 1), ("operator", 0), ("admin", 0)]
)
def test_each_finds_what_he_or_she_may_see(client, cabinet, shelved, key, seen):
    one = shelved("Phiên họp thường kỳ")
    client.force_login(cabinet.people[key], BACKEND)

    assert len(found(cabinet.people[key], "")) == seen
    status = 200 if seen else 404
    assert client.get(reverse("minutes:archived", args=[one.pk])).status_code == status
    for door in ("verify", "archived_file"):
        answer = client.get(reverse(f"minutes:{door}", args=[one.pk]))
        assert answer.status_code == (409 if seen else 404)


def test_a_lost_file_is_told_in_a_sentence(client, cabinet, shelved):
    client.force_login(cabinet.archivist, BACKEND)

    answer = client.get(reverse("minutes:archived_file", args=[shelved("Phiên").pk]))

    assert "Không tìm thấy tệp ở nơi lưu" in answer.text


def test_what_is_sealed_is_never_changed(cabinet, shelved):
    from django.db import DatabaseError, transaction

    one = shelved("Phiên họp")

    with pytest.raises(DatabaseError), transaction.atomic():
        ArchivedMinutes.objects.filter(pk=one.pk).update(size=2)
    with pytest.raises(DatabaseError), transaction.atomic():
        ArchivedMinutes.objects.filter(pk=one.pk).delete()


def test_the_shelf_keeps_a_file_once_and_read_only(tmp_path):
    from minutes.files import fetch, shelf, shelve

    digest, place = shelve(b"%PDF-1.7 x")
    again, _place = shelve(b"%PDF-1.7 x")

    assert digest == again
    assert fetch(place) == b"%PDF-1.7 x"
    assert (shelf() / place).stat().st_mode & 0o777 == 0o444
    assert place == f"sha256/{digest[:2]}/{digest[2:4]}/{digest}"
    assert list((shelf() / place).parent.iterdir()) == [shelf() / place]


@pytest.mark.parametrize(
    "query",
    [
        {"q": "ngan sach"},
        {"q": "ngân sác"},
        {"year": 2020},
        {"q": "ngan", "year": 2019},
        {"q": "?"},
    ],
)
def test_a_kept_search_counts_what_the_archive_finds(cabinet, shelved, client, query):
    from people.searches.keeping import keep_search
    from people.searches.lists import Glance
    from people.searches.reading import counted

    shelved("Phiên họp tháng 2", "Thống nhất ngân sách")
    shelved("Phiên họp tháng 3", "Sắc lệnh mới về ngân sách", month=3)
    shelved("Phiên họp tháng 4", "Không có gì", year=2019, month=4)
    for person in (cabinet.secretary, cabinet.stranger()):
        client.force_login(person)
        page = client.get(reverse("minutes:archive"), query)
        if query == {"q": "?"}:
            assert page.context["keeping"].kept is None
        asked = "&".join(f"{name}={value}" for name, value in query.items())
        kept = keep_search(person, place="archive", query=asked, name="A")
        (one,) = counted(Glance(person))
        assert one.count == page.context["page"].paginator.count
        assert f"“{kept}”" in client.get(one.url).content.decode()
