"""The programme of a body: matters registered for a month, moved and dropped with a reason."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from agendas.actions import (
    confirm_entry,
    drop_entry,
    edit_entry,
    move_entry,
    register_entry,
)
from agendas.errors import (
    EntrySettled,
    MonthIsTheSame,
    ReasonMissing,
    SubmissionOfOther,
    SubmissionPlanned,
)
from agendas.models import Matter, ProgrammeEntry, Submission
from agendas.policies import entries_visible_to
from core.errors import NotAllowed, WrongMove
from people.models import Agency, Body, Post
from realtime.models import Entry
from tests.cabinet import SINCE

FINANCE, HEALTH = "BTC", "BYT"


def agency(short_name):
    return Agency.objects.get(short_name=short_name)


def entry_of(cabinet, title="Dự án Luật Ngân sách", sponsor=FINANCE, **changes):
    facts = {"year": 2027, "month": 3, "title": title, "agency": agency(sponsor), **changes}
    return register_entry(cabinet.secretary, cabinet.body, **facts)


def submission_of(cabinet, body=None):
    body = body or cabinet.body
    return Submission.objects.create(
        matter=Matter.objects.create(body=body, made_at=timezone.now()),
        body=body,
        agency=agency(FINANCE),
        title="Tờ trình",
        made_by=cabinet.finance,
        made_at=timezone.now(),
    )


def clerk_of(cabinet, name, short_name):
    person = cabinet.person(name)
    Post.objects.create(agency=agency(short_name), person=person, starts=SINCE)
    return person


def sees(person):
    return {entry.title for entry in entries_visible_to(person)}


def test_a_matter_is_registered_confirmed_and_moved_with_its_history(cabinet):
    entry = confirm_entry(cabinet.chair, entry_of(cabinet))

    moved = move_entry(cabinet.secretary, entry, year=2027, month=5, reason="Chờ ý kiến")

    entry.refresh_from_db()
    assert (entry.state, entry.reason, entry.month) == ("moved", "Chờ ý kiến", 3)
    assert (moved.state, moved.month, moved.continues) == ("confirmed", 5, entry)
    told = Entry.objects.filter(room__key=f"body.{cabinet.body.pk}", name__startswith="programme.")
    assert list(told.order_by("number").values_list("name", flat=True)) == [
        *("programme.registered", "programme.confirmed", "programme.moved"),
    ]
    facts = told.get(name="programme.moved").facts
    assert (facts["month"], facts["to_month"], facts["to_id"]) == (3, 5, moved.pk)


def test_what_left_its_month_stays_as_it_is(cabinet):
    entry = drop_entry(cabinet.secretary, entry_of(cabinet), reason="Không còn cần thiết")

    for deed in (
        lambda: confirm_entry(cabinet.secretary, entry),
        lambda: edit_entry(cabinet.secretary, entry, title="?"),
        lambda: drop_entry(cabinet.secretary, entry, reason="?"),
        lambda: move_entry(cabinet.secretary, entry, year=2027, month=4, reason="?"),
    ):
        with pytest.raises(EntrySettled):
            deed()


def test_a_reason_and_another_month_are_needed(cabinet):
    entry = entry_of(cabinet)
    with pytest.raises(ReasonMissing):
        drop_entry(cabinet.secretary, entry, reason=" ")
    with pytest.raises(ReasonMissing):
        move_entry(cabinet.secretary, entry, year=2028, month=3, reason="")
    with pytest.raises(MonthIsTheSame):
        move_entry(cabinet.secretary, entry, year=2027, month=3, reason="Chờ")
    confirm_entry(cabinet.secretary, entry)
    with pytest.raises(WrongMove):
        confirm_entry(cabinet.secretary, entry)


def test_a_change_is_told_and_no_change_is_not(cabinet):
    entry = entry_of(cabinet)
    edit_entry(cabinet.secretary, entry, title=entry.title)
    edit_entry(cabinet.secretary, entry, title="Luật Ngân sách (sửa đổi)", note="Gấp")

    assert Entry.objects.get(name="programme.edited").facts["fields"] == ["title", "note"]


def test_a_submission_stands_in_the_programme_once(cabinet):
    submission = submission_of(cabinet)
    entry = entry_of(cabinet, submission=submission)
    with pytest.raises(SubmissionPlanned):
        entry_of(cabinet, "Trùng", submission=submission)
    other = Body.objects.create(name="Tỉnh A", code="tinh-a", symbol="A")
    with pytest.raises(SubmissionOfOther):
        entry_of(cabinet, submission=submission_of(cabinet, other))

    moved = move_entry(cabinet.secretary, entry, year=2027, month=4, reason="Chờ")
    assert moved.submission == submission
    assert edit_entry(cabinet.secretary, moved, note="Gấp").submission == submission


def test_who_sees_what(cabinet):
    clerk = clerk_of(cabinet, "clerk", FINANCE)
    entry_of(cabinet, "Tài chính")
    entry_of(cabinet, "Y tế", HEALTH)
    drop_entry(cabinet.secretary, entry_of(cabinet, "Bỏ"), reason="Không cần")

    assert sees(cabinet.secretary) == sees(cabinet.chair) == {"Tài chính", "Y tế", "Bỏ"}
    assert sees(cabinet.health) == {"Tài chính", "Y tế"}, "a member: what is open"
    assert sees(cabinet.finance) == {"Tài chính", "Y tế", "Bỏ"}, "and all of one's own"
    assert sees(clerk) == {"Tài chính", "Bỏ"}, "an agency's people: theirs"
    for person in (cabinet.admin, cabinet.stranger(), cabinet.superuser(), cabinet.archivist):
        assert sees(person) == set()


def test_only_who_prepares_meetings_keeps_the_programme(cabinet):
    entry = entry_of(cabinet)
    facts = {"year": 2027, "month": 1, "title": "?", "agency": agency(FINANCE)}
    for person in (cabinet.finance, cabinet.admin, clerk_of(cabinet, "clerk", FINANCE)):
        for deed in (
            lambda who: register_entry(who, cabinet.body, **facts),
            lambda who: edit_entry(who, entry, title="?"),
            lambda who: confirm_entry(who, entry),
            lambda who: move_entry(who, entry, year=2027, month=4, reason="?"),
            lambda who: drop_entry(who, entry, reason="?"),
        ):
            with pytest.raises(NotAllowed):
                deed(person)


@pytest.mark.parametrize(
    "change",
    ["month = 13", "month = 0", "year = 20", "state = 'lost'", "kind = 'tea'",
     "state = 'dropped'", "continues_id = id"],
)  # fmt: skip
def test_the_database_keeps_an_entry_whole(cabinet, change):
    entry = entry_of(cabinet)
    sql = f"UPDATE agendas_programmeentry SET {change} WHERE id = %s"
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [entry.pk])


def test_the_database_keeps_a_submission_single(cabinet):
    entry_of(cabinet, submission=submission_of(cabinet))
    other = entry_of(cabinet, "Khác")
    submission = ProgrammeEntry.objects.exclude(pk=other.pk).get().submission
    with pytest.raises(IntegrityError), transaction.atomic():
        ProgrammeEntry.objects.filter(pk=other.pk).update(submission=submission)
