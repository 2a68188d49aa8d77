"""The pages of submissions, seen by those who have a part in them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agendas.actions import (
    answer_advice,
    ask_advice,
    place_submission,
    withdraw_submission,
)
from agendas.models import Advice, Submission
from agendas.states import Answer, Route
from core.clock import at
from tests.submitting import agency


def door(name, thing=None):
    return reverse(f"agendas:{name}", args=[thing.pk] if thing else [])


@pytest.fixture
def entered(client):
    """Return how to knock as somebody."""

    def enter(person):
        client.force_login(person)
        return client

    return enter


def page(client, name, thing=None, **query):
    answer = client.get(door(name, thing), query)
    assert answer.status_code == 200
    return answer.content.decode()


def facts(cabinet, **more):
    own = {"agency": agency("finance").pk, "body": cabinet.body.pk, "title": "Gia hạn nộp thuế"}
    plain = {"kind": "discussion", "minutes": 15, "urgency": "urgent", "secrecy": "open"}
    return {**own, **plain, **more}


def test_a_clerk_begins_writes_and_lodges(cabinet, register, entered):
    client = entered(register.clerk())
    sent = facts(cabinet, co_sponsors=[agency("health").pk], rapporteur=cabinet.finance.pk)
    answer = client.post(door("submission_new"), sent)
    begun = Submission.objects.get()
    assert answer.url == door("submission", begun)
    assert (begun.urgency, begun.rapporteur) == ("urgent", cabinet.finance)
    assert door("submission_lodge", begun) in page(client, "submission", begun)

    client.post(door("submission_edit", begun), {**sent, "title": "Gia hạn nộp thuế 2020"})
    answer = client.post(door("submission_lodge", begun), follow=True)

    begun.refresh_from_db()
    assert (begun.title, begun.state) == ("Gia hạn nộp thuế 2020", "lodged")
    assert f"1/{begun.year}" in answer.content.decode()


@pytest.mark.parametrize(
    "wrong",
    [{"title": ""}, {"kind": "?"}, {"minutes": -1}, {"secrecy": "?"}, {"co_sponsors": ["x"]}],
)
def test_a_wrong_form_is_shown_again_with_what_was_written(cabinet, register, entered, wrong):
    sent = facts(cabinet, summary="Tóm lược riêng", **wrong)
    answer = entered(register.clerk()).post(door("submission_new"), sent)
    assert answer.status_code == 422
    assert "Tóm lược riêng" in answer.content.decode()
    assert not Submission.objects.exists()


def test_nobody_begins_one_for_another_agency(cabinet, register, entered):
    sent = facts(cabinet, agency=agency("health").pk)
    assert entered(register.clerk()).post(door("submission_new"), sent).status_code == 422
    assert entered(cabinet.secretary).get(door("submission_new")).status_code == 403


def test_a_secret_matter_needs_no_title(cabinet, register, entered):
    entered(register.clerk()).post(
        door("submission_new"), facts(cabinet, title="", secrecy="secret")
    )
    assert Submission.objects.get().title == "Nội dung mật, tài liệu giấy"


def test_the_secretary_checks_saves_and_accepts(cabinet, register, entered):
    submission = register.lodged()
    client = entered(cabinet.secretary)
    assert "remit" in page(client, "submission_check", submission)
    yes = {f"point_{code}": "yes" for code in register.yes(submission)}

    half = {"point_remit": "yes", "do": "save"}
    assert client.post(door("submission_check", submission), half).status_code == 302
    answer = client.post(door("submission_check", submission), {**half, "do": "accept"})
    assert answer.status_code == 422
    answer = client.post(door("submission_check", submission), {"do": "return"})
    assert answer.status_code == 422
    client.post(door("submission_check", submission), {**yes, "do": "accept"})

    submission.refresh_from_db()
    assert (submission.state, submission.checked_by) == ("accepted", cabinet.secretary)


def test_a_return_reaches_the_clerk_with_its_reason(cabinet, register, entered):
    submission = register.lodged()
    sent = {"do": "return", "reason": "Thiếu bản tóm tắt"}
    entered(cabinet.secretary).post(door("submission_check", submission), sent)
    assert "Thiếu bản tóm tắt" in page(entered(register.clerk()), "submission", submission)


@pytest.mark.parametrize(
    ("sent", "state"),
    [({"route": "ballot"}, "routed"), ({"route": "return", "reason": "Chưa rõ"}, "returned")],
)
def test_the_chair_routes_or_returns(cabinet, register, entered, sent, state):
    submission = register.accepted()
    client = entered(cabinet.chair)
    page(client, "submission_route", submission)
    assert client.post(door("submission_route", submission), {"route": "return"}).status_code == 422
    assert client.post(door("submission_route", submission), sent).status_code == 302
    submission.refresh_from_db()
    assert submission.state == state


def test_what_was_routed_is_put_on_the_agenda_with_one_press(cabinet, register, entered):
    meeting, other = cabinet.meeting(), cabinet.meeting("Phiên sau")
    later, wished = register.routed("B"), register.routed("A", preferred_meeting=meeting)
    client = entered(cabinet.secretary)
    assert door("to_place", meeting) in client.get(door("agenda", meeting)).content.decode()

    offered = page(client, "to_place", meeting)
    assert offered.index(door("submission", wished)) < offered.index(door("submission", later))
    answer = client.post(door("submission_place", wished), {"meeting": meeting.pk})

    assert answer.url == door("agenda", meeting)
    assert door("submission", wished) not in page(client, "to_place", other)
    again = client.post(door("submission_place", wished), {"meeting": other.pk})
    assert again.status_code == 409


def test_a_secret_item_is_marked_and_takes_no_papers(cabinet, register, entered):
    meeting = cabinet.meeting()
    item = place_submission(cabinet.secretary, register.routed(secrecy="top_secret"), meeting)
    client = entered(cabinet.secretary)
    for name, thing in (("agenda", meeting), ("item", item)):
        assert "Chỉ bản giấy" in page(client, name, thing)
    answer = client.get(reverse("papers:upload", args=[item.pk]))
    assert answer.status_code == 409


def test_agencies_are_asked_and_asked_again(register, entered):
    submission = register.lodged()
    client = entered(register.clerk())
    page(client, "submission_ask", submission)
    day = timezone.localdate() + timedelta(days=10)
    sent = {"agencies": [agency("health").pk], "question": "Nhất trí?", "due": day.isoformat()}
    assert client.post(door("submission_ask", submission), {**sent, "due": "?"}).status_code == 422
    past = timezone.localdate() - timedelta(days=1)
    wrong = {**sent, "due": past.isoformat()}
    assert client.post(door("submission_ask", submission), wrong).status_code == 422
    client.post(door("submission_ask", submission), sent)

    advice = Advice.objects.get()
    assert timezone.localtime(advice.due_at).hour == 17
    page(client, "advice_again", advice)
    client.post(door("advice_again", advice), {"due": (day + timedelta(days=1)).isoformat()})
    advice.refresh_from_db()
    assert timezone.localdate(advice.due_at) == day + timedelta(days=1)


def test_the_page_sums_up_the_opinions(register, entered):
    submission = register.lodged()
    asked = [agency("health"), agency("justice"), agency("transport")]
    with at(timezone.now() - timedelta(days=30)):
        first, second, _third = ask_advice(register.clerk(), submission, agencies=asked)
        answer_advice(register.clerk("health"), first, answer=Answer.AGREE)
        answer_advice(register.clerk("justice"), second, answer=Answer.REMARKS, text="Sửa Điều 2")
    Advice.objects.filter(pk=second.pk).update(outdated_at=timezone.now())

    shown = page(entered(register.clerk()), "submission", submission)

    for words in ("Sửa Điều 2", "Quá hạn: 1", "Đã trả lời: 1"):
        assert words in shown


def test_every_state_has_a_page(cabinet, register, entered):
    states = [register.draft(), register.lodged(), register.accepted(), register.routed()]
    states.append(register.routed(route=Route.BALLOT, secrecy="secret"))
    states.append(withdraw_submission(register.clerk(), register.lodged(), reason="Nhầm"))
    placed = register.routed()
    place_submission(cabinet.secretary, placed, cabinet.meeting())
    for submission in [*states, placed]:
        for person in (register.clerk(), cabinet.secretary, cabinet.chair):
            seen = person == register.clerk() or submission.lodged_at is not None
            answer = entered(person).get(door("submission", submission))
            assert answer.status_code == (200 if seen else 404)


def test_only_who_deals_with_submissions_is_led_to_them(cabinet, register, entered):
    link = f'href="{door("submissions")}"'
    for person in (register.clerk(), cabinet.finance, cabinet.secretary, cabinet.chair):
        assert link in entered(person).get("/").content.decode()
    for person in (cabinet.archivist, cabinet.operator, cabinet.superuser(), cabinet.stranger()):
        assert link not in entered(person).get("/").content.decode()
