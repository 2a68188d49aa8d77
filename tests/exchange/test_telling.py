"""Who is told that a gate has opened: with the deed, or at the planned moment by the postman."""

from datetime import timedelta

import pytest
from django.urls import reverse

from core.clock import at, now
from exchange.actions import confirm_release, take_back, tell_opened
from exchange.needs import releases_to_confirm
from exchange.policies import releases_of
from exchange.states import GATES, Audience, What
from meetings.actions import move_meeting
from meetings.states import MeetingState
from papers.actions import table_paper
from people.models import Notice
from people.notices.models import Delivery
from people.notices.rounds import look_around
from tests.exchange.conftest import read_once

TWO = GATES[:2]


@pytest.fixture
def clerk(register):
    return register.clerk("health")


def heard(person, kind="release.agencies"):
    notices = Notice.objects.filter(person=person, kind=kind).order_by("pk")
    return [(notice.title, notice.body) for notice in notices]


def test_the_people_of_agencies_are_told_when_something_opens(cabinet, clerk, told):
    told.open(What.AGENDA, Audience.MEMBERS)
    assert heard(clerk) == []
    told.open(What.AGENDA, Audience.AGENCIES)

    title = f"Đã phát hành: {told.meeting.title}"
    assert heard(clerk) == [(title, "Chương trình")]
    assert heard(cabinet.finance) == [(title, "Chương trình")]
    assert heard(cabinet.secretary) == heard(cabinet.operator) == []
    notice = clerk.notices.get()
    assert notice.url == reverse("exchange:released_meeting", args=[told.meeting.pk])


def test_the_mail_comes_with_the_daily_one(cabinet, clerk, told):
    type(clerk).objects.filter(pk=clerk.pk).update(email="clerk@example.vn")
    told.open(What.AGENDA, *TWO)

    assert Delivery.objects.get(notice__person=clerk).in_digest


def test_at_a_planned_moment_the_postman_tells_once(cabinet, clerk, told):
    tomorrow = now() + timedelta(days=1)
    for what in (What.AGENDA, What.PAPERS):
        for audience in TWO:
            confirm_release(cabinet.secretary, told.plan(what, audience, at=tomorrow))
    tell_opened()
    assert heard(clerk) == []

    with at(tomorrow + timedelta(minutes=1)):
        look_around()
        assert tell_opened() == 0

    assert heard(clerk) == [(f"Đã phát hành: {told.meeting.title}", "Chương trình, Tài liệu")]
    assert cabinet.heard(told.meeting).count("release.opened") == 4


def test_what_was_taken_back_before_its_moment_is_not_told(cabinet, clerk, told):
    tomorrow = now() + timedelta(days=1)
    for audience in TWO:
        confirm_release(cabinet.secretary, told.plan(What.AGENDA, audience, at=tomorrow))
    gate = releases_of(told.meeting).get(audience=Audience.AGENCIES)
    take_back(cabinet.secretary, gate, reason="Nhầm")

    with at(tomorrow + timedelta(minutes=1)):
        tell_opened()

    assert heard(clerk) == []


def test_papers_added_to_a_release_are_told_and_nothing_is_told_twice(cabinet, clerk, told):
    told.open(What.AGENDA, *TWO)
    told.open(What.PAPERS, *TWO)
    gates = [releases_of(told.meeting).get(what=What.PAPERS, audience=one) for one in TWO]
    for gate in gates:
        confirm_release(cabinet.secretary, gate)
    assert len(heard(clerk)) == 2

    file = read_once("Phụ lục")
    table_paper(cabinet.secretary, told.budget, title="Phụ lục", file=file)
    for gate in gates:
        confirm_release(cabinet.secretary, gate)

    assert heard(clerk)[2:] == [(f"Tài liệu mới được phát hành: {told.meeting.title}", "")]


def test_members_are_told_of_decisions_and_not_of_what_they_read_already(cabinet, told):
    told.decide()
    told.open(What.AGENDA, Audience.MEMBERS)
    told.open(What.PAPERS, Audience.MEMBERS)
    assert heard(cabinet.health, "release.members") == []

    told.open(What.DECISIONS, Audience.MEMBERS)

    assert heard(cabinet.health, "release.members") == [
        (f"Đã phát hành: {told.meeting.title}", "Quyết định")
    ]
    notice = cabinet.health.notices.get(kind="release.members")
    assert notice.url == reverse("exchange:decisions", args=[told.meeting.pk])


def test_of_a_meeting_that_was_cancelled_meanwhile_nothing_is_told_or_asked(cabinet, clerk, told):
    tomorrow = now() + timedelta(days=1)
    for audience in TWO:
        confirm_release(cabinet.secretary, told.plan(What.AGENDA, audience, at=tomorrow))
    told.plan(What.PAPERS, Audience.MEMBERS)
    assert [need.title for need in releases_to_confirm(cabinet.secretary)] == [told.meeting.title]

    move_meeting(cabinet.secretary, told.meeting, MeetingState.CANCELLED, reason="Hoãn")

    with at(tomorrow + timedelta(minutes=1)):
        assert tell_opened() == 0
    assert heard(clerk) == []
    assert not list(releases_to_confirm(cabinet.secretary))
