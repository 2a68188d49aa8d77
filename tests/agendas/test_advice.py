"""Opinions of agencies: asked, answered, overdue, asked again, outdated."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agendas.actions import (
    answer_advice,
    ask_advice,
    ask_again,
    outdate_advice,
    return_submission,
    withdraw_submission,
)
from agendas.models import Advice
from agendas.policies import submissions_visible_to
from agendas.states import Answer
from core.errors import NotAllowed, Refusal
from tests.submitting import agency, leave


def refused(deed, code):
    with pytest.raises(Refusal) as told:
        deed()
    assert told.value.code == code


@pytest.fixture
def draft(register):
    return register.draft("Gia hạn nộp thuế")


def ask(register, submission, *keys, **facts):
    agencies = [agency(key) for key in keys]
    return ask_advice(register.clerk(), submission, agencies=agencies, **facts)


def test_an_agency_is_asked_and_answers(register, draft):
    health, justice = ask(register, draft, "health", "justice", question="Có nhất trí không?")
    answer_advice(register.clerk("health"), health, answer=Answer.AGREE)
    answer_advice(
        register.clerk("justice"), justice, answer=Answer.REMARKS, text="Sửa Điều 2", about="draft"
    )

    given = Advice.objects.get(agency=agency("justice"))
    assert (given.answer, given.text, given.about) == ("remarks", "Sửa Điều 2", "draft")
    assert given.answered_by == register.clerk("justice")
    assert register.heard(draft)[-2:] == ["advice.answered", "advice.answered"]


def test_who_is_asked_sees_the_submission_from_then_on(cabinet, register, draft):
    clerk = register.clerk("health")
    assert not submissions_visible_to(clerk).exists()
    ask(register, draft, "health")
    assert submissions_visible_to(clerk).get() == draft
    assert submissions_visible_to(cabinet.health).get() == draft
    assert not submissions_visible_to(register.clerk("justice")).exists()
    leave(cabinet, "health")
    assert not submissions_visible_to(clerk).exists()


def test_the_legal_time_is_given_where_none_is_named(register, draft):
    (advice,) = ask(register, draft, "health")
    assert advice.due_at > timezone.now() + timedelta(days=4)
    refused(
        lambda: ask(register, draft, "justice", due_at=timezone.now() - timedelta(hours=1)),
        "due_is_past",
    )


def test_only_the_agency_and_the_secretariat_ask(cabinet, register):
    submission = register.lodged()
    for person in (register.clerk("health"), cabinet.chair, cabinet.superuser()):
        with pytest.raises(NotAllowed):
            ask_advice(person, submission, agencies=[agency("health")])
    assert ask_advice(cabinet.secretary, submission, agencies=[agency("health")])
    assert ask(register, submission, "justice")


def test_only_the_asked_agency_answers(cabinet, register, draft):
    (advice,) = ask(register, draft, "health")
    for person in (register.clerk(), register.clerk("justice"), cabinet.secretary):
        with pytest.raises(NotAllowed):
            answer_advice(person, advice, answer=Answer.AGREE)
    assert answer_advice(cabinet.health, advice, answer=Answer.AGREE).is_answered


def test_an_agency_is_not_asked_twice_at_once_nor_about_its_own(register, draft):
    ask(register, draft, "health")
    refused(lambda: ask(register, draft, "health"), "asked_already")
    refused(lambda: ask(register, draft, "finance"), "asks_itself")


def test_an_answer_is_given_once_and_says_what_it_remarks(register, draft):
    (advice,) = ask(register, draft, "health")
    clerk = register.clerk("health")
    refused(lambda: answer_advice(clerk, advice, answer=Answer.DISAGREE), "opinion_missing")
    answer_advice(clerk, advice, answer=Answer.OUT_OF_REMIT)
    refused(lambda: answer_advice(clerk, advice, answer=Answer.AGREE), "answered_already")


def test_who_has_not_answered_gets_a_new_time(register, draft):
    (advice,) = ask(register, draft, "health")
    later = timezone.now() + timedelta(days=20)
    again = ask_again(register.clerk(), advice, due_at=later)
    assert (again.pk, again.round, again.due_at) == (advice.pk, 1, later)
    assert register.heard(draft)[-1] == "advice.asked_again"


def test_who_has_answered_is_asked_in_a_new_round(register, draft):
    (advice,) = ask(register, draft, "health", question="Có nhất trí không?")
    answer_advice(register.clerk("health"), advice, answer=Answer.AGREE)
    again = ask_again(register.clerk(), advice)
    assert (again.round, again.question) == (2, "Có nhất trí không?")
    assert not again.is_answered


def test_a_new_text_outdates_the_opinions_that_spoke_of_it(cabinet, register, draft):
    whole, of_draft, of_summary = ask(register, draft, "health", "justice", "transport")
    answer_advice(register.clerk("health"), whole, answer=Answer.AGREE)
    answer_advice(register.clerk("justice"), of_draft, answer=Answer.AGREE, about="draft")
    answer_advice(register.clerk("transport"), of_summary, answer=Answer.AGREE, about="summary")

    outdated = outdate_advice(register.clerk(), draft.matter, role="draft")

    assert {one.agency for one in outdated} == {agency("health"), agency("justice")}
    assert outdate_advice(register.clerk(), draft.matter, role="draft") == []
    assert register.heard(draft)[-2:] == ["advice.outdated", "advice.outdated"]


def test_nothing_is_asked_or_answered_once_it_is_withdrawn(cabinet, register):
    submission = register.lodged()
    (advice,) = ask(register, submission, "health")
    return_submission(cabinet.secretary, submission, reason="Thiếu")
    withdraw_submission(register.clerk(), submission, reason="Thay hồ sơ")
    refused(lambda: ask(register, submission, "justice"), "submission_ended")
    refused(
        lambda: answer_advice(register.clerk("health"), advice, answer=Answer.AGREE),
        "submission_ended",
    )
