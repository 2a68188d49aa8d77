"""A ministry's matter on its way: prepared, lodged, returned, checked, routed, on an agenda."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from agendas.actions import (
    accept_submission,
    check_submission,
    edit_submission,
    lodge_submission,
    place_submission,
    remove_item,
    return_submission,
    route_submission,
    start_submission,
    withdraw_item,
    withdraw_submission,
)
from agendas.models import Checkpoint, Submission
from agendas.states import Route
from core.clock import at
from core.errors import NotAllowed, Refusal, WrongMove
from meetings.actions import move_meeting
from meetings.states import MeetingState
from people.models import Body, Role, RoleGrant
from realtime.journal import verify
from tests.cabinet import SINCE
from tests.submitting import agency, leave


def refused(deed, code=None):
    with pytest.raises(Refusal) as told:
        deed()
    if code:
        assert told.value.code == code
    return told.value.sentence


def test_the_whole_way(cabinet, register):
    meeting = cabinet.meeting()
    draft = register.draft("Gia hạn nộp thuế", co_sponsors=[agency("justice")])
    submission = lodge_submission(register.clerk(), draft)
    assert (submission.number, submission.year) == (1, timezone.localdate().year)

    return_submission(cabinet.secretary, submission, reason="Thiếu tóm tắt")
    edit_submission(register.clerk(), submission, title="Gia hạn nộp thuế, tiền thuê đất")
    again = lodge_submission(register.clerk(), submission)
    assert (again.number, again.returned_for) == (1, "")

    accept_submission(cabinet.secretary, again, answers=register.yes(again))
    route_submission(cabinet.chair, again, route=Route.SESSION, preferred_meeting=meeting)
    item = place_submission(cabinet.secretary, again, meeting)

    assert item.title == "Gia hạn nộp thuế, tiền thuê đất"
    assert item.matter_id == again.matter_id
    assert item.sponsor == agency("finance")
    assert register.heard(again) == [
        "submission.started",
        "submission.lodged",
        "submission.returned",
        "submission.edited",
        "submission.lodged_again",
        "submission.accepted",
        "submission.routed",
        "submission.placed",
    ]
    assert verify(f"submission.{again.pk}") is None


def test_only_people_of_the_agency_write_for_it(cabinet, register):
    draft = register.draft()
    for person in (register.clerk("health"), cabinet.secretary, cabinet.chair, cabinet.admin):
        for deed in (
            lambda who=person: start_submission(who, cabinet.body, agency("finance"), title="B"),
            lambda who=person: edit_submission(who, draft, title="B"),
            lambda who=person: lodge_submission(who, draft),
            lambda who=person: withdraw_submission(who, draft, reason="B"),
        ):
            with pytest.raises(NotAllowed):
                deed()
    assert edit_submission(cabinet.finance, draft, title="C").title == "C"


def test_a_clerk_whose_post_has_ended_writes_no_more(cabinet, register):
    draft = register.draft()
    leave(cabinet, "finance")
    with pytest.raises(NotAllowed):
        lodge_submission(register.clerk(), draft)


def test_secretariat_and_chair_each_do_their_own(cabinet, register):
    submission = register.lodged()
    yes = register.yes(submission)
    for person in (cabinet.chair, register.clerk(), cabinet.finance, cabinet.superuser()):
        with pytest.raises(NotAllowed):
            accept_submission(person, submission, answers=yes)
        with pytest.raises(NotAllowed):
            return_submission(person, submission, reason="B")
    accepted = accept_submission(cabinet.secretary, submission, answers=yes)
    for person in (cabinet.secretary, register.clerk(), cabinet.superuser()):
        with pytest.raises(NotAllowed):
            route_submission(person, accepted, route=Route.SESSION)
        with pytest.raises(NotAllowed):
            return_submission(person, accepted, reason="B")
    assert return_submission(cabinet.chair, accepted, reason="Chưa rõ").returned_for == "Chưa rõ"


def test_what_is_lodged_stays_as_it_was_read(register):
    submission = register.lodged()
    refused(lambda: edit_submission(register.clerk(), submission, title="B"), "submission_settled")
    refused(lambda: lodge_submission(register.clerk(), submission), "wrong_move")


def test_acceptance_waits_for_every_required_point(cabinet, register):
    submission = register.lodged()
    answers = {**register.yes(submission), "remit": "no", "appraisal": "no", "unknown": "yes"}
    noted = check_submission(cabinet.secretary, submission, answers=answers)
    assert "unknown" not in noted.checklist

    told = refused(lambda: accept_submission(cabinet.secretary, submission), "checklist_open")

    assert str(Checkpoint.objects.get(code="remit")) in told
    assert str(Checkpoint.objects.get(code="appraisal")) not in told
    answers["remit"] = "yes"
    assert accept_submission(cabinet.secretary, submission, answers=answers).checked_by


def test_a_reason_is_needed_to_return_and_to_withdraw(cabinet, register):
    submission = register.lodged()
    refused(lambda: return_submission(cabinet.secretary, submission, reason=" "), "reason_missing")
    refused(lambda: withdraw_submission(register.clerk(), submission, reason=""), "reason_missing")


def test_the_register_has_no_gaps_and_begins_anew_each_year(cabinet, register):
    withdraw_submission(register.clerk(), register.draft("Bỏ"), reason="Nhầm")
    first, second = register.lodged("A"), register.lodged("B", "health")
    withdraw_submission(register.clerk(), first, reason="Nhầm")
    third = register.lodged("C")
    assert [first.number, second.number, third.number] == [1, 2, 3]

    next_year = timezone.now() + timedelta(days=366)
    with at(next_year):
        assert register.lodged("D").number == 1


def test_a_preliminary_meeting_comes_before_another_route(cabinet, register):
    submission = register.routed(route=Route.PRELIMINARY)
    meeting = cabinet.meeting()
    refused(lambda: place_submission(cabinet.secretary, submission, meeting), "not_for_a_session")
    routed = route_submission(cabinet.chair, submission, route=Route.SESSION)
    assert place_submission(cabinet.secretary, routed, meeting).matter == routed.matter


def test_a_submission_is_on_one_open_agenda_at_a_time(cabinet, register):
    submission = register.routed()
    first, second = cabinet.meeting(), cabinet.meeting("Phiên sau")
    item = place_submission(cabinet.secretary, submission, first)
    for deed in (
        lambda: place_submission(cabinet.secretary, submission, second),
        lambda: withdraw_submission(register.clerk(), submission, reason="Nhầm"),
        lambda: return_submission(cabinet.chair, submission, reason="Chưa rõ"),
        lambda: route_submission(cabinet.chair, submission, route=Route.BALLOT),
    ):
        refused(deed, "on_an_agenda")

    remove_item(cabinet.secretary, item)
    item = place_submission(cabinet.secretary, submission, first)
    withdraw_item(cabinet.secretary, item, reason="Chưa kịp")
    item = place_submission(cabinet.secretary, submission, second)
    move_meeting(cabinet.secretary, second, MeetingState.CANCELLED, "Hoãn")
    assert place_submission(cabinet.secretary, submission, first).matter == item.matter


def test_the_session_must_lie_ahead_and_be_the_bodys(cabinet, register):
    submission = register.routed()
    cancelled = cabinet.meeting()
    move_meeting(cabinet.secretary, cancelled, MeetingState.CANCELLED, "Hoãn")
    refused(lambda: place_submission(cabinet.secretary, submission, cancelled), "session_over")
    refused(
        lambda: route_submission(
            cabinet.chair, submission, route=Route.SESSION, preferred_meeting=cancelled
        ),
        "session_over",
    )


def test_the_session_is_one_of_the_same_body(cabinet, register):
    submission, other = register.routed(), cabinet.meeting()
    other.body = Body.objects.create(name="Hội đồng", code="hoi-dong", symbol="HĐ")
    other.save()
    cabinet_secretary_of(other.body, cabinet)
    refused(lambda: place_submission(cabinet.secretary, submission, other), "other_body")


def cabinet_secretary_of(body, cabinet):
    RoleGrant.objects.create(body=body, person=cabinet.secretary, role=Role.SECRETARY, starts=SINCE)


def test_who_does_not_keep_the_session_places_nothing(cabinet, register):
    submission, meeting = register.routed(), cabinet.meeting()
    for person in (register.clerk(), cabinet.finance, cabinet.superuser()):
        with pytest.raises(NotAllowed):
            place_submission(person, submission, meeting)


def test_of_a_secret_matter_only_number_and_neutral_title_are_kept(cabinet, register):
    draft = register.draft("Kế hoạch X", summary="Chi tiết X", secrecy="secret")
    assert (draft.title, draft.summary) == ("Nội dung mật, tài liệu giấy", "")
    submission = lodge_submission(register.clerk(), draft)
    assert submission.title == "Nội dung mật số 1, tài liệu giấy"
    accept_submission(cabinet.secretary, submission, answers=register.yes(submission))
    route_submission(cabinet.chair, submission, route=Route.SESSION)

    item = place_submission(cabinet.secretary, submission, cabinet.meeting())

    assert item.title == "Nội dung mật số 1, tài liệu giấy"
    assert item.is_paper_only
    kept = str([entry.facts for entry in _entries(submission)])
    assert "X" not in kept


def test_what_was_lodged_openly_does_not_become_secret(cabinet, register):
    submission = register.lodged("Kế hoạch")
    return_submission(cabinet.secretary, submission, reason="Nội dung mật")
    refused(lambda: edit_submission(register.clerk(), submission, secrecy="secret"), "kept_already")
    assert Submission.objects.get().title == "Kế hoạch"


def test_a_withdrawn_submission_is_over(cabinet, register):
    submission = withdraw_submission(register.clerk(), register.routed(), reason="Thay hồ sơ")
    assert submission.route == ""
    with pytest.raises(WrongMove):
        lodge_submission(register.clerk(), submission)
    with pytest.raises(WrongMove):
        route_submission(cabinet.chair, submission, route=Route.SESSION)


def test_questions_hold_from_their_day_on(cabinet, register):
    Checkpoint.objects.update(starts=date(2999, 1, 1))
    assert accept_submission(cabinet.secretary, register.lodged()).checklist == {}


def _entries(submission):
    from realtime.journal import read

    return read(f"submission.{submission.pk}")
