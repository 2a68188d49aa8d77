"""Marks are private; the newest revision wins; sent twice, they are there once."""

import uuid

import pytest

from agendas.actions import grant_sight
from core.errors import NotSeen
from papers.actions import delete_mark, save_mark
from papers.errors import MarkFromTheFuture, MarkTooLarge, UnknownMark
from papers.marks import parse_mark
from papers.models import Annotation, PaperVersion
from tests.papers.making import highlight, ink, note, put, rev


@pytest.fixture
def version(desk):
    return desk.table().current


# --- the life of a mark -----------------------------------------------------------------------


def test_a_minister_draws_marks_and_notes(version, cabinet):
    for mark in (ink(version), highlight(version), note(version)):
        kept, is_new = save_mark(cabinet.finance, parse_mark(mark))

        assert is_new
        assert kept.owner == cabinet.finance

    drawn = Annotation.objects.get(kind="ink")
    assert drawn.geometry["strokes"] == [[10.0, 20.0, 0.5, 30.12, 40.0, 0.7]]
    assert Annotation.objects.get(kind="highlight").quote == {"exact": "Điều 2"}


def test_the_newest_revision_wins_in_whatever_order_they_come(version, cabinet):
    old = note(version, "cũ", rev=rev(-20))
    new = {**old, "text": "mới", "rev": rev(-10)}

    save_mark(cabinet.finance, parse_mark(new))
    kept, is_kept = save_mark(cabinet.finance, parse_mark(old))

    assert not is_kept
    assert kept.text == "mới"
    assert save_mark(cabinet.finance, parse_mark({**new, "text": "?"}))[1] is False
    assert Annotation.objects.get().text == "mới"


def test_a_deleted_mark_leaves_a_tombstone_without_words(version, cabinet):
    sent = note(version, rev=rev(-20))
    save_mark(cabinet.finance, parse_mark(sent))

    kept, _ = delete_mark(cabinet.finance, uuid.UUID(sent["uuid"]), rev=rev(-10))

    assert kept.deleted
    assert (kept.text, kept.geometry) == ("", {})
    assert save_mark(cabinet.finance, parse_mark(sent))[1] is False


def test_an_erased_mark_may_come_back_with_a_newer_revision(version, cabinet):
    sent = note(version, rev=rev(-20))
    save_mark(cabinet.finance, parse_mark({**sent, "deleted": True}))

    kept, _ = save_mark(cabinet.finance, parse_mark({**sent, "rev": rev(-10)}))

    assert kept.text == "Đề nghị làm rõ"
    assert not kept.deleted


def test_a_clock_may_be_ahead_by_minutes_and_no_more(version, cabinet):
    save_mark(cabinet.finance, parse_mark(ink(version, rev=rev(4 * 60))))

    with pytest.raises(MarkFromTheFuture):
        save_mark(cabinet.finance, parse_mark(ink(version, rev=rev(6 * 60))))


# --- bad marks --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "stamp"},
        {"uuid": "seven"},
        {"uuid": None},
        {"page": -1},
        {"page": "0"},
        {"rev": 0},
        {"rev": True},
        {"geometry": []},
        {"geometry": {"strokes": [[1, 2]]}},
        {"geometry": {"strokes": [[1, 2, "thick"]]}},
        {"geometry": {"strokes": [[1, 2, float("nan")]]}},
        {"geometry": {"strokes": [[1, 2, 10**9]]}},
        {"geometry": {"strokes": []}},
        {"style": {"color": "red; background: url(x)"}},
        {"text": 7},
        {"quote": "Điều 2"},
    ],
)
def test_what_is_no_mark(wrong):
    with pytest.raises(UnknownMark):
        parse_mark(ink(PaperVersion(pk=1), **wrong))


@pytest.mark.parametrize("data", [None, [], "mark", 7, {}])
def test_what_is_not_even_an_object(data):
    with pytest.raises(UnknownMark):
        parse_mark(data)


def test_too_much_ink():
    with pytest.raises(MarkTooLarge):
        parse_mark(ink(PaperVersion(pk=1), geometry={"strokes": [[1, 2, 0.5] * 20_001]}))


def test_a_page_that_the_paper_has_not(version, cabinet):
    with pytest.raises(UnknownMark):
        save_mark(cabinet.finance, parse_mark(ink(version, page=version.pages)))


# --- whose marks ------------------------------------------------------------------------------


def test_nobody_sees_another_persons_marks(version, cabinet, client):
    sent = note(version)
    save_mark(cabinet.finance, parse_mark(sent))
    url = f"/papers/{version.paper_id}/annotations/"

    client.force_login(cabinet.finance)
    assert [item["text"] for item in client.get(url).json()["items"]] == ["Đề nghị làm rõ"]
    for person in (cabinet.chair, cabinet.secretary, cabinet.health):
        client.force_login(person)
        assert client.get(url).json()["items"] == []
    for person in (cabinet.admin, cabinet.superuser(), cabinet.operator, cabinet.auditor):
        client.force_login(person)
        assert client.get(url).status_code == 404


def test_nobody_changes_another_persons_marks_nor_learns_that_they_are(version, cabinet, client):
    sent = note(version, rev=rev(-20))
    save_mark(cabinet.finance, parse_mark(sent))
    stolen = {**sent, "text": "?", "rev": rev()}

    for person in (cabinet.chair, cabinet.secretary, cabinet.superuser()):
        with pytest.raises(NotSeen):
            save_mark(person, parse_mark(stolen))
        with pytest.raises(NotSeen):
            delete_mark(person, uuid.UUID(sent["uuid"]), rev=rev())
        client.force_login(person)
        assert put(client, stolen).status_code == 404
    assert Annotation.objects.get().text == "Đề nghị làm rõ"


def test_marks_on_a_restricted_paper_go_with_the_sight_of_it(desk, cabinet):
    version = desk.table(desk.secret).current
    with pytest.raises(NotSeen):
        save_mark(cabinet.finance, parse_mark(ink(version)))

    grant_sight(cabinet.secretary, desk.secret, person=cabinet.finance)

    assert save_mark(cabinet.finance, parse_mark(ink(version)))[1]


def test_the_journal_knows_nothing_of_marks(version, desk, cabinet):
    before = cabinet.heard(desk.meeting)

    save_mark(cabinet.finance, parse_mark(note(version)))

    assert cabinet.heard(desk.meeting) == before
