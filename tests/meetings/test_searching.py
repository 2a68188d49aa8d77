"""The list of meetings narrowed: by words without marks, body, state and period."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from core.text import fold
from meetings.actions import move_meeting
from meetings.models import Meeting
from people.searches.folding import holding
from people.searches.keeping import keep_search
from people.searches.lists import Glance
from people.searches.reading import counted


@pytest.fixture
def year(cabinet):
    """Three sessions of a year, the last one convened."""
    for month, title in ((1, "Phiên họp tháng Giêng"), (2, "Phiên họp Đặc biệt"), (3, "Họp hè")):
        start = datetime(2027, month, 31 if month != 2 else 28, 17, 30, tzinfo=UTC)
        cabinet.meeting(title, starts_at=start, ends_at=None)
    cabinet.convene(Meeting.objects.get(title="Họp hè"))


def shown(client, **query):
    context = client.get(reverse("meetings:list"), query).context
    return {meeting.title for meeting in (*context["ahead"], *context["past"])}


ASKED = [
    ({"q": "phien hop"}, {"Phiên họp tháng Giêng", "Phiên họp Đặc biệt"}),
    ({"q": "đặc BIET"}, {"Phiên họp Đặc biệt"}),
    ({"q": "hop he"}, {"Họp hè"}),
    ({"q": "100%"}, set()),
    ({"q": "giêng hè"}, set()),
    ({"state": "convened"}, {"Họp hè"}),
    ({"since": "2027-03-01"}, {"Phiên họp Đặc biệt", "Họp hè"}),  # 17:30 UTC is the day after
    ({"until": "2027-02-01"}, {"Phiên họp tháng Giêng"}),
    ({"since": "2027-03-01", "until": "2027-03-31"}, {"Phiên họp Đặc biệt"}),
    ({"body": "999"}, set()),
    ({"since": "?", "state": "?"}, {"Phiên họp tháng Giêng", "Phiên họp Đặc biệt", "Họp hè"}),
]


@pytest.mark.parametrize(("query", "found"), ASKED)
def test_the_list_is_narrowed(cabinet, year, client, query, found):
    client.force_login(cabinet.secretary)
    assert shown(client, **query) == found


@pytest.mark.parametrize(("query", "found"), ASKED[:-1])
def test_the_count_is_that_of_the_list(cabinet, year, query, found):
    from django.utils.http import urlencode

    keep_search(cabinet.secretary, place="meetings", query=urlencode(query), name="A")
    keep_search(cabinet.finance, place="meetings", query=urlencode(query), name="A")
    assert [one.count for one in counted(Glance(cabinet.secretary))] == [len(found)]
    called = found & {"Họp hè"}
    assert [one.count for one in counted(Glance(cabinet.finance))] == [len(called)]


def test_what_is_over_is_turned_page_by_page(cabinet, client):
    for number in range(31):
        meeting = cabinet.meeting(f"Cũ {number}")
        move_meeting(cabinet.secretary, meeting, "cancelled", "Hoãn")
    client.force_login(cabinet.secretary)
    page = client.get(reverse("meetings:list"), {"q": "cu"}).content.decode()
    assert "q=cu&amp;page=2" in page
    second = client.get(reverse("meetings:list"), {"q": "cu", "page": 2})
    assert len(second.context["past"]) == 1
    assert second.context["past"].paginator.count == 31


def test_the_bar_keeps_what_was_asked(cabinet, year, client):
    client.force_login(cabinet.secretary)
    asked = {"q": "họp", "state": "convened", "since": "2027-01-01"}
    page = client.get(reverse("meetings:list"), asked).content.decode()
    for said in ('value="họp"', 'value="convened" selected', 'value="2027-01-01"'):
        assert said in page


LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"


def test_the_database_folds_as_the_page_does(cabinet):
    """Every letter of Vietnamese, small and large, composed and decomposed."""
    from unicodedata import normalize

    for letters in (LETTERS, LETTERS.upper()):
        for form in ("NFC", "NFD"):
            cabinet.meeting(normalize(form, letters))
    seen = Meeting.objects.all()
    assert holding(seen, fold(LETTERS), "title").count() == 4
    assert holding(seen, normalize("NFD", LETTERS), "title").count() == 4
    assert holding(seen, "%", "title").count() == 0
