"""The gates of a meeting: planned, confirmed in order, taken back for a reason, never for what is restricted."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from core.clock import at, now
from core.errors import NotAllowed
from core.needs import needs_of
from exchange.actions import confirm_release, plan_release, take_back
from exchange.errors import (
    AgendaFirst,
    AgendaNotPublished,
    AlreadyPlanned,
    AlreadyTakenBack,
    GateBeforeClosed,
    MeetingNotOverYet,
    TakeBackReason,
)
from exchange.models import Release
from exchange.policies import releases_of
from exchange.states import Audience, What


def test_a_release_is_planned_then_confirmed_and_the_record_tells_both(told, cabinet):
    gate = told.plan(What.AGENDA, Audience.MEMBERS)
    assert not gate.is_open

    gate = confirm_release(cabinet.chair, gate)

    assert gate.is_open
    assert cabinet.heard(told.meeting)[-2:] == ["release.planned", "release.confirmed"]


def test_a_gate_opens_at_its_moment_without_anybody_waiting(told, cabinet):
    tomorrow = now() + timedelta(days=1)
    gate = confirm_release(cabinet.secretary, told.plan(What.AGENDA, Audience.MEMBERS, at=tomorrow))

    assert not gate.is_open
    with at(tomorrow + timedelta(seconds=1)):
        assert gate.is_open


def test_the_gates_open_in_order(told, cabinet):
    agencies = told.plan(What.AGENDA, Audience.AGENCIES)
    with pytest.raises(GateBeforeClosed):
        confirm_release(cabinet.secretary, agencies)

    later = now() + timedelta(days=2)
    confirm_release(cabinet.secretary, told.plan(What.AGENDA, Audience.MEMBERS, at=later))
    with pytest.raises(GateBeforeClosed):
        confirm_release(cabinet.secretary, agencies)

    told.plan(What.AGENDA, Audience.AGENCIES, at=later)
    assert confirm_release(cabinet.secretary, agencies).released_at == later


def test_papers_and_decisions_follow_the_agenda_each_by_itself(told, cabinet):
    papers = told.plan(What.PAPERS, Audience.MEMBERS)
    with pytest.raises(AgendaFirst):
        confirm_release(cabinet.secretary, papers)
    told.open(What.AGENDA, Audience.MEMBERS)
    confirm_release(cabinet.secretary, papers)

    decisions = told.plan(What.DECISIONS, Audience.MEMBERS)
    with pytest.raises(MeetingNotOverYet):
        confirm_release(cabinet.secretary, decisions)
    told.decide()
    assert confirm_release(cabinet.secretary, decisions).is_open


def test_nothing_is_released_of_a_draft(cabinet):
    meeting = cabinet.meeting()
    facts = {"what": What.AGENDA, "audience": Audience.MEMBERS, "planned_at": now()}
    gate = plan_release(cabinet.secretary, meeting, **facts)

    with pytest.raises(AgendaNotPublished):
        confirm_release(cabinet.secretary, gate)


def test_taking_back_closes_all_that_lies_behind(told, cabinet):
    told.open(What.AGENDA)
    told.open(What.PAPERS)
    gate = releases_of(told.meeting).get(what=What.AGENDA, audience=Audience.AGENCIES)

    take_back(cabinet.chair, gate, reason="Nhầm tài liệu")

    left = set(releases_of(told.meeting).values_list("what", "audience"))
    assert left == {("agenda", "members"), ("papers", "members")}
    assert cabinet.heard(told.meeting).count("release.taken_back") == 4
    with pytest.raises(AlreadyTakenBack):
        take_back(cabinet.chair, gate, reason="Lần nữa")
    assert told.open(What.AGENDA, Audience.AGENCIES).is_open


def test_taking_back_needs_a_reason(told, cabinet):
    gate = told.open(What.AGENDA, Audience.MEMBERS)

    with pytest.raises(TakeBackReason):
        take_back(cabinet.secretary, gate, reason="  ")
    assert Release.objects.get().taken_back_at is None


def test_a_confirmed_release_is_not_planned_anew(told):
    told.open(What.AGENDA, Audience.MEMBERS)

    with pytest.raises(AlreadyPlanned):
        told.plan(What.AGENDA, Audience.MEMBERS)


@pytest.mark.parametrize("who", ["finance", "archivist", "operator", "admin"])
def test_only_who_keeps_the_meeting_releases(told, cabinet, who):
    facts = {"what": What.AGENDA, "audience": Audience.MEMBERS, "planned_at": now()}
    with pytest.raises(NotAllowed):
        plan_release(cabinet.people[who], told.meeting, **facts)
    gate = told.plan(What.AGENDA, Audience.MEMBERS)
    for deed in (confirm_release, lambda who, gate: take_back(who, gate, reason="?")):
        with pytest.raises(NotAllowed):
            deed(cabinet.people[who], gate)


def test_the_database_keeps_the_rules_too(told, cabinet):
    gate = told.open(What.AGENDA, Audience.MEMBERS)
    wrong = (
        {"released_at": None},
        {"released_at": gate.planned_at - timedelta(days=1)},
        {"taken_back_at": now()},
        {"taken_back_at": now(), "taken_back_by": cabinet.chair},
        {"audience": "everybody"},
    )
    for facts in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            Release.objects.filter(pk=gate.pk).update(**facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.create(
            meeting=gate.meeting, what="agenda", audience="members",
            planned_at=now(), planned_by=cabinet.chair,
        )  # fmt: skip


# --- the page -----------------------------------------------------------------------------------


@pytest.fixture
def secretary(cabinet, client):
    client.force_login(cabinet.secretary)
    return client


def test_the_secretary_plans_confirms_and_takes_back_on_the_page(told, secretary):
    page = reverse("exchange:release", args=[told.meeting.pk])
    sent = {"what": "agenda", "audience": "members", "planned_at": "2020-02-03T08:00"}

    assert secretary.post(page, sent).url == page
    gate = Release.objects.get()
    assert "button filled" in secretary.get(page).content.decode()
    secretary.post(reverse("exchange:release_confirm", args=[gate.pk]))
    gate.refresh_from_db()
    assert gate.is_open
    back = reverse("exchange:release_take_back", args=[gate.pk])
    assert secretary.post(back, {"reason": ""}).status_code == 422
    secretary.post(back, {"reason": "Nhầm"})
    assert "Nhầm" in secretary.get(page).content.decode()


def test_a_wrong_moment_is_refused_and_what_was_typed_stays(told, secretary):
    page = reverse("exchange:release", args=[told.meeting.pk])

    answer = secretary.post(page, {"what": "papers", "audience": "public", "planned_at": "mai"})

    assert answer.status_code == 422
    assert 'value="mai"' in answer.content.decode()
    assert not Release.objects.exists()


def test_there_is_one_filled_button(told, secretary):
    page = reverse("exchange:release", args=[told.meeting.pk])
    for count in range(3):
        assert secretary.get(page).content.decode().count("button filled") == 1
        told.plan(What.AGENDA, list(Audience)[count])


def test_a_planned_release_asks_its_secretary(told, cabinet):
    told.plan(What.AGENDA, Audience.MEMBERS)

    assert any("/release/" in need.url for need in needs_of(cabinet.secretary))
    assert not any("/release/" in need.url for need in needs_of(cabinet.finance))


def test_what_is_planned_says_whose_move_it_is_and_until_when(told, secretary):
    page = reverse("exchange:release", args=[told.meeting.pk])
    gate = told.plan(What.AGENDA, Audience.MEMBERS, at=now() + timedelta(days=2))
    assert secretary.get(page).content.decode().count("Ban thư ký · xác nhận") == 1
    with at(gate.planned_at + timedelta(minutes=1)):
        assert "(trễ hạn)" in secretary.get(page).content.decode()
    confirm_release(told.cabinet.secretary, gate)
    assert "Ban thư ký · xác nhận" not in secretary.get(page).content.decode()


def test_the_page_asks_the_same_few_questions(told, secretary, django_assert_max_num_queries):
    page = reverse("exchange:release", args=[told.meeting.pk])
    told.decide()
    with django_assert_max_num_queries(9):
        secretary.get(page)
    told.publish_all()
    with django_assert_max_num_queries(17):  # eight more count who reads what
        secretary.get(page)
